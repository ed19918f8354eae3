/* The ground floor: views, text, UTF-8, days. */
#include "unit.h"

#include "base/day.h"
#include "base/meter.h"
#include "base/utf8.h"
#include "base/view.h"
#include "base/visible.h"

static void
view_reads_whole_numbers_only(void **state)
{
	int64_t n = 7;

	(void)state;
	assert_true(view_int(VIEW("-12"), &n));
	assert_int_equal(n, -12);
	assert_true(view_int(VIEW("-9223372036854775808"), &n));
	assert_true(n == INT64_MIN);
	assert_false(view_int(VIEW("9223372036854775808"), &n));
	assert_false(view_int(VIEW(""), &n));
	assert_false(view_int(VIEW("-"), &n));
	assert_false(view_int(VIEW("1 "), &n));
}

static void
view_is_cut_into_pieces(void **state)
{
	struct view rest = VIEW("a||b");
	struct view piece;

	(void)state;
	assert_true(view_cut(&rest, '|', &piece));
	assert_view(piece, "a");
	assert_true(view_cut(&rest, '|', &piece));
	assert_view(piece, "");
	assert_true(view_cut(&rest, '|', &piece));
	assert_view(piece, "b");
	assert_false(view_cut(&rest, '|', &piece));
}

static void
view_is_shared_out_in_whole_lines(void **state)
{
	struct view rest = VIEW("ab\ncd\nlast");
	struct view piece;

	(void)state;
	assert_true(view_cut_lines(&rest, 3, &piece));
	assert_view(piece, "ab\n");
	assert_true(view_cut_lines(&rest, 1, &piece));
	assert_view(piece, "cd\n");
	assert_true(view_cut_lines(&rest, 2, &piece));
	assert_view(piece, "last");
	assert_false(view_cut_lines(&rest, 2, &piece));
}

static void
utf8_refuses_what_rfc_3629_refuses(void **state)
{
	static const char *const bad[] = {"\x80", "\xC0\x80", "\xC1\xBF",
		"\xE0\x80\x80", "\xED\xA0\x80", "\xF0\x80\x80\x80",
		"\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xC3", "\xE2\x82"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_int_equal(utf8_valid(view_of(bad[i])), 0);
	assert_int_equal(utf8_valid(VIEW("Si\xC3\xA2n \xE2\x82\xAC")), 9);
	assert_int_equal(utf8_valid(VIEW("abcdefghij\xFF")), 10);
}

static void
utf8_trims_what_is_not_seen(void **state)
{
	(void)state;
	assert_view(
		utf8_trim(VIEW("\xE2\x80\x8E \xC2\xA0nia\xE2\x80\x8B")), "nia");
	assert_view(
		utf8_trim(VIEW("\xEF\xBB\xBF\xC3\xA9\xC2\xA0")), "\xC3\xA9");
	assert_view(utf8_trim(VIEW("\xC2\xA0")), "");
	assert_view(utf8_trim(VIEW("\xA0")), "\xA0");
	assert_view(utf8_trim(VIEW("")), "");
}

static void
utf8_counts_columns(void **state)
{
	(void)state;
	assert_int_equal(utf8_columns(VIEW("Siân")), 4);
	assert_int_equal(utf8_columns(VIEW("a\xCC\x81")), 1);
	assert_int_equal(utf8_columns(VIEW("日本")), 4);
	assert_int_equal(utf8_columns(VIEW("a\xFFz")), 3);
}

static void
hostile_text_is_made_visible(void **state)
{
	struct str out = {0};

	(void)state;
	visible_write(VIEW("a\x1b[2J\xE2\x80\xAE\xC2\x9B\xFFŵ"), &out);
	assert_view(str_view(&out), "a\\x1b[2J\\u202e\\u009b\\xffŵ");
	str_fini(&out);
}

static void
days_are_gregorian(void **state)
{
	struct str out = {0};
	int32_t day;

	(void)state;
	assert_true(day_read(VIEW("2024-02-29"), &day));
	day_write(day, &out);
	assert_view(str_view(&out), "2024-02-29");
	assert_int_equal(day_weekday(day), 3);
	assert_false(day_read(VIEW("2023-02-29"), &day));
	assert_false(day_read(VIEW("2023-2-9"), &day));
	assert_int_equal(day_of(1970, 1, 1), 0);
	assert_int_equal(day_of(1600, 3, 1), -135080);
	str_fini(&out);
}

static void
moments_are_rfc_3339(void **state)
{
	struct str out = {0};
	int64_t t;

	(void)state;
	assert_true(moment_read(VIEW("2026-11-23T10:15:00+01:00"), &t));
	moment_write(t, &out);
	assert_view(str_view(&out), "2026-11-23T09:15:00Z");
	assert_true(moment_read(VIEW("1969-12-31T23:59:59Z"), &t));
	assert_int_equal(t, -1);
	assert_int_equal(moment_day(t), -1);
	assert_true(moment_read(VIEW("2026-11-23 09:15Z"), &t));
	assert_true(moment_read(VIEW("2026-11-23T09:15:00.123Z"), &t));
	assert_false(moment_read(VIEW("2026-11-23T09:15:00"), &t));
	assert_false(moment_read(VIEW("2026-11-23T25:15:00Z"), &t));
	str_fini(&out);
}

static void
moments_that_are_none_are_refused(void **state)
{
	static const char *const bad[] = {
		"",
		"2026-11-2",
		"2026-11-23T",
		"2026-11-23T09:1",
		"2026-11-23T09:15",
		"2026-11-23T09:15:00",
		"2026-11-23x09:15:00Z",
		"2026-11-23T0x:15:00Z",
		"2026-11-23T09.15:00Z",
		"2026-11-23T09:1x:00Z",
		"2026-11-23T24:15:00Z",
		"2026-11-23T09:60:00Z",
		"2026-11-23T09:15:61Z",
		"2026-11-23T09:15:0xZ",
		"2026-11-23T09:15:0",
		"2026-11-23T09:15:00.",
		"2026-11-23T09:15:00.5",
		"2026-11-23T09:15:00,5Z",
		"2026-11-23T09:15:00x",
		"2026-11-23T09:15:00Zx",
		"2026-11-23T09:15:00 01:00",
		"2026-11-23T09:15:00+01.00",
		"2026-11-23T09:15:00+0x:00",
		"2026-11-23T09:15:00+01:0x",
		"2026-11-23T09:15:00+24:00",
		"2026-11-23T09:15:00+01:60",
		"2026-11-23T09:15:00+1:00",
		"2026/11-23",
		"2026-11/23",
		"202x-11-23",
		"2026-1x-23",
		"2026-11-2x",
		"2026-11-2/",
		"0000-11-23",
		"2026-00-23",
		"2026-13-23",
		"2026-11-00",
		"2026-11-31",
		"1900-02-29",
	};
	int64_t t;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (moment_read(view_of(bad[i]), &t))
			fail_msg("'%s' is taken", bad[i]);
	assert_true(moment_read(VIEW("2026-11-23t09:15:60z"), &t));
	assert_true(moment_read(VIEW("2000-02-29"), &t));
	assert_int_equal(t, 951782400);
	assert_true(moment_read(VIEW("2026-11-23T09:15:00-01:30"), &t));
	assert_int_equal(t, 1795430700);
}

/* Forth and back through leap years, centuries, and the year 1. */
static void
days_are_split_as_they_are_put_together(void **state)
{
	int y, m, d;

	(void)state;
	for (int32_t day = day_of(1, 1, 1); day <= day_of(9999, 12, 31);
		day += 17) {
		day_split(day, &y, &m, &d);
		if (day_of(y, m, d) != day)
			fail_msg("%d is %d-%d-%d", day, y, m, d);
	}
}

static void
a_meter_counts_with_three_digits(void **state)
{
	static const struct {
		int64_t n;
		const char *said;
	} cases[] = {{0, ": 0B"}, {999, ": 999B"}, {1000, ": 1.0kB"},
		{12345, ": 12.3kB"}, {123456, ": 123kB"}, {999999, ": 999kB"},
		{4560000000, ": 4.5GB"}, {7000000000000000, ": 7.0PB"},
		{7000000000000000000 / 10, ": 700PB"}};
	struct str out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct meter meter = {.total = -1, .done = cases[i].n};

		str_clear(&out);
		meter_write(&meter, 1000, &out);
		assert_non_null(strstr(str_text(&out), cases[i].said));
	}
	str_fini(&out);
}

