/* The quick ways give the same answers as the plain ones. */
#include "unit.h"

#include "base/view.h"
#include "lead/fold.h"
#include "lead/test.h"

#define SLACK 64 /* more than RECORD_SLACK: what stands behind a field */

static uint32_t
chance(uint32_t *seed, uint32_t n)
{
	*seed = *seed * 1664525 + 1013904223;
	return (*seed >> 16) % n;
}

static size_t
plain_find(struct view v, struct view part)
{
	for (size_t i = 0; i + part.len <= v.len; i++)
		if (memcmp(v.at + i, part.at, part.len) == 0)
			return i;
	return v.len;
}

static void
a_part_is_found_where_a_plain_loop_finds_it(void **state)
{
	char text[80 + SLACK];
	char part[8];
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 200000; round++) {
		struct view v = {text, chance(&seed, 81)};
		struct view want = {part, 1 + chance(&seed, 5)};

		/* Behind the view stand the same letters: no part of it. */
		for (size_t i = 0; i < sizeof(text); i++)
			text[i] = "abc"[chance(&seed, 3)];
		for (size_t i = 0; i < want.len; i++)
			part[i] = "abc"[chance(&seed, 3)];
		assert_int_equal(view_find(v, want), plain_find(v, want));
	}
}

static void
a_number_is_read_as_the_slow_reader_reads_it(void **state)
{
	char text[24 + SLACK];
	uint32_t seed = 11;

	(void)state;
	for (int round = 0; round < 200000; round++) {
		struct view v = {text, 1 + chance(&seed, 20)};
		bool whole = true;
		int64_t quick = -1;
		int64_t slow = -2;
		bool read;

		for (size_t i = 0; i < sizeof(text); i++)
			text[i] = "0123456789.x"[chance(
				&seed, round % 2 ? 10 : 12)];
		for (size_t i = 0; i < v.len; i++)
			whole = whole && text[i] >= '0' && text[i] <= '9';
		read = test_decimal(v, &quick);
		if (whole && v.len <= 9)
			assert_true(read);
		if (read) {
			assert_true(test_number(v, &slow));
			assert_true(quick == slow);
		}
	}
}

/* A stop behind a word adds nothing to its key, but sends it the slow way. */
static void
a_word_has_the_key_of_a_word_with_a_stop(void **state)
{
	static const char some[] = "azAZbmBM@[`{9 '-\xC3\xA9";
	char text[20];
	struct str quick = {0}, slow = {0};
	uint32_t seed = 13;

	(void)state;
	for (int round = 0; round < 200000; round++) {
		size_t len = 1 + chance(&seed, 18);
		uint32_t many = round % 4 ? 8 : sizeof(some) - 1;

		for (size_t i = 0; i < len; i++)
			text[i] = some[chance(&seed, many)];
		text[len] = '.';
		str_clear(&quick);
		str_clear(&slow);
		fold_key((struct view){text, len}, &quick);
		fold_key((struct view){text, len + 1}, &slow);
		assert_true(view_eq(str_view(&quick), str_view(&slow)));
	}
	str_fini(&quick);
	str_fini(&slow);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_part_is_found_where_a_plain_loop_finds_it),
		cmocka_unit_test(a_number_is_read_as_the_slow_reader_reads_it),
		cmocka_unit_test(a_word_has_the_key_of_a_word_with_a_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
