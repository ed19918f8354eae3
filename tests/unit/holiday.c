/* Bank holidays of England and Wales, as gov.uk lists them. */
#include "unit.h"

#include "base/day.h"
#include "lead/holiday.h"

/* All of a year's, in order; with substitutes for weekends. */
static const struct {
	int year;
	const char *days[8];
} years[] = {
	{2025,
		{"01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25",
			"12-26"}},
	{2026, /* Boxing Day is a Saturday */
		{"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25",
			"12-28"}},
	{2027, /* Christmas Day is a Saturday */
		{"01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27",
			"12-28"}},
	{2028, /* New Year's Day is a Saturday */
		{"01-03", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25",
			"12-26"}},
	{2029,
		{"01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25",
			"12-26"}},
	{2030,
		{"01-01", "04-19", "04-22", "05-06", "05-27", "08-26", "12-25",
			"12-26"}},
	{2016, /* Christmas Day is a Sunday */
		{"01-01", "03-25", "03-28", "05-02", "05-30", "08-29", "12-26",
			"12-27"}},
	{2017, /* New Year's Day is a Sunday */
		{"01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25",
			"12-26"}},
};

static void
a_year_has_its_eight_days(void **state)
{
	struct str text = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(years) / sizeof(*years); i++) {
		int32_t day = day_of(years[i].year, 1, 1);
		size_t n = 0;

		for (; day < day_of(years[i].year + 1, 1, 1); day++) {
			if (!holiday_is(day))
				continue;
			assert_true(n < 8);
			str_clear(&text);
			day_write(day, &text);
			assert_string_equal(
				str_text(&text) + 5, years[i].days[n++]);
		}
		assert_int_equal(n, 8);
	}
	str_fini(&text);
}

/* The earliest and the latest there can be among them. */
static void
easter_is_a_sunday_after_the_moon(void **state)
{
	(void)state;
	assert_int_equal(holiday_easter(1818), day_of(1818, 3, 22));
	assert_int_equal(holiday_easter(1943), day_of(1943, 4, 25));
	assert_int_equal(holiday_easter(2000), day_of(2000, 4, 23));
	assert_int_equal(holiday_easter(2008), day_of(2008, 3, 23));
	assert_int_equal(holiday_easter(2038), day_of(2038, 4, 25));
	for (int year = 1583; year <= 9999; year++)
		assert_int_equal(day_weekday(holiday_easter(year)), 6);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_year_has_its_eight_days),
		cmocka_unit_test(easter_is_a_sunday_after_the_moon),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