static void
a_meter_says_no_time_left_that_it_cannot_know(void **state)
{
	struct meter meter = {.total = 1000, .records = 5};
	struct str out = {0};

	(void)state;
	meter_write(&meter, 1000, &out); /* nothing is done yet */
	assert_null(strstr(str_text(&out), "left"));
	assert_null(strstr(str_text(&out), "%"));
	meter.done = 1000;
	str_clear(&out);
	meter_write(&meter, 1000, &out); /* all is done */
	assert_non_null(strstr(str_text(&out), ": 100 %, "));
	assert_null(strstr(str_text(&out), "left"));
	meter.done = 500;
	str_clear(&out);
	meter_write(&meter, 9000, &out);
	assert_non_null(strstr(str_text(&out), "/s, 9 s left"));
	str_fini(&out);
}

static void
a_meter_tells_rate_and_time_left(void **state)
{
	struct meter meter = {
		.total = 200000000, .done = 50000000, .records = 1250};
	struct str out = {0};

	(void)state;
	meter_write(&meter, 30000, &out);
	assert_non_null(strstr(str_text(&out),
		": 25 %, 50.0MB, 1.2k records, 41/s, 1 min 30 s left"));
	str_clear(&out);
	meter.total = -1;
	meter_write(&meter, 0, &out);
	assert_non_null(strstr(str_text(&out), ": 50.0MB, 1.2k records, 0/s"));
	str_fini(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(view_reads_whole_numbers_only),
		cmocka_unit_test(view_is_cut_into_pieces),
		cmocka_unit_test(view_is_shared_out_in_whole_lines),
		cmocka_unit_test(utf8_refuses_what_rfc_3629_refuses),
		cmocka_unit_test(utf8_trims_what_is_not_seen),
		cmocka_unit_test(utf8_counts_columns),
		cmocka_unit_test(hostile_text_is_made_visible),
		cmocka_unit_test(days_are_gregorian),
		cmocka_unit_test(moments_are_rfc_3339),
		cmocka_unit_test(moments_that_are_none_are_refused),
		cmocka_unit_test(days_are_split_as_they_are_put_together),
		cmocka_unit_test(a_meter_counts_with_three_digits),
		cmocka_unit_test(a_meter_says_no_time_left_that_it_cannot_know),
		cmocka_unit_test(a_meter_tells_rate_and_time_left),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
