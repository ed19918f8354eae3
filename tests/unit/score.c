/* lead-score's insides: halving, memory of answers, patterns, sums. */
#include "unit.h"

#include "../cmd/lead-score/half.h"
#include "../cmd/lead-score/measure.h"
#include "../cmd/lead-score/memo.h"
#include "../cmd/lead-score/whole.h"
#include "base/pattern.h"
#include "lead/test.h"

#include <ctype.h>
#include <math.h>

/* A number that looks like chance, the same on each run. */
static uint64_t
chance(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) +
		UINT64_C(1442695040888963407);
	return *seed >> 33;
}

static void
halving_is_exact(void **state)
{
	uint64_t seed = 1;

	(void)state;
	assert_true(half_power(0, 7) == HALF_ONE);
	assert_true(half_power(7, 7) == HALF_ONE / 2);
	assert_true(half_power(7000, 7) == 0);
	assert_int_equal(half_of(20, 30, 30), 10);
	assert_int_equal(half_of(-20, 60, 30), -5);
	assert_int_equal(half_of(5, 1, 1), 3); /* a half away from nought */
	assert_int_equal(half_of(-5, 1, 1), -3);
	for (int i = 0; i < 10000; i++) {
		uint64_t n = chance(&seed) % 100000;
		uint64_t d = chance(&seed) % 5000 + 1;
		double want = ldexp(pow(2, -(double)n / (double)d), 63);

		assert_true(fabs((double)half_power(n, d) - want) <
			1e-9 * ldexp(1, 63));
	}
}

static void
a_memo_never_takes_one_field_for_another(void **state)
{
	static const char letters[] = "ab\xC3";
	struct memo *memo = mem_new(1, sizeof(*memo));
	uint64_t seed = 2;
	size_t found = 0;

	(void)state;
	memo_init(memo);
	for (int i = 0; i < 200000; i++) {
		char bytes[64] = {0};
		struct view v = {bytes, chance(&seed) % 36 + 1};
		uint64_t digest = 5381;
		const struct memo_answer *known;

		for (size_t k = 0; k < v.len; k++) {
			bytes[k] = letters[chance(&seed) % 8 / 4 + (k == 9)];
			digest = digest * 33 + (unsigned char)bytes[k];
		}
		/* What stands behind the field must not matter. */
		for (size_t k = v.len; k < sizeof(bytes); k++)
			bytes[k] = (char)chance(&seed);
		digest = digest * 33 + v.len;
		known = memo_find(memo, v);
		found += known != NULL;
		if (known)
			assert_true(known->held == digest);
		else
			memo_keep(memo, v, (struct memo_answer){digest, 0});
	}
	assert_true(found > 0);
	mem_free(memo);
}

struct matching {
	const char *pattern, *text;
	bool found;
};

static void
patterns_match_as_posix_has_it(void **state)
{
	static const struct matching cases[] = {
		{"", "", true},
		{"a", "cat", true},
		{"^a", "cat", false},
		{"t$", "cat", true},
		{"^$", "", true},
		{"^$", "x", false},
		{"^(ab|c)*$", "abcab", true},
		{"^(ab|c)*$", "abca", false},
		{"^a{2,3}$", "aaaa", false},
		{"^a{2,}$", "aaaa", true},
		{"^a{0}b$", "b", true},
		{"^(a?){3}$", "aa", true},
		{"^a+?b$", "aab", true},
		{"colou?r", "the color", true},
		{"[[:digit:]]+-[x-z]", "a12-y", true},
		{"^[^0-9]$", "ŵ", true},
		{"^.$", "ŵ", true},
		{"^..$", "ŵ", false},
		{"^ŵ+$", "ŵŵ", true},
		{"a.c", "abc", true},
		{"a\\.c", "abc", false},
		{"[]x]", "]", true},
		{"[a-]", "-", true},
		{"(^|[^a])b", "bb", true},
		{"a|b|", "c", true},
		{"x(|y)z", "xz", true},
		{"^\\.\\[\\\\$", ".[\\", true},
		{"[[:alpha:][:digit:]_]$", "-_", true},
		{"[^[:space:]]", " \t", false},
		{"[[-a]", "[", true},
		{"[[.]", ".", true},
		{"[a-]-]", "a-]", true},
		{"^a{2}$", "aaa", false},
		{"a{0,1}b", "b", true},
		{"^(é|è)$", "è", true},
		{"a\\-b", "a-b", true},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = {0};
		const char *why = NULL;
		const struct pattern *pattern =
			pattern_read(view_of(cases[i].pattern), &arena, &why);

		if (!pattern)
			fail_msg("%s: %s", cases[i].pattern, why);
		if (pattern_in(pattern, view_of(cases[i].text)) !=
			cases[i].found)
			fail_msg("'%s' in '%s'", cases[i].pattern,
				cases[i].text);
		arena_fini(&arena);
	}
}

