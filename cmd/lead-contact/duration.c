#include "duration.h"

/* Cut a number of up to 5 digits off the front. */
static bool
cut_number(struct view *v, int64_t *out)
{
	size_t n = 0;

	while (n < v->len && n < 5 && v->at[n] >= '0' && v->at[n] <= '9')
		n++;
	if (!view_int(view_upto(*v, n), out))
		return false;
	*v = view_from(*v, n);
	return true;
}

/* "1h5m30s", each part at most once and in this order. */
static bool
read_letters(struct view v, int64_t *seconds)
{
	static const struct {
		char letter;
		int seconds;
	} units[] = {{'h', 3600}, {'m', 60}, {'s', 1}};
	size_t unit = 0;
	int64_t n;

	*seconds = 0;
	while (v.len) {
		if (!cut_number(&v, &n) || !v.len)
			return false;
		while (unit < 3 && units[unit].letter != v.at[0])
			unit++;
		if (unit == 3)
			return false;
		*seconds += n * units[unit++].seconds;
		v = view_from(v, 1);
	}
	return true;
}

/* "1:30", "1:05:00". */
static bool
read_clock(struct view v, int64_t *seconds)
{
	int parts = 0;
	struct view piece;
	int64_t n;

	*seconds = 0;
	while (view_cut(&v, ':', &piece)) {
		if (!cut_number(&piece, &n) || piece.len || (parts && n > 59) ||
			++parts > 3)
			return false;
		*seconds = *seconds * 60 + n;
	}
	return true;
}

bool
duration_read(struct view text, int64_t *seconds)
{
	if (!text.len)
		return false;
	return view_find_byte(text, ':') < text.len
		? read_clock(text, seconds)
		: read_letters(text, seconds);
}
