#include "lead/when.h"

#include "base/day.h"
#include "lead/when_reader.h"

/* Split into words in lower case; false when there are too many. */
static bool
split(struct when_reader *r, struct view text)
{
	struct view rest = {r->letters, text.len};
	struct view piece;

	if (!text.len || text.len > WHEN_LETTERS)
		return false;
	for (size_t i = 0; i < text.len; i++) {
		char c = text.at[i];

		r->letters[i] = (char)(c >= 'A' && c <= 'Z' ? c | 0x20
				: c == ','		    ? ' '
							    : c);
	}
	while (view_cut(&rest, ' ', &piece)) {
		if (!piece.len)
			continue;
		if (r->n == WHEN_WORDS)
			return false;
		r->word[r->n++] = piece;
	}
	return r->n > 0;
}

size_t
when_cut_number(struct view *v, int *out)
{
	size_t n = 0;
	int64_t value;

	while (n < v->len && v->at[n] >= '0' && v->at[n] <= '9')
		n++;
	if (!n || n > 4 || !view_int(view_upto(*v, n), &value))
		return 0;
	*out = (int)value;
	*v = view_from(*v, n);
	return n;
}

bool
when_cut_byte(struct view *v, const char *any)
{
	if (!v->len || !memchr(any, v->at[0], strlen(any)))
		return false;
	*v = view_from(*v, 1);
	return true;
}

/* A time by itself is today's, or tomorrow's when that is over. */
static void
choose_day(struct when_reader *r)
{
	int64_t moment;

	r->day = r->today;
	(void)zone_moment(r->base->zone, r->day, r->second, &moment);
	if (r->base->back && moment > r->base->now)
		r->day--;
	if (!r->base->back && moment <= r->base->now)
		r->day++;
}

static bool
read_all(struct when_reader *r)
{
	if (!when_read_day(r) && !when_read_time(r))
		return false;
	if (r->at < r->n && (!r->has_day || !when_read_time(r)))
		return false;
	if (r->at < r->n)
		return false;
	if (!r->has_day && !r->has_moment)
		choose_day(r);
	return true;
}

static bool
is_in_calendar(int32_t day)
{
	return day >= day_of(1, 1, 1) && day <= day_of(9999, 12, 31);
}

bool
when_read(struct view text, const struct when_base *base, struct when *out)
{
	struct when_reader r = {.base = base};
	struct zone_time here;

	zone_split(base->zone, base->now, &here);
	r.today = here.day;
	if (!split(&r, view_trim(text)) || !read_all(&r))
		return false;
	*out = (struct when){.day = r.day, .has_time = true};
	if (!r.has_moment && !is_in_calendar(r.day))
		return false;
	if (r.has_moment) {
		out->moment = r.moment;
		zone_split(base->zone, r.moment, &here);
		out->day = here.day;
	} else if (r.has_second) {
		out->fit =
			zone_moment(base->zone, r.day, r.second, &out->moment);
	} else {
		out->has_time = false;
	}
	return is_in_calendar(out->day);
}

void
when_write(const struct when *when, struct str *out)
{
	if (when->has_time)
		moment_write(when->moment, out);
	else
		day_write(when->day, out);
}

void
when_echo(const struct when *when, const struct zone *zone, struct str *out)
{
	static const char weekdays[] = "MonTueWedThuFriSatSun";
	static const char months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
	struct zone_time there = {.day = when->day};
	int year, month, date;

	if (when->has_time)
		zone_split(zone, when->moment, &there);
	day_split(there.day, &year, &month, &date);
	str_printf(out, "%.3s %d %.3s %d",
		weekdays + (size_t)3 * (size_t)day_weekday(there.day), date,
		months + (size_t)3 * (size_t)(month - 1), year);
	if (when->has_time)
		str_printf(out, " %02d:%02d %s",
			there.second / WHEN_HOUR_SECONDS,
			there.second / 60 % 60, there.type->name);
}
