/* What can be asked of a field: what is understood, and for what it holds. */
#include "unit.h"

#include "lead/test.h"

#define NOW 1795425300 /* 2026-11-23T09:15:00Z */

static void
conditions_hold_for_what_they_say(void **state)
{
	static const struct {
		const char *test, *value;
		const char *holds, *not ; /* fields, a bar between */
	} cases[] = {
		{"is", "a", "a", "A|b|"},
		{"in", "b||a", "a|b", "c|ab|"},
		{"in", " b | c d|", "b|c d", " b |d|"},
		{"in", "| |", NULL, "a| |"},
		{"contains", "lar", "solar|lar", "sola|"},
		{"starts", "so", "so|solar", "s|also|"},
		{"ends", "lar", "solar|lar", "ar|larch|"},
		{"matches", "^s.*r$", "sr|solar", "solars|"},
		{"matches", "x*", "a|x", ""},
		{"over", "5", "5.001|6|6-9|1k|9999999999999999.5",
			"5|4|x|-9999999999999999|9999999999999999x|"
			"9999999999999999.x|0099999999999999999|"},
		{"under", "5", "4.999|-6", "5|x|"},
		{"at-least", "5", "5|6", "4.999|"},
		{"at-most", "5", "5|-1", "5.001|"},
		{"over", "£2", "£2.01|3|3k GBP", "$3|£2|two|"},
		{"between", "£1..9", "8|£8", "$8|9|"},
		{"over", "2026-11-23", "2026-11-24|2026-11-23T00:00:01Z",
			"2026-11-23|5000000000|"},
		{"between", "1..5", "1|4.999", "5|0.999|"},
		{"between", "..5", "-9|4.999", "5|x|"},
		{"between", "5..", "5|99", "4.999|"},
		{"between", "2026-11-01..2026-12-01", "2026-11-01|2026-11-30",
			"2026-12-01|5|"},
		{"set", "", "a|0", ""},
		{"unset", "", "", "a|0"},
		{"within", "1d", "2026-11-23|2026-11-24|2026-11-22T09:15:00Z",
			"2026-11-25|2026-11-22|today|"},
		{"older", "1d", "2026-11-22|2025-01-01",
			"2026-11-23|2026-11-22T09:15:00Z|"},
		{"not-set", "", "", "a"},
		{"not-is", "a", "b|", "a"},
		{"not-over", "5", "5|x|", "6"},
	};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		for (int want = 0; want < 2; want++) {
			const char *all = want ? cases[i].holds : cases[i].not ;
			struct view rest = view_of(all ? all : "");
			struct view one;
			struct test test;

			assert_null(test_read(&test, view_of(cases[i].test),
				view_of(cases[i].value), &arena, NOW));
			while (all && view_cut(&rest, '|', &one)) {
				struct test_field field = test_field(one);

				if (test_holds(&test, &field) != want)
					fail_msg("%s %s of '%.*s'",
						cases[i].test, cases[i].value,
						VIEW_ARGS(one));
				/* Asked again it says the same. */
				assert_int_equal(
					test_holds(&test, &field), want);
			}
		}
	arena_fini(&arena);
}

static void
conditions_that_make_no_sense_are_refused(void **state)
{
	static const struct {
		const char *test, *value, *why;
	} cases[] = {
		{"", "", "no such test"},
		{"not-", "", "no such test"},
		{"not-not-is", "a", "no such test"},
		{"IS", "a", "no such test"},
		{"is", "", "this test needs a value"},
		{"not-over", "", "this test needs a value"},
		{"set", "a", "this test takes no value"},
		{"over", "many", "the value is neither a number nor a date"},
		{"over", "9223372036854775.807",
			"the value is neither a number nor a date"},
		{"over", "¥9223372036854775000",
			"the value is neither a number nor a date"},
		{"between", "5", "the value is not of the form lo..hi"},
		{"between", "x..5", "the value is neither a number nor a date"},
		{"between", "5..x", "the value is neither a number nor a date"},
		{"between", "£5..$9", "the ends are in different currencies"},
		{"between", "5..2026-11-23",
			"one end is a number, the other a date"},
		{"between", "2026-11-23..5",
			"one end is a number, the other a date"},
		{"within", "soon", NULL},
		{"within", "5", NULL},
		{"within", "d", NULL},
		{"within", "-1d", NULL},
		{"within", "99999999999999999999d", NULL},
		{"within", "9999999999999999y", NULL},
		{"within", "900000000000y", NULL},
		{"within", "290000000000y 290000000000y", NULL},
		{"matches", "(", NULL},
	};
	struct arena arena = {0};
	struct test test;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *why = test_read(&test, view_of(cases[i].test),
			view_of(cases[i].value), &arena, NOW);

		if (!why)
			fail_msg("%s %s is taken", cases[i].test,
				cases[i].value);
		if (cases[i].why)
			assert_string_equal(why, cases[i].why);
	}
	arena_fini(&arena);
}

static void
lengths_of_time_add_up(void **state)
{
	int64_t n;

	(void)state;
	assert_true(test_seconds(VIEW(" 1d 6h "), &n));
	assert_int_equal(n, 30 * 3600);
	assert_true(test_seconds(VIEW("3w"), &n));
	assert_int_equal(n, 21 * 86400);
	assert_true(test_seconds(VIEW("12mo"), &n));
	assert_int_equal(n, 31556952);
	assert_true(test_seconds(VIEW("1y"), &n));
	assert_int_equal(n, 31556952);
	assert_false(test_seconds(VIEW("1d  6h"), &n));
	assert_false(test_seconds(VIEW("1D"), &n));
	assert_false(test_seconds(VIEW("1.5d"), &n));
	assert_false(test_seconds(VIEW("14"), &n));
	assert_false(test_seconds(VIEW("d"), &n));
	assert_false(test_seconds(VIEW("9223372036854775807y"), &n));
}

static void
decimals_are_read_in_thousandths(void **state)
{
	static const char *const bad[] = {"", "-", ".5", "1.2.3", "1,5", "1x",
		"1.x", "1.2345x", "+5", "1e3", "1234567890123456", " 1"};
	int64_t n;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (test_decimal(view_of(bad[i]), &n))
			fail_msg("'%s' is taken", bad[i]);
	assert_true(test_decimal(VIEW("-0.5"), &n));
	assert_int_equal(n, -500);
	assert_true(test_decimal(VIEW("5."), &n));
	assert_int_equal(n, 5000);
	assert_true(test_decimal(VIEW("1.23499999999999999999"), &n));
	assert_int_equal(n, 1234);
	assert_true(test_decimal(VIEW("999999999999999.999"), &n));
	assert_true(n == INT64_C(999999999999999999));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(conditions_hold_for_what_they_say),
		cmocka_unit_test(conditions_that_make_no_sense_are_refused),
		cmocka_unit_test(lengths_of_time_add_up),
		cmocka_unit_test(decimals_are_read_in_thousandths),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
