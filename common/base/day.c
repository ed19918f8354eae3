#include "base/day.h"

#include "base/die.h"

#include <stdlib.h>
#include <time.h>

/*
 * Days and dates after H. Hinnant, "chrono-compatible low-level date
 * algorithms": years start in March, so that the leap day comes last.
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
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int of_era = z - era * 146097;
	int y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) /
		365;
	int of_year = of_era - (365 * y + y / 4 - y / 100);
	int m = (5 * of_year + 2) / 153;

	*date = of_year - (153 * m + 2) / 5 + 1;
	*month = m < 10 ? m + 3 : m - 9;
	*year = y + era * 400 + (*month <= 2);
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

/* Read n digits at p. */
static bool
digits(const char *p, size_t n, int *out)
{
	int value = 0;

	for (size_t i = 0; i < n; i++) {
		if (p[i] < '0' || p[i] > '9')
			return false;
		value = value * 10 + (p[i] - '0');
	}
	*out = value;
	return true;
}

bool
day_read(struct view v, int32_t *out)
{
	int y, m, d;

	if (v.len != 10 || v.at[4] != '-' || v.at[7] != '-' ||
		!digits(v.at, 4, &y) || !digits(v.at + 5, 2, &m) ||
		!digits(v.at + 8, 2, &d))
		return false;
	if (y < 1 || m < 1 || m > 12 || d < 1 || d > day_in_month(y, m))
		return false;
	*out = day_of(y, m, d);
	return true;
}

void
day_write(int32_t day, struct str *out)
{
	char text[10] = "0000-00-00";
	int y, m, d;

	day_split(day, &y, &m, &d);
	for (int i = 3; i >= 0; i--, y /= 10)
		text[i] = (char)('0' + y % 10);
	text[5] = (char)('0' + m / 10);
	text[6] = (char)('0' + m % 10);
	text[8] = (char)('0' + d / 10);
	text[9] = (char)('0' + d % 10);
	str_bytes(out, text, sizeof(text));
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
		v.at[3] != ':' || !digits(v.at + 1, 2, &h) ||
		!digits(v.at + 4, 2, &m) || h > 23 || m > 59)
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
	if (v->len < 3 || !digits(v->at + 1, 2, out) || *out > 60)
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
		!digits(v.at + 11, 2, &h) || v.at[13] != ':' ||
		!digits(v.at + 14, 2, &m) || h > 23 || m > 59)
		return false;
	v = view_from(v, 16);
	if (!seconds_read(&v, &s) || !zone_read(v, &zone))
		return false;
	*out = day * DAY_SECONDS + h * 3600 + m * 60 + s - zone;
	return true;
}

void
moment_write(int64_t moment, struct str *out)
{
	int32_t day = moment_day(moment);
	int s = (int)(moment - day * DAY_SECONDS);
	char text[10] = "T00:00:00Z";
	const int part[] = {s / 3600, s / 60 % 60, s % 60};

	day_write(day, out);
	for (int i = 0; i < 3; i++) {
		text[1 + 3 * i] = (char)('0' + part[i] / 10);
		text[2 + 3 * i] = (char)('0' + part[i] % 10);
	}
	str_bytes(out, text, sizeof(text));
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
