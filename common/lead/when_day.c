/* The days of when.h. */
#include "base/day.h"
#include "lead/holiday.h"
#include "lead/when_reader.h"
#include "lead/when_words.h"

/* Add months, keeping to the length of the month that is reached. */
static int32_t
add_months(int32_t day, int64_t months)
{
	int year, month, date, most;
	int64_t total;

	day_split(day, &year, &month, &date);
	total = (int64_t)year * 12 + month - 1 + months;
	year = (int)(total / 12);
	month = (int)(total % 12) + 1;
	if (year < 1 || year > 9999)
		return INT32_MAX; /* which no calendar has */
	most = day_in_month(year, month);
	return day_of(year, month, date < most ? date : most);
}

/* Monday to Friday, but for bank holidays. */
static int32_t
add_working_days(int32_t day, int n)
{
	int step = n < 0 ? -1 : 1;

	while (n) {
		day += step;
		if (day_weekday(day) < 5 && !holiday_is(day))
			n -= step;
	}
	return day;
}

static void
set_length(struct when_reader *r, int n, int unit)
{
	switch (unit) {
	case WHEN_MINUTE:
	case WHEN_HOUR:
		r->has_moment = true;
		r->moment = r->base->now +
			(int64_t)n *
				(unit == WHEN_HOUR ? WHEN_HOUR_SECONDS : 60);
		return;
	case WHEN_DAY:
		r->day = r->today + n;
		break;
	case WHEN_WORKING_DAY:
		r->day = add_working_days(r->today, n);
		break;
	case WHEN_WEEK:
		r->day = r->today + 7 * n;
		break;
	case WHEN_MONTH:
		r->day = add_months(r->today, n);
		break;
	default:
		r->day = add_months(r->today, 12 * (int64_t)n);
		break;
	}
	r->has_day = true;
}

/* "tomorrow", "yfory". */
static bool
read_word(struct when_reader *r)
{
	int days;

	if (!when_day_word(when_word(r, r->at), &days))
		return false;
	r->day = r->today + days;
	r->has_day = true;
	r->at++;
	return true;
}

/* "+3d", "-2wd". */
static bool
read_signed(struct when_reader *r)
{
	struct view v = when_word(r, r->at);
	bool minus = v.len && v.at[0] == '-';
	int n, unit;

	if (!when_cut_byte(&v, "+-") || !when_cut_number(&v, &n) ||
		!when_unit(v, &unit))
		return false;
	r->at++;
	set_length(r, minus ? -n : n, unit);
	return true;
}

/* The unit at word i: one word, or two for working days; how many. */
static size_t
unit_at(const struct when_reader *r, size_t i, int *unit)
{
	struct view second = when_word(r, i + 1);

	if (view_is(when_word(r, i), "working") &&
		(view_is(second, "day") || view_is(second, "days"))) {
		*unit = WHEN_WORKING_DAY;
		return 2;
	}
	if (!when_unit(when_word(r, i), unit))
		return 0;
	if (*unit == WHEN_DAY && view_is(second, "gwaith")) {
		*unit = WHEN_WORKING_DAY;
		return 2;
	}
	return 1;
}

/* How many words say that a length of time has gone by. */
static size_t
ago_at(const struct when_reader *r, size_t i)
{
	struct view second = when_word(r, i + 1);

	if (view_is(when_word(r, i), "ago"))
		return 1;
	return view_is(when_word(r, i), "yn") &&
			(view_is(second, "ol") || view_is(second, "ôl"))
		? 2
		: 0;
}

/* "in 2 weeks", "mewn 2 wythnos", "3 days ago", "3 diwrnod yn ol". */
static bool
read_length(struct when_reader *r)
{
	size_t i = r->at;
	bool ahead = view_is(when_word(r, i), "in") ||
		view_is(when_word(r, i), "mewn") ||
		view_is(when_word(r, i), "ymhen");
	struct view v = when_word(r, i + ahead);
	size_t words, ago;
	int n, unit;

	if (!when_cut_number(&v, &n) || v.len)
		return false;
	words = unit_at(r, i + ahead + 1, &unit);
	ago = ago_at(r, i + ahead + 1 + words);
	if (!words || ahead == (ago > 0))
		return false;
	r->at = i + ahead + 1 + words + ago;
	set_length(r, ago ? -n : n, unit);
	return true;
}

