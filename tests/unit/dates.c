/* Dates and times as dumps write them. */
#include "cases.h"

#include "lead/date.h"

static bool
read_date(struct view in, struct str *out)
{
	return date_normalise(in, DATE_DAY_FIRST, out);
}

static void
dates_are_read_in_many_forms(void **state)
{
	static const struct pair cases[] = {
		{"2026-11-23", "2026-11-23"},
		{"23/11/2026", "2026-11-23"},
		{"03/04/2026", "2026-04-03"},
		{"11/23/2026", "2026-11-23"},
		{"3.4.26", "2026-04-03"},
		{"3/4/70", "1970-04-03"},
		{"23-Nov-26", "2026-11-23"},
		{"23 Tachwedd 2026", "2026-11-23"},
		{"1af Ionawr 2026", "2026-01-01"},
		{"November 23rd, 2026", "2026-11-23"},
		{"2026/1/2", "2026-01-02"},
		{"20261123", "2026-11-23"},
		{"Fri May 02 2025 10:00:00 GMT+0100 (British Summer Time)",
			"2025-05-02T09:00:00Z"},
		{"2025-05-02 10:00 UTC-05:00", "2025-05-02T15:00:00Z"},
		{"2025-05-02 10:00 (", NULL},
		{"3 mis Mai 2025", "2025-05-03"},
		{"45000", "2023-03-15"},
		{"45000.5", "2023-03-15T12:00:00Z"},
		{"45000,25", "2023-03-15T06:00:00Z"},
		{"45000.42361111111", "2023-03-15T10:10:00Z"},
		{"45000.9999999999", "2023-03-16T00:00:00Z"},
		{"Nov 2026", "2026-11-01"},
		{"2 janvier 2025", "2025-01-02"},
		{"1er février 2026", "2026-02-01"},
		{"mercredi 4 mars 2026", "2026-03-04"},
		{"Samstag, den 7. März 2026", "2026-03-07"},
		{"1º gennaio 2026", "2026-01-01"},
		{"Mar-May 2026", NULL},
		{"10/11/2026 am", NULL},
		{"15 mar 2026", "2026-03-15"},
		{"maandag 2 maart 2026", "2026-03-02"},
		{"21ain Medi 2026", "2026-09-21"},
		{"Dydd Mawrth 6 Ionawr 2026", "2026-01-06"},
		{"Dydd Mawrth 3 Mawrth 2026", "2026-03-03"},
		{"Mon, 23 Nov 2026 09:15:00 +0000", "2026-11-23T09:15:00Z"},
		{"2026-11-23T09:15:00.123+01:00", "2026-11-23T08:15:00Z"},
		{"2024-01-02T10:00:00+0000", "2024-01-02T10:00:00Z"},
		{"1/2/26 9:05 PM", "2026-02-01T21:05:00Z"},
		{"23/11/2026 09:15", "2026-11-23T09:15:00Z"},
		{"1700000000", "2023-11-14T22:13:20Z"},
		{"1700000000000", "2023-11-14T22:13:20Z"},
		{"23 Nov 2026 09:15 BST", "2026-11-23T08:15:00Z"},
		{"23 Nov 2026 09:15 GMT", "2026-11-23T09:15:00Z"},
		{"23 Nov 2026 9:15 a.m.", "2026-11-23T09:15:00Z"},
		{"23 Nov 2026 12:15 AM", "2026-11-23T00:15:00Z"},
		{"23 Nov 2026 13:15 PM", NULL},
		{"23 Nov 2026 09:15 +01", "2026-11-23T08:15:00Z"},
		{"23 Nov 2026 09:15 -01:30", "2026-11-23T10:45:00Z"},
		{"23 Nov 2026 09:15 +1", NULL},
		{"23 Nov 2026 09:15 +01:3", NULL},
		{"23 Nov 2026 09:15 +15:00", NULL},
		{"23 Nov 2026 09:15 x", NULL},
		{"23 Nov 2026 09:15:3", NULL},
		{"23 Nov 2026 09.", NULL},
		{"2026 Nov 23", "2026-11-23"},
		{"2026 Nov 123", NULL},
		{"Nov", NULL},
		{"Nov 2026 23 24", NULL},
		{"1 2 3 4", NULL},
		{"23 Nov 026", NULL},
		{"Nov Nov 2026", NULL},
		{"44927.0", "2023-01-01"},
		{"23#11#2026", NULL},
		{"123:45 Nov 2026", NULL},
		{"31/02/2026", NULL},
		{"13/13/2026", NULL},
		{"2026-11-23T25:00:00Z", NULL},
		{"2026-11-23 9:5", NULL},
		{"12", NULL},
		{"0044", NULL},
		{"next week", NULL},
		{"23{11{2026", NULL},
		{"23 [Nov] 2026", NULL},
		{"1234567890123456 11 2026", NULL},
		{"23 Novembernovembernovembernovembernovember 2026", NULL},
		{"Nov 26", NULL}, /* a day, or a year? */
		{"Nov 20265", NULL},
		{"Nov 2026 1", "2026-11-01"},
		{"2026 11 123", NULL},
		{"2026 123 11", NULL},
		{"123 11 2026", NULL},
		{"23 123 2026", NULL},
		{"23 11 026", NULL},
		{"0000-01-01", NULL},
		{"2026-00-10", NULL},
		{"2026-13-10", NULL},
		{"2026-10-00", NULL},
		{"23 Nov 2026 09:15:59.5", "2026-11-23T09:15:59Z"},
		{"23 Nov 2026 09:15:59,500", "2026-11-23T09:15:59Z"},
		{"23 Nov 2026 09:15:61", NULL},
		{"23 Nov 2026 09:60", NULL},
		{"23 Nov 2026 24:00", NULL},
		{"23 Nov 2026 0:15 am", NULL},
		{"23 Nov 2026 12:15 p.m.", "2026-11-23T12:15:00Z"},
		{"23 Nov 2026 9:15 am +01:00", "2026-11-23T08:15:00Z"},
		{"23 Nov 2026 09:15 UTC", "2026-11-23T09:15:00Z"},
		{"23 Nov 2026 09:15 GMT+0130", "2026-11-23T07:45:00Z"},
		{"23 Nov 2026 09:15 GMT-0130", "2026-11-23T10:45:00Z"},
		{"23 Nov 2026 09:15 EST+0100", NULL},
		{"23 Nov 2026 09:15 +0160", NULL},
		{"23 Nov 2026 09:15 +0100x", NULL},
		{"23 Nov 2026 09:15 +01.00", NULL},
		{"23 Nov 2026 09:15 +", NULL},
		{"23 Nov 2026 00:15 +01:00", "2026-11-22T23:15:00Z"},
		{"23:15 Nov", NULL},
		{"45000.4236111111111111111", "2023-03-15T10:10:00Z"},
		{"45000.5x", NULL},
		{"45000;5", NULL},
		{"4500x.5", NULL},
		{"10000.5", NULL},
		{"99999.5", NULL},
		{"10000", NULL},
		{"99999", NULL},
		{"45000.", NULL},
		{"123456", NULL},
		{"20261301", NULL},
		{"123456789012345678901234567890", NULL},
		{"", NULL},
	};

	(void)state;
	CASES(read_date, cases, true);
}