/* [[:alpha:]] and the like, letter by letter, against libc. */
static void
classes_are_those_of_the_c_locale(void **state)
{
	static const struct {
		const char *set;
		int (*is)(int c);
	} classes[] = {{"[[:alpha:]]", isalpha}, {"[[:digit:]]", isdigit},
		{"[[:alnum:]]", isalnum}, {"[[:upper:]]", isupper},
		{"[[:lower:]]", islower}, {"[[:space:]]", isspace},
		{"[[:blank:]]", isblank}, {"[[:punct:]]", ispunct},
		{"[[:xdigit:]]", isxdigit}};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(classes) / sizeof(*classes); i++) {
		const char *why = NULL;
		const struct pattern *pattern =
			pattern_read(view_of(classes[i].set), &arena, &why);

		assert_non_null(pattern);
		for (int c = 0; c < 128; c++) {
			char byte = (char)c;

			if (pattern_in(pattern, (struct view){&byte, 1}) !=
				(classes[i].is(c) != 0))
				fail_msg("%s and %d", classes[i].set, c);
		}
	}
	arena_fini(&arena);
}

static void
patterns_that_run_away_are_refused(void **state)
{
	static const char *const bad[] = {"(a", "a)", "[a", "a**{", "*a", "a{",
		"a{3,2}", "a{256}", "\\1", "(a)\\1", "\\d", "[b-a]", "[é]",
		"[[:nothing:]]", "((a{99}){99}){99}", "(){255}{255}{255}",
		"a{1,200}{2}", "a{}", "a{x}", "a{,2}", "a{-1}", "a{1,x}",
		"a{1,-1}", "a{1,256}", "a{1", "+a", "?", "{2}", "(*a)", "a|*",
		"\\", "\\A", "\\z", "[]", "[^]", "[a-é]", "[é-z]",
		"[[:alpha:", "[[:alpha", "[[:alpha:]",
		"(((((((((((((((((((((((((((((((((((("
		"(((((((((((((((((((((((((((((((((((((((((((((((((((((((("
		"(((((((((((((((((((((((((((((((((((((((((((((((((((((((("
		"(((((((((((((((((((((((((((((((((((((((((((((((((((((((("};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++) {
		struct arena arena = {0};
		const char *why = NULL;

		if (pattern_read(view_of(bad[i]), &arena, &why) || !why)
			fail_msg("%s is taken", bad[i]);
		arena_fini(&arena);
	}
}

static void
numbers_are_read_as_people_write_them(void **state)
{
	int64_t n = 0;

	(void)state;
	assert_true(test_number(VIEW("1,250"), &n) && n == 1250000);
	assert_true(test_number(VIEW("-2.5"), &n) && n == -2500);
	assert_true(test_number(VIEW("51-200"), &n) && n == 51000);
	assert_true(test_number(VIEW("5000 GBP"), &n) && n == 5000000);
	assert_true(test_number(VIEW("0.12345"), &n) && n == 123);
	assert_false(test_number(VIEW("0012345678901234567890"), &n));
	assert_false(test_number(VIEW("2018-04"), &n));
	assert_false(test_number(VIEW("five"), &n));
	assert_false(test_number(VIEW(""), &n));
}

/* By hand: two won above, one of three pairs of equals. */
static void
measures_are_right(void **state)
{
	struct predicted all[] = {
		{1, 0.2, 0}, {2, 0.5, 1}, {2, 0.5, 0}, {3, 0.8, 1}};
	struct measure m;

	(void)state;
	measure_all(&m, all, 4);
	assert_true(fabs(m.auc - 3.5 / 4) < 1e-12);
	assert_true(fabs(m.log_loss -
			    -(log(0.8) + 2 * log(0.5) + log(0.8)) / 4) < 1e-12);
	assert_true(fabs(m.brier - (0.04 + 0.25 + 0.25 + 0.04) / 4) < 1e-12);
	assert_true(fabs(m.lift10 - 2) < 1e-12);
}

/* Points drawn by a known line give that line back. */
static void
a_scale_is_found_again(void **state)
{
	struct scale scale = {0.08, 12};
	double points[40], count[40], won[40];
	struct scale found;

	(void)state;
	for (int i = 0; i < 40; i++) {
		points[i] = i * 3 - 50;
		count[i] = 1000;
		won[i] = 1000 * scale_chance(&scale, points[i]);
	}
	scale_fit(&found, points, count, won, 40);
	assert_true(fabs(found.slope - 0.08) < 1e-6);
	assert_true(fabs(found.offset - 12) < 1e-4);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(halving_is_exact),
		cmocka_unit_test(a_memo_never_takes_one_field_for_another),
		cmocka_unit_test(patterns_match_as_posix_has_it),
		cmocka_unit_test(classes_are_those_of_the_c_locale),
		cmocka_unit_test(patterns_that_run_away_are_refused),
		cmocka_unit_test(numbers_are_read_as_people_write_them),
		cmocka_unit_test(measures_are_right),
		cmocka_unit_test(a_scale_is_found_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
