#include "base/day.h"

#include "base/die.h"

#include <stdlib.h>
#include <time.h>

/*
 * Days and dates after H. Hinnant, "chrono-compatible low-level date
 * algorithms", and C. Neri and L. Schneider, "Euclidean affine functions and
 * their application to calendar algorithms": years start in March, so
 * that the leap day comes last.
 */
int32_t
day_of(int year, int month, int date)
{
	int y = year - (month <= 2);
	int era = (y >= 0 ? y : y - 399) / 400;
	int of_era = y - era * 400;
	int of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + date - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 +
		of_year - 719468;
}

void
day_split(int32_t day, int *year, int *month, int *date)
{
	uint32_t quarters = 4 * (uint32_t)(day + 719468) + 3;
	uint32_t century = quarters / 146097;
	uint32_t of_century = quarters % 146097 / 4 * 4 + 3;
	/* of_century / 1461, and what is left of it */
	uint64_t years = UINT64_C(2939745) * of_century;
	uint32_t of_year = (uint32_t)years / 2939745 / 4;
	uint32_t months = 2141 * of_year + 197913;
	bool next = of_year >= 306; /* January and February */

	*date = (int)((months & 0xffff) / 2141 + 1);
	*month = (int)(months >> 16) - (next ? 12 : 0);
	*year = (int)(century * 100 + (uint32_t)(years >> 32)) + next;
}

int
day_in_month(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return days[month - 1] + (month == 2 && leap);
}

int
day_weekday(int32_t day)
{
	return ((day + 3) % 7 + 7) % 7; /* day 0 was a Thursday */
}

/* Read two digits at p; false when one is none. */
static inline bool
read_two(const char *p, int *out)
{
	unsigned tens = (unsigned)(p[0] - '0');
	unsigned ones = (unsigned)(p[1] - '0');

	*out = (int)(tens * 10 + ones);
	return tens < 10 && ones < 10;
}

bool
day_read(struct view v, int32_t *out)
{
	int century, y, m, d;

	if (v.len != 10 || v.at[4] != '-' || v.at[7] != '-' ||
		!read_two(v.at, &century) || !read_two(v.at + 2, &y) ||
		!read_two(v.at + 5, &m) || !read_two(v.at + 8, &d))
		return false;
	y += century * 100;
	if (y < 1 || m < 1 || m > 12 || d < 1 ||
		(d > 28 && d > day_in_month(y, m)))
		return false;
	*out = day_of(y, m, d);
	return true;
}

static void
two_digits(char *out, int n)
{
	out[0] = (char)('0' + n / 10);
	out[1] = (char)('0' + n % 10);
}

/* Put a form at the end of out; where it stands, for digits to go over it. */
static char *
put_form(struct view form, struct str *out)
{
	str_put(out, form);
	return out->data + out->len - form.len;
}

static void
date_digits(char *form, int32_t day)
{
	int y, m, d;

	day_split(day, &y, &m, &d);
	two_digits(form, y / 100);
	two_digits(form + 2, y % 100);
	two_digits(form + 5, m);
	two_digits(form + 8, d);
}

void
day_write(int32_t day, struct str *out)
{
	date_digits(put_form(VIEW("0000-00-00"), out), day);
}

/* Read "Z" or "+hh:mm" into seconds east of Greenwich. */
static bool
zone_read(struct view v, int *out)
{
	int h, m;

	if (view_is(v, "Z") || view_is(v, "z")) {
		*out = 0;
		return true;
	}
	if (v.len != 6 || (v.at[0] != '+' && v.at[0] != '-') ||
		v.at[3] != ':' || !read_two(v.at + 1, &h) ||
		!read_two(v.at + 4, &m) || h > 23 || m > 59)
		return false;
	*out = (h * 3600 + m * 60) * (v.at[0] == '-' ? -1 : 1);
	return true;
}

/* Read ":ss" with an optional fraction off the front of *v; none is 0. */
static bool
seconds_read(struct view *v, int *out)
{
	*out = 0;
	if (!v->len || v->at[0] != ':')
		return true;
	/* RFC 3339 allows a leap second, written :60. */
	if (v->len < 3 || !read_two(v->at + 1, out) || *out > 60)
		return false;
	*v = view_from(*v, 3);
	if (!v->len || v->at[0] != '.')
		return true;
	*v = view_from(*v, 1);
	while (v->len && v->at[0] >= '0' && v->at[0] <= '9')
		*v = view_from(*v, 1);
	return true;
}

bool
moment_read(struct view v, int64_t *out)
{
	int32_t day;
	int h, m, s, zone;

	if (!day_read(view_upto(v, 10), &day))
		return false;
	if (v.len == 10) {
		*out = day * DAY_SECONDS;
		return true;
	}
	if (v.len < 17 ||
		(v.at[10] != 'T' && v.at[10] != 't' && v.at[10] != ' ') ||
		!read_two(v.at + 11, &h) || v.at[13] != ':' ||
		!read_two(v.at + 14, &m) || h > 23 || m > 59)
		return false;
	v = view_from(v, 16);
	/* Most are as moment_write() writes them. */
	if (v.len == 4 && v.at[0] == ':' && v.at[3] == 'Z' &&
		read_two(v.at + 1, &s) && s < 60)
		zone = 0;
	else if (!seconds_read(&v, &s) || !zone_read(v, &zone))
		return false;
	*out = day * DAY_SECONDS + h * 3600 + m * 60 + s - zone;
	return true;
}

void
moment_write(int64_t moment, struct str *out)
{
	char *form = put_form(VIEW("0000-00-00T00:00:00Z"), out);
	int32_t day = moment_day(moment);
	int s = (int)(moment - day * DAY_SECONDS);

	date_digits(form, day);
	two_digits(form + 11, s / 3600);
	two_digits(form + 14, s / 60 % 60);
	two_digits(form + 17, s % 60);
}

int64_t
moment_now(const char *as_of)
{
	const char *text = as_of ? as_of : getenv("LEAD_NOW");
	int64_t out;

	if (!text || !*text)
		return (int64_t)time(NULL);
	if (!moment_read(view_of(text), &out))
		die("%s: '%s' is not a time; write 2026-11-23T09:15:00Z or "
		    "2026-11-23",
			as_of ? "--as-of" : "LEAD_NOW", text);
	return out;
}
