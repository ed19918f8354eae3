#include "lead/holiday.h"

#include "base/day.h"

enum { MONDAY, SATURDAY = 5, SUNDAY };

/* One that is on the first or last Monday of a month. */
static const struct {
	int month;
	bool last;
} mondays[] = {
	{.month = 5},		    /* early May */
	{.month = 5, .last = true}, /* spring */
	{.month = 8, .last = true}, /* summer */
};

/* Butcher's algorithm (Meeus, Astronomical Algorithms, chapter 8). */
int32_t
holiday_easter(int year)
{
	int golden = year % 19;
	int century = year / 100;
	int in_century = year % 100;
	int moon_shift = (century - (century + 8) / 25 + 1) / 3;
	int epact =
		(19 * golden + century - century / 4 - moon_shift + 15) % 30;
	int sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact -
			     in_century % 4) %
		7;
	int late = (golden + 11 * epact + 22 * sunday) / 451;
	int n = epact + sunday - 7 * late + 114;

	return day_of(year, n / 31, n % 31 + 1);
}

/* The working day a date is kept on: Monday when it is a weekend. */
static int32_t
kept_on(int32_t day)
{
	int weekday = day_weekday(day);

	return weekday < SATURDAY ? day : day + 7 - weekday;
}

/* Christmas Day and Boxing Day: two working days, whatever they fall on. */
static bool
is_christmas(int32_t day, int year)
{
	int32_t christmas = day_of(year, 12, 25);
	int32_t first = kept_on(christmas);
	int32_t second = kept_on(christmas + 1);

	if (day_weekday(christmas) == SUNDAY)
		first = second + 1; /* Boxing Day keeps its Monday */
	else if (second == first)
		second = first + 1;
	return day == first || day == second;
}

static bool
is_monday_of(int32_t day, int year, int month, int date)
{
	if (day_weekday(day) != MONDAY)
		return false;
	for (size_t i = 0; i < sizeof(mondays) / sizeof(*mondays); i++)
		if (mondays[i].month == month &&
			(mondays[i].last ? date + 7 > day_in_month(year, month)
					 : date <= 7))
			return true;
	return false;
}

bool
holiday_is(int32_t day)
{
	int year, month, date;
	int32_t easter;

	day_split(day, &year, &month, &date);
	easter = holiday_easter(year);
	return day == kept_on(day_of(year, 1, 1)) || day == easter - 2 ||
		day == easter + 1 || is_monday_of(day, year, month, date) ||
		is_christmas(day, year);
}