static void
the_column_tells_the_order_of_day_and_month(void **state)
{
	struct date_column column = {0}, more = {0};
	struct str why = {0};

	(void)state;
	date_observe(&column, VIEW("03/04/2026"));
	assert_int_equal(
		date_decide(&column, DATE_DAY_FIRST, &why), DATE_DAY_FIRST);
	assert_view(str_view(&why),
		"day first is taken for granted: nothing shows the order (1 "
		"would fit both)");
	date_observe(&more, VIEW("11/23/2026"));
	date_observe(&more, VIEW("2026-11-23"));
	date_merge(&column, &more);
	str_clear(&why);
	assert_int_equal(
		date_decide(&column, DATE_DAY_FIRST, &why), DATE_MONTH_FIRST);
	assert_view(str_view(&why),
		"month first, as '11/23/2026' shows (1 for, 0 against)");
	assert_int_equal(
		date_decide(&column, DATE_DAY_FIRST, NULL), DATE_MONTH_FIRST);
	date_observe(&column, VIEW("24/12/2026"));
	str_clear(&why);
	assert_int_equal(
		date_decide(&column, DATE_DAY_FIRST, &why), DATE_DAY_FIRST);
	assert_view(str_view(&why),
		"day first is taken for granted: '24/12/2026' and "
		"'11/23/2026' disagree");
	column = (struct date_column){0};
	date_observe(&column, VIEW("45000"));
	date_observe(&column, VIEW("1700000000"));
	date_observe(&column, VIEW("30/02/2026"));
	date_observe(&column, VIEW("2026-02-30"));
	date_observe(&column, VIEW("?"));
	assert_int_equal(column.serial, 1);
	assert_int_equal(column.other, 1);
	assert_int_equal(column.bad, 3);
	str_clear(&why);
	(void)date_decide(&column, DATE_DAY_FIRST, &why);
	assert_view(str_view(&why), "no date whose order could be doubted");
	assert_int_equal(date_usual(VIEW("US")), DATE_MONTH_FIRST);
	assert_int_equal(date_usual(VIEW("GB")), DATE_DAY_FIRST);
	str_fini(&why);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_in_many_forms),
		cmocka_unit_test(the_column_tells_the_order_of_day_and_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
