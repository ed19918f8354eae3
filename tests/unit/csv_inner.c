/* CSV: pairs of quotes and line ends in fields, wherever blocks end; blanks. */
#include "unit.h"

#include "base/mem.h"
#include "record/csv.h"

static const struct csv_dialect comma = {
	.delimiter = ',', .quote = '"', .line_end = '\n'};

struct reader {
	struct csv csv;
	struct str bytes; /* owned */
};

/* Read what is in bytes. */
static void
begin(struct reader *r, size_t width)
{
	size_t len = r->bytes.len;

	str_reserve(&r->bytes, CSV_PADDING);
	memset(r->bytes.data + len, 0, CSV_PADDING);
	csv_begin(&r->csv, comma, width, 100000);
	csv_feed(&r->csv, str_view(&r->bytes), 0, true);
}

static void
end(struct reader *r)
{
	assert_int_equal(csv_next(&r->csv), CSV_END);
	csv_finish(&r->csv);
	str_fini(&r->bytes);
}

static void
put_many(struct str *out, const char *text, size_t n)
{
	while (n--)
		str_add(out, text);
}

static void
pairs_and_line_ends_may_stand_anywhere(void **state)
{
	(void)state;
	for (size_t pad = 0; pad < 140; pad++) {
		struct reader r = {0};

		put_many(&r.bytes, "x", pad);
		str_add(&r.bytes, ",\"a \"\"b\"\"\r\nc\",\"\"\"\",\"\"\r\n");
		str_add(&r.bytes, "1,2,3,\"4\"\n");
		begin(&r, 4);
		assert_int_equal(csv_next(&r.csv), CSV_RECORD);
		assert_int_equal(r.csv.n, 4);
		assert_int_equal(r.csv.fields[0].len, pad);
		assert_view(r.csv.fields[1], "a \"b\"\r\nc");
		assert_view(r.csv.fields[2], "\"");
		assert_view(r.csv.fields[3], "");
		assert_false(r.csv.mended || r.csv.plain || r.csv.tidy);
		assert_int_equal(csv_next(&r.csv), CSV_RECORD);
		assert_view(r.csv.fields[3], "4");
		assert_int_equal(r.csv.line, 2);
		assert_true(r.csv.tidy);
		end(&r);
	}
}

/* A field of as many line ends, and a record behind it. */
static void
read_breaks(size_t breaks, enum csv_got want)
{
	struct reader r = {0};

	str_add(&r.bytes, "\"");
	put_many(&r.bytes, "text\n", breaks);
	str_add(&r.bytes, "\",2\n3,4\n");
	begin(&r, 2);
	assert_int_equal(csv_next(&r.csv), want);
	if (want == CSV_DAMAGED) {
		assert_int_equal(r.csv.fault, CSV_OPEN);
		csv_finish(&r.csv);
		str_fini(&r.bytes);
		return;
	}
	assert_int_equal(r.csv.fields[0].len, 5 * breaks);
	assert_int_equal(csv_next(&r.csv), CSV_RECORD);
	assert_int_equal(r.csv.line, breaks + 1);
	end(&r);
}

static void
a_field_may_have_a_hundred_line_ends(void **state)
{
	(void)state;
	read_breaks(1, CSV_RECORD);
	read_breaks(CSV_BREAKS, CSV_RECORD);
	read_breaks(CSV_BREAKS + 1, CSV_DAMAGED);
}

static void
lines_of_nothing_are_counted(void **state)
{
	(void)state;
	for (size_t n = 0; n < 200; n += n < 8 ? 1 : 61) {
		struct reader r = {0};

		put_many(&r.bytes, "\n", n);
		str_add(&r.bytes, "a,b,c\n");
		put_many(&r.bytes, ",,\n", n);
		str_add(&r.bytes, ",,d\n");
		put_many(&r.bytes, ",,\n\n", n);
		begin(&r, 3);
		assert_int_equal(csv_next(&r.csv), CSV_RECORD);
		assert_int_equal(r.csv.line, n);
		assert_int_equal(csv_next(&r.csv), CSV_RECORD);
		assert_view(r.csv.fields[2], "d");
		assert_int_equal(r.csv.line, 2 * n + 1);
		assert_int_equal(csv_next(&r.csv), CSV_END);
		assert_int_equal(r.csv.blank, 4 * n);
		assert_int_equal(r.csv.line_at, 4 * n + 2);
		end(&r);
	}
}

static void
in_one_column_an_empty_line_is_a_record(void **state)
{
	struct reader r = {0};

	(void)state;
	put_many(&r.bytes, "\n", 20);
	begin(&r, 1);
	for (size_t i = 0; i < 20; i++)
		assert_int_equal(csv_next(&r.csv), CSV_RECORD);
	end(&r);
}

/* Wherever the block ends in it, and with no other quote to hide behind. */
static void
one_pair_may_stand_anywhere(void **state)
{
	(void)state;
	for (size_t pad = 0; pad < 140; pad++) {
		struct reader r = {0};

		put_many(&r.bytes, "x", pad);
		str_add(&r.bytes, ",\"a\"\"b\"\n");
		begin(&r, 2);
		assert_int_equal(csv_next(&r.csv), CSV_RECORD);
		assert_view(r.csv.fields[1], "a\"b");
		end(&r);
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(pairs_and_line_ends_may_stand_anywhere),
		cmocka_unit_test(one_pair_may_stand_anywhere),
		cmocka_unit_test(a_field_may_have_a_hundred_line_ends),
		cmocka_unit_test(lines_of_nothing_are_counted),
		cmocka_unit_test(in_one_column_an_empty_line_is_a_record),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