/* "tue", "next tuesday", "dydd mawrth". */
static bool
read_weekday(struct when_reader *r)
{
	static const char *const before[] = {
		"next", "last", "on", "dydd", "ddydd", "nos", "ar"};
	size_t i = r->at;
	int weekday, ahead;

	for (size_t k = 0; k < sizeof(before) / sizeof(*before); k++)
		if (i == r->at && view_is(when_word(r, i), before[k]))
			i++;
	if (i > r->at && view_is(when_word(r, r->at), "ar") &&
		(view_is(when_word(r, i), "dydd") ||
			view_is(when_word(r, i), "ddydd")))
		i++;
	if (!when_weekday(when_word(r, i), &weekday))
		return false;
	ahead = (weekday - day_weekday(r->today) + 7) % 7;
	if (r->base->back)
		r->day = r->today - (7 - ahead) % 7 - (ahead ? 0 : 7);
	else
		r->day = r->today + (ahead ? ahead : 7);
	r->has_day = true;
	r->at = i + 1;
	return true;
}

static bool
is_date(int year, int month, int date)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
		date >= 1 && date <= day_in_month(year, month);
}

/* A date without a year is the next one to come, or the last gone by. */
static bool
set_yearless(struct when_reader *r, int month, int date)
{
	int step = r->base->back ? -1 : 1;
	int year, m, d;

	day_split(r->today, &year, &m, &d);
	/* 29 February may be eight years off. */
	for (int i = 0; i <= 8; i++, year += step) {
		int32_t day;

		if (!is_date(year, month, date))
			continue;
		day = day_of(year, month, date);
		if (r->base->back ? day > r->today : day < r->today)
			continue;
		r->day = day;
		r->has_day = true;
		return true;
	}
	return false;
}

static bool
set_date(struct when_reader *r, int year, int month, int date)
{
	if (!is_date(year, month, date))
		return false;
	r->day = day_of(year, month, date);
	r->has_day = true;
	return true;
}

/* "1/12", "1/12/2026", "1.12.26". */
static bool
read_slashes(struct when_reader *r)
{
	struct view v = when_word(r, r->at);
	int date, month, year;
	size_t digits;

	if (!when_cut_number(&v, &date) || !when_cut_byte(&v, "/.") ||
		!when_cut_number(&v, &month))
		return false;
	r->at++;
	if (!v.len)
		return set_yearless(r, month, date);
	if (!when_cut_byte(&v, "/."))
		return false;
	digits = when_cut_number(&v, &year);
	if (v.len || (digits != 2 && digits != 4))
		return false;
	return set_date(r, digits == 2 ? 2000 + year : year, month, date);
}

static bool
is_ordinal(struct view v)
{
	static const char *const endings[] = {"", "st", "nd", "rd", "th", "af",
		"il", "ydd", "ed", "fed", "eg", "ain"};

	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (view_is(v, endings[i]))
			return true;
	return false;
}

/* "1 dec", "1st december 2026", "1af o ragfyr" is not. */
static bool
read_named(struct when_reader *r)
{
	struct view v = when_word(r, r->at);
	struct view y = when_word(r, r->at + 2);
	int date, month, year;

	if (!when_cut_number(&v, &date) || !is_ordinal(v) ||
		!when_month(when_word(r, r->at + 1), &month))
		return false;
	r->at += 2;
	if (y.len != 4 || when_cut_number(&y, &year) != 4)
		return set_yearless(r, month, date);
	/* "1 dec 1430" is no year, and as a time it lacks its colon. */
	if (year < 1900 || year > 2199)
		return false;
	r->at++;
	return set_date(r, year, month, date);
}

/* "2026-12-01", or a moment as it is stored. */
static bool
read_stored(struct when_reader *r)
{
	struct view v = when_word(r, r->at);

	if (day_read(v, &r->day)) {
		r->at++;
		r->has_day = true;
		return true;
	}
	if (!moment_read(v, &r->moment))
		return false;
	r->at++;
	r->has_moment = true;
	return true;
}

bool
when_read_day(struct when_reader *r)
{
	static bool (*const ways[])(struct when_reader *) = {read_word,
		read_signed, read_length, read_named, read_weekday, read_stored,
		read_slashes};
	size_t start = r->at;

	for (size_t i = 0; i < sizeof(ways) / sizeof(*ways); i++) {
		r->at = start;
		if (ways[i](r))
			return true;
	}
	r->at = start;
	return false;
}
