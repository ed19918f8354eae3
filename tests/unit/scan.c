/* All ways to find the ends of fields find the same. */
#include "unit.h"

#include "record/scan.h"

static void
assert_same(const struct scan *a, const struct scan *b)
{
	assert_int_equal(a->ends_n, b->ends_n);
	assert_int_equal(a->lines_n, b->lines_n);
	assert_int_equal(a->odd_n, b->odd_n);
	assert_int_equal(a->valid, b->valid);
	assert_memory_equal(a->ends, b->ends, a->ends_n * sizeof(*a->ends));
	assert_memory_equal(a->lines, b->lines, a->lines_n * sizeof(*a->lines));
	if (a->odd_n)
		assert_memory_equal(a->odd, b->odd, a->odd_n * sizeof(*a->odd));
}

static void
assert_right(const struct scan *scan, const struct str *bytes)
{
	size_t ends = 0, lines = 0;

	for (size_t i = 0; i < bytes->len; i++) {
		char c = bytes->data[i];

		if (c == '\t' || c == '\n')
			assert_int_equal(scan->ends[ends++], i);
		if (c == '\n')
			assert_int_equal(scan->lines[lines++], ends);
	}
	assert_int_equal(scan->ends_n, ends);
	assert_int_equal(scan->lines_n, lines);
	assert_int_equal(scan->ends[-1], UINT32_MAX);
}

static void
all_ways_find_the_same(void **state)
{
	static const char some[] = "\t\nab\t\t\n\\\r\xC3\xA2\xFFxyz01234567";
	uint64_t seed = 5;
	struct scan best = {0}, other = {0};

	(void)state;
	for (int run = 0; run < 2000; run++) {
		struct str bytes = {0};
		/* Now and then more than there is room made for at once. */
		size_t len = (seed >> 40) % (run % 40 ? 700 : 30000);

		for (size_t i = 0; i < len; i++) {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			str_byte(&bytes,
				some[(seed >> 35) % (unsigned)(run % 18 + 2)]);
		}
		str_byte(&bytes, '\n');
		scan_bytes(&best, str_view(&bytes));
		assert_right(&best, &bytes);
		for (int way = 0; way < (int)scan_best(); way++) {
			scan_bytes_by(
				&other, str_view(&bytes), (enum scan_way)way);
			assert_same(&best, &other);
		}
		str_fini(&bytes);
	}
	scan_fini(&best);
	scan_fini(&other);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_ways_find_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
