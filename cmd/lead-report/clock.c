#include "clock.h"

#include "base/lang.h"

#include <time.h>

static const char *const weekdays[] = {N_("Mon"), N_("Tue"), N_("Wed"),
	N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun")};
static const char *const weekdays_long[] = {N_("Monday"), N_("Tuesday"),
	N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
	N_("Sunday")};
static const char *const months[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
	N_("May"), N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"),
	N_("Nov"), N_("Dec")};
/* TRANSLATORS: with a trailing blank, to tell the month May from "May". */
static const char *const months_long[] = {N_("January"), N_("February"),
	N_("March"), N_("April"), N_("May "), N_("June"), N_("July"),
	N_("August"), N_("September"), N_("October"), N_("November"),
	N_("December")};

struct clock
clock_local(int64_t moment)
{
	time_t t = (time_t)moment;
	struct tm tm;

	if (!localtime_r(&t, &tm))
		return (struct clock){.day = moment_day(moment)};
	return (struct clock){
		day_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday),
		tm.tm_hour, tm.tm_min};
}

int64_t
clock_midnight(int32_t day)
{
	int year;
	int month;
	int date;
	struct tm tm = {.tm_isdst = -1};

	day_split(day, &year, &month, &date);
	tm.tm_year = year - 1900;
	tm.tm_mon = month - 1;
	tm.tm_mday = date;
	return (int64_t)mktime(&tm);
}

bool
clock_day(struct view stored, int32_t *day)
{
	int64_t moment;

	if (day_read(stored, day))
		return true;
	if (!moment_read(stored, &moment))
		return false;
	*day = clock_local(moment).day;
	return true;
}

static void
write_day(int32_t day, int32_t today, struct str *out)
{
	int year;
	int month;
	int date;
	int this_year;

	day_split(today, &this_year, &month, &date);
	day_split(day, &year, &month, &date);
	if (day == today) {
		str_add(out, _("today"));
		return;
	}
	str_printf(out, "%s %d %s", _(weekdays[day_weekday(day)]), date,
		_(months[month - 1]));
	if (year != this_year)
		str_printf(out, " %d", year);
}

void
clock_write(struct view stored, int64_t now, struct str *out)
{
	int32_t today = clock_local(now).day;
	int32_t day;
	int64_t moment;
	struct clock at;

	if (day_read(stored, &day)) {
		write_day(day, today, out);
		return;
	}
	if (!moment_read(stored, &moment)) {
		str_put(out, stored);
		return;
	}
	at = clock_local(moment);
	write_day(at.day, today, out);
	str_printf(out, " %02d:%02d", at.hour, at.minute);
}

static void
write_day_long(int32_t day, struct str *out)
{
	int year;
	int month;
	int date;
	struct view name;

	day_split(day, &year, &month, &date);
	name = view_trim(view_of(_(months_long[month - 1])));
	/* TRANSLATORS: weekday, date, month, year */
	str_printf(out, _("%s %d %.*s %d"), _(weekdays_long[day_weekday(day)]),
		date, VIEW_ARGS(name), year);
}

void
clock_write_long(int64_t moment, struct str *out)
{
	write_day_long(clock_local(moment).day, out);
}

void
clock_write_full(struct view stored, struct str *out)
{
	int32_t day;
	int64_t moment;
	struct clock at;

	if (day_read(stored, &day)) {
		write_day_long(day, out);
	} else if (moment_read(stored, &moment)) {
		at = clock_local(moment);
		write_day_long(at.day, out);
		str_printf(out, ", %02d:%02d", at.hour, at.minute);
	} else {
		str_put(out, stored);
	}
}
