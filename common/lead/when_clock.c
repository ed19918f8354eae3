/* The times of the day of when.h. */
#include "lead/when_reader.h"
#include "lead/when_words.h"

/* Take the next word if it is this one. */
static bool
take(struct when_reader *r, const char *word)
{
	if (!view_is(when_word(r, r->at), word))
		return false;
	r->at++;
	return true;
}

/* Is it before noon or behind?  "am", "yb" 0; "pm", "yh", "yp" 12. */
static bool
read_half(struct view v, int *out)
{
	if (view_is(v, "am") || view_is(v, "yb")) {
		*out = 0;
		return true;
	}
	*out = 12;
	return view_is(v, "pm") || view_is(v, "yh") || view_is(v, "yp");
}

/* "10:00", "14.30", "10am", "2:30 pm". */
static bool
read_clock(struct when_reader *r, bool said)
{
	struct view v = when_word(r, r->at);
	bool minutes = false;
	int h, half, m = 0;
	size_t used = 1;

	if (!when_cut_number(&v, &h))
		return false;
	if (when_cut_byte(&v, ":.")) {
		minutes = when_cut_number(&v, &m) == 2;
		if (!minutes)
			return false;
	}
	if (!v.len && read_half(when_word(r, r->at + 1), &half)) {
		v = when_word(r, r->at + 1);
		used = 2;
	}
	if (read_half(v, &half)) {
		if (h < 1 || h > 12)
			return false;
		h = h % 12 + half;
	} else if (v.len || (!minutes && !said)) {
		return false;
	}
	if (h > 23 || m > 59)
		return false;
	r->at += used;
	r->second = h * WHEN_HOUR_SECONDS + m * 60;
	r->has_second = true;
	return true;
}

bool
when_read_time(struct when_reader *r)
{
	bool said = take(r, "at") || take(r, "am") || take(r, "@");
	int hour;

	if (when_noon(when_word(r, r->at), &hour)) {
		r->at++;
	} else if (view_is(when_word(r, r->at), "hanner") &&
		view_is(when_word(r, r->at + 1), "dydd")) {
		r->at += 2;
		hour = 12;
	} else {
		return read_clock(r, said);
	}
	r->second = hour * WHEN_HOUR_SECONDS;
	r->has_second = true;
	return true;
}
