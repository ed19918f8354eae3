/* Two ways to find the ends of fields find the same. */
#include "unit.h"

#include "record/scan.h"

static void
both_ways_find_the_same(void **state)
{
	static const char some[] = "ab\t\t\n\\\r\xC3\xA2\xFFxyz01234567";
	uint64_t seed = 5;
	struct scan wide = {0}, plain = {0};

	(void)state;
	for (int run = 0; run < 2000; run++) {
		struct str bytes = {0};
		size_t len = (seed >> 40) % 700;

		for (size_t i = 0; i < len; i++) {
			seed = seed * UINT64_C(6364136223846793005) + 1;
			str_byte(&bytes,
				some[(seed >> 35) % (unsigned)(run % 18 + 2)]);
		}
		str_byte(&bytes, '\n');
		scan_bytes_by(&plain, str_view(&bytes), false);
		scan_bytes(&wide, str_view(&bytes));
		assert_int_equal(wide.ends_n, plain.ends_n);
		assert_int_equal(wide.lines_n, plain.lines_n);
		assert_int_equal(wide.odd_n, plain.odd_n);
		assert_int_equal(wide.valid, plain.valid);
		assert_memory_equal(wide.ends, plain.ends,
			wide.ends_n * sizeof(*wide.ends));
		assert_memory_equal(wide.lines, plain.lines,
			wide.lines_n * sizeof(*wide.lines));
		if (wide.odd_n)
			assert_memory_equal(wide.odd, plain.odd,
				wide.odd_n * sizeof(*wide.odd));
		/* And by hand. */
		for (size_t i = 0, n = 0; i < bytes.len; i++)
			if (bytes.data[i] == '\t' || bytes.data[i] == '\n')
				assert_int_equal(wide.ends[n++], i);
		str_fini(&bytes);
	}
	scan_fini(&wide);
	scan_fini(&plain);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_ways_find_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
