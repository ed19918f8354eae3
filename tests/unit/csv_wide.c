/* CSV read with wide registers: as by any other processor. */
#include "unit.h"

#include "record/csv.h"

#include <stdlib.h>

#define SIZE 700

/* All that is said of all records. */
static void
say_all(struct view text, struct csv_dialect dialect, bool wide,
	struct str *out)
{
	char *bytes = calloc(1, text.len + CSV_PADDING);
	struct csv csv;
	enum csv_got got;

	memcpy(bytes, text.at, text.len);
	csv_begin(&csv, dialect, 0, 1 << 16);
	csv.wide = csv.wide && wide;
	csv_feed(&csv, (struct view){bytes, text.len}, 0, true);
	while ((got = csv_next(&csv)) != CSV_END) {
		str_printf(out, "%d %zu-%zu %zu %d %d%d%d:", (int)got,
			csv.start, csv.end, csv.line, (int)csv.fault,
			csv.mended, csv.plain, csv.tidy);
		for (size_t i = 0; i < csv.n; i++) {
			str_byte(out, '<');
			str_put(out, csv.fields[i]);
			str_byte(out, '>');
		}
		str_byte(out, '\n');
	}
	csv_finish(&csv);
	free(bytes);
}

static void
both_ways_read_the_same(void **state)
{
	static const char letters[] = "abcde  ,,,\n\n\"\"\r;\t\\'\x7F\x01\xC3";
	static const size_t kinds[] = {11, 15, sizeof(letters) - 1};
	struct str plain = {0}, wide = {0};
	char text[SIZE];
	uint32_t seed = 7;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct csv_dialect dialect = {.delimiter = ',',
			.quote = round % 5 ? '"' : '\'',
			.line_end = '\n',
			.backslash = round % 7 == 0};
		size_t kind = kinds[round % 3], n;

		seed = seed * 1664525 + 1013904223;
		n = (seed >> 16) % SIZE;
		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525 + 1013904223;
			text[i] = letters[(seed >> 16) % kind];
		}
		str_clear(&plain);
		str_clear(&wide);
		say_all((struct view){text, n}, dialect, false, &plain);
		say_all((struct view){text, n}, dialect, true, &wide);
		assert_true(view_eq(str_view(&plain), str_view(&wide)));
	}
	assert_true(plain.len > 0);
	str_fini(&plain);
	str_fini(&wide);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_ways_read_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
