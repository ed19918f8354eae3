#include "lead/date.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/date_text.h"

static bool
is_day(int year, int month, int day)
{
	return year >= 1 && year <= 9999 && month >= 1 && month <= 12 &&
		day >= 1 && day <= day_in_month(year, month);
}

/* Which orders two numbers and a year allow. */
static bool
allows(const struct date_text *t, enum date_order order)
{
	return order == DATE_DAY_FIRST ? is_day(t->year, t->second, t->first)
				       : is_day(t->year, t->first, t->second);
}

void
date_observe(struct date_column *column, struct view in)
{
	struct date_text t;
	bool day, month;

	date_text_read(in, &t);
	switch (t.shape) {
	case DATE_TWO:
		break;
	case DATE_FIXED:
		column->other += is_day(t.year, t.month, t.day);
		column->bad += !is_day(t.year, t.month, t.day);
		return;
	case DATE_SERIAL:
		column->serial++;
		return;
	case DATE_UNIX:
		column->other++;
		return;
	default:
		column->bad++;
		return;
	}
	day = allows(&t, DATE_DAY_FIRST);
	month = allows(&t, DATE_MONTH_FIRST);
	if (day != month) {
		char *proof =
			column->proof[day ? DATE_DAY_FIRST : DATE_MONTH_FIRST];
		size_t n = sizeof(column->proof[0]) - 1;

		if (!*proof)
			memcpy(proof, in.at, in.len < n ? in.len : n);
	}
	column->day_first += day && !month;
	column->month_first += month && !day;
	column->either += day && month;
	column->bad += !day && !month;
}

void
date_merge(struct date_column *column, const struct date_column *more)
{
	column->day_first += more->day_first;
	column->month_first += more->month_first;
	column->either += more->either;
	column->other += more->other;
	column->bad += more->bad;
	column->serial += more->serial;
	for (int i = 0; i < 2; i++)
		if (!column->proof[i][0])
			memcpy(column->proof[i], more->proof[i],
				sizeof(column->proof[i]));
}

enum date_order
date_decide(const struct date_column *column, enum date_order usual,
	struct str *why)
{
	uint64_t day = column->day_first, month = column->month_first;
	enum date_order order = usual;
	bool proved = day != month;
	const char *name;

	if (proved)
		order = day > month ? DATE_DAY_FIRST : DATE_MONTH_FIRST;
	if (!why)
		return order;
	name = order == DATE_DAY_FIRST ? _("day first") : _("month first");
	if (!day && !month && !column->either)
		str_add(why, _("no date whose order could be doubted"));
	else if (!day && !month)
		str_printf(why,
			_("%s is taken for granted: nothing shows the "
			  "order (%llu would fit both)"),
			name, (unsigned long long)column->either);
	else if (!proved)
		str_printf(why,
			_("%s is taken for granted: '%s' and '%s' "
			  "disagree"),
			name, column->proof[0], column->proof[1]);
	else
		str_printf(why,
			_("%s, as '%s' shows (%llu for, %llu "
			  "against)"),
			name, column->proof[order],
			(unsigned long long)(day > month ? day : month),
			(unsigned long long)(day > month ? month : day));
	return order;
}

enum date_order
date_usual(struct view country)
{
	/* CLDR: the short date of en-US and of those that follow it. */
	static const char *const month_first[] = {
		"US", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "AS", "VI"};

	for (size_t i = 0; i < sizeof(month_first) / sizeof(*month_first); i++)
		if (view_is(country, month_first[i]))
			return DATE_MONTH_FIRST;
	return DATE_DAY_FIRST;
}

/* Settle year, month and day; false when there is no such day. */
static bool
settle(struct date_text *t, enum date_order order)
{
	if (t->shape == DATE_TWO) {
		if (!allows(t, order))
			order = order == DATE_DAY_FIRST ? DATE_MONTH_FIRST
							: DATE_DAY_FIRST;
		t->day = order == DATE_DAY_FIRST ? t->first : t->second;
		t->month = order == DATE_DAY_FIRST ? t->second : t->first;
		t->shape = DATE_FIXED;
	}
	return t->shape == DATE_FIXED && is_day(t->year, t->month, t->day);
}

bool
date_normalise(struct view in, enum date_order order, struct str *out)
{
	struct date_text t;
	int32_t day;

	if (in.len == 10 && day_read(in, &day)) {
		str_put(out, in);
		return true;
	}
	date_text_read(in, &t);
	if (t.shape == DATE_UNIX) {
		moment_write(t.count, out);
		return true;
	}
	if (t.shape == DATE_SERIAL)
		day = (int32_t)t.count;
	else if (settle(&t, order))
		day = day_of(t.year, t.month, t.day);
	else
		return false;
	if (!t.timed)
		day_write(day, out);
	else
		moment_write(day * DAY_SECONDS + t.second_of_day - t.east, out);
	return true;
}
