/* CSV: records cut by masks and by libcsv, damage that costs one line. */
#include "unit.h"

#include "base/mem.h"
#include "record/csv_layout.h"

#include <stdlib.h>

struct text {
	char *bytes;
	struct view view;
};

static struct text
padded(struct view v)
{
	struct text t = {.bytes = mem_new(1, v.len + CSV_PADDING)};

	if (v.len)
		memcpy(t.bytes, v.at, v.len);
	t.view = (struct view){t.bytes, v.len};
	return t;
}

static void
put_record(const struct csv *csv, enum csv_got got, struct str *out)
{
	static const char faults[] = "?FMOQL";

	if (got == CSV_DAMAGED) {
		str_byte(out, '!');
		str_byte(out, faults[csv->fault]);
	}
	for (size_t i = 0; i < csv->n && got == CSV_RECORD; i++) {
		if (i)
			str_byte(out, '|');
		str_put(out, csv->fields[i]);
	}
	str_byte(out, ';');
}

/*
 * What is read of text, as "a|b;c|d": a bar between fields, a semicolon
 * behind records, "!" and the fault's first letter for a damaged one.
 */
static void
read_all(struct csv_dialect dialect, size_t width, struct view in,
	struct str *out)
{
	struct text text = padded(in);
	struct csv csv;
	enum csv_got got;

	csv_begin(&csv, dialect, width, 1000);
	csv_feed(&csv, text.view, 0, true);
	while ((got = csv_next(&csv)) != CSV_END) {
		assert_int_not_equal(got, CSV_MORE);
		put_record(&csv, got, out);
	}
	csv_finish(&csv);
	mem_free(text.bytes);
}

static const struct csv_dialect comma = {
	.delimiter = ',', .quote = '"', .line_end = '\n'};

static const struct {
	const char *in, *want;
} cut_cases[] = {
	{"a,b,c\n", "a|b|c;"},
	{"a,b,c", "a|b|c;"},
	{"a,b,c\r\nd,e,f\r\n", "a|b|c;d|e|f;"},
	{"\"a\",\"b\",\"c\"\r\n", "a|b|c;"},
	{"\"a,1\",b,\"\"\n", "a,1|b|;"},
	{"\"say \"\"hi\"\"\",b,c\n", "say \"hi\"|b|c;"},
	{"\"a\nb\",\"c\",d\ne,f,g\n", "a\nb|c|d;e|f|g;"},
	{"\"a\r\nb\",\"c\",d\r\n", "a\r\nb|c|d;"},
	{"a,b\n1,2,3\n", "!F;1|2|3;"},
	{"a,b,c,d\n1,2,3\n", "!M;1|2|3;"},
	{"5\" pipe,b,c\n1,2,3\n", "5\" pipe|b|c;1|2|3;"},
	{"\"a\"b,c\n1,2,3\n", "!Q;1|2|3;"},
	{"\"a\" b,\"c\",d\n1,2,3\n", "\"a\" b|c|d;1|2|3;"},
	{"\"a\" b,\"c,d\"\n1,2,3\n", "!Q;1|2|3;"},
	{"\"a\" b,\"c,d\n1,2,3\n", "!Q;1|2|3;"},
	{"a,b,\"\n1,2,3\n", "!O;1|2|3;"},
	{"a,b,\"c\n1,\"2\",3\n4,5,6\n", "!Q;1|2|3;4|5|6;"},
	{"\n\n,,\na,b,c\n\n", "a|b|c;"},
	{"a,b,c\n\n\",", "a|b|c;!O;"},
	{"1,\"2\"\"\",3\" x\n", "1|2\"|3\" x;"},
};

static void
records_are_cut(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cut_cases) / sizeof(*cut_cases); i++) {
		struct str out = {0};

		read_all(comma, 3, view_of(cut_cases[i].in), &out);
		assert_view(str_view(&out), cut_cases[i].want);
		str_fini(&out);
	}
}

/* What a stream brings: step bytes more each time, the last with the end. */
static void
read_pieces(struct view in, size_t step, struct str *out)
{
	struct csv csv;
	struct text text = {0};
	enum csv_got got = CSV_MORE;

	csv_begin(&csv, comma, 3, 1000);
	for (size_t len = 0; got != CSV_END;) {
		if (got == CSV_MORE) {
			assert_true(len < in.len || !len);
			len = len + step < in.len ? len + step : in.len;
			mem_free(text.bytes);
			text = padded(view_upto(in, len));
			csv_feed(&csv, text.view, csv.at, len == in.len);
		} else {
			put_record(&csv, got, out);
		}
		got = csv_next(&csv);
	}
	csv_finish(&csv);
	mem_free(text.bytes);
}

static void
pieces_make_no_difference(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cut_cases) / sizeof(*cut_cases); i++)
		for (size_t step = 1; step < 30; step++) {
			struct str out = {0};

			read_pieces(view_of(cut_cases[i].in), step, &out);
			assert_view(str_view(&out), cut_cases[i].want);
			str_fini(&out);
		}
}

/* Too long a record is passed over to its line's end, wherever pieces end. */
static void
a_long_record_comes_in_pieces(void **state)
{
	struct str in = {0};

	(void)state;
	str_add(&in, "a,b,");
	for (int i = 0; i < 3000; i++)
		str_byte(&in, 'x');
	str_add(&in, "\n1,2,3\n");
	for (size_t step = 500; step < 3500; step += 97) {
		struct str out = {0};

		read_pieces(str_view(&in), step, &out);
		assert_view(str_view(&out), "!L;1|2|3;");
		str_fini(&out);
	}
	/* It may be the last one, and have no end. */
	for (size_t step = 500; step < 3500; step += 97) {
		struct str out = {0};

		read_pieces(view_upto(str_view(&in), 3000), step, &out);
		assert_view(str_view(&out), "!L;");
		str_fini(&out);
	}
	str_fini(&in);
}

/*
 * A line within a record has as many fields as one: a quote that was never
 * closed took it in, unless its own quotes say that it is no record.
 */
static void
a_swallowed_line_is_seen(void **state)
{
	struct str out = {0};

	(void)state;
	read_all(comma, 4, VIEW("\"a\nb\",c,d,\"e\nf\"\n1,2,3,4\n"), &out);
	assert_view(str_view(&out), "a\nb|c|d|e\nf;1|2|3|4;");
	str_clear(&out);
	read_all(comma, 4, VIEW("a,b,c,\"d\n1,2,3,4\n5,6,\"\n"), &out);
	assert_view(str_view(&out), "!Q;1|2|3|4;!O;");
	str_fini(&out);
}

static void
other_dialects_are_cut(void **state)
{
	static const struct csv_dialect backslash = {.delimiter = ',',
		.quote = '"',
		.line_end = '\n',
		.backslash = true};
	static const struct csv_dialect blanks = {.delimiter = ',',
		.quote = '"',
		.line_end = '\n',
		.skip_blanks = true};
	static const struct csv_dialect mac = {
		.delimiter = ';', .quote = '"', .line_end = '\r'};
	static const struct {
		const struct csv_dialect *dialect;
		const char *in, *want;
	} cases[] = {
		{&backslash, "\"a\\\"b\",c,d\n", "a\"b|c|d;"},
		{&backslash, "\"a\\\\\",c,d\n", "a\\|c|d;"},
		{&backslash, "\"a\\n\",c,d\n", "a\\n|c|d;"},
		{&backslash, "\"a\\\",b\",c,d\n", "a\",b|c|d;"},
		{&backslash, "\"a\",c,d\\\n1,2,3\n", "a|c|d\\;1|2|3;"},
		{&backslash, "a\"b,\"\\\\\",\"\\\"\"\n", "a\"b|\\|\";"},
		{&backslash, "a\\\"b,c,d\n1,2,3\n", "a\"\"b|c|d;1|2|3;"},
		{&blanks, "\" a \" , b c ,\"\"\t\n", " a |b c|;"},
		{&blanks, "\"a\" b, c,d\n1,2,3\n", "!Q;1|2|3;"},
		{&blanks, " a ,\t\"b \" ,c\n", "a|b |c;"},
		{&blanks, "\n \na,b,c\n\n", "a|b|c;"},
		{&blanks, " a, b, c", "a|b|c;"},
		{&blanks, "a,b,\"c\nd,e,f\n", "!O;d|e|f;"},
		{&mac, "a;b;\"c\rd\"\r1;2;3\r", "a|b|c\rd;1|2|3;"},
		{&mac, "a;b\n;c\r1;2;3", "a|b\n|c;1|2|3;"},
		{&mac, "\"a\"x;b;c\r1;2;3\r", "\"a\"x|b|c;1|2|3;"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct str out = {0};

		read_all(*cases[i].dialect, 3, view_of(cases[i].in), &out);
		if (!view_is(str_view(&out), cases[i].want))
			fail_msg(
				"'%s' gives '%s'", cases[i].in, str_text(&out));
		str_fini(&out);
	}
}

/* Fields of all lengths around the 64 bytes that are looked at at once. */
static void
block_borders_do_not_matter(void **state)
{
	(void)state;
	for (size_t len = 0; len < 200; len++) {
		struct str in = {0};
		struct str out = {0};
		struct str want = {0};

		str_byte(&in, '"');
		for (size_t i = 0; i < len; i++)
			str_byte(&in, i % 7 ? 'x' : ',');
		str_add(&in, "\",\"b\",c\r\n1,2,3\n");
		for (size_t i = 0; i < len; i++)
			str_byte(&want, i % 7 ? 'x' : ',');
		str_add(&want, "|b|c;1|2|3;");
		read_all(comma, 3, str_view(&in), &out);
		assert_view(str_view(&out), str_text(&want));
		str_fini(&in);
		str_fini(&out);
		str_fini(&want);
	}
}

/* A doubled " is one, whether or not there is a quote in its block. */
static void
doubled_is_single_everywhere(void **state)
{
	static const struct csv_dialect d = {.delimiter = ',',
		.quote = '\'',
		.line_end = '\n',
		.doubled = true};

	(void)state;
	for (size_t len = 0; len < 100; len++) {
		struct str in = {0};
		struct str out = {0};
		struct str want = {0};

		str_add(&in, "5\"\" pipe,");
		str_add(&want, "5\" pipe|");
		for (size_t i = 0; i < len; i++) {
			str_byte(&in, 'x');
			str_byte(&want, 'x');
		}
		str_add(&in, ",'c'\n");
		str_add(&want, "|c;");
		read_all(d, 3, str_view(&in), &out);
		assert_view(str_view(&out), str_text(&want));
		str_fini(&in);
		str_fini(&out);
		str_fini(&want);
	}
}

static void
a_long_record_is_passed_over(void **state)
{
	struct str in = {0};
	struct str out = {0};

	(void)state;
	str_add(&in, "a,b,");
	for (int i = 0; i < 5000; i++)
		str_byte(&in, 'x');
	str_add(&in, "\n1,2,3\n");
	read_all(comma, 3, str_view(&in), &out);
	assert_view(str_view(&out), "!L;1|2|3;");
	str_fini(&in);
	str_fini(&out);
}

static void
the_dialect_is_found(void **state)
{
	static const struct {
		const char *in;
		char delimiter, quote, line_end;
		size_t header_line;
		const char *last; /* name */
	} cases[] = {
		{"a,b\n1,2\n", ',', '"', '\n', 1, "b"},
		{"a;b\n1,5;2,5\n2,5;3,5\n", ';', '"', '\n', 1, "b"},
		{"a\tb\n1\t2\n", '\t', '"', '\n', 1, "b"},
		{"a|b\n1|2\n", '|', '"', '\n', 1, "b"},
		{"sep=;\r\na;b\r\n1;2\r\n", ';', '"', '\n', 2, "b"},
		{"a,b\r1,2\r3,4\r", ',', '"', '\r', 1, "b"},
		{"only\none\ncolumn\n", 0, '"', '\n', 1, "only"},
		{"a,b\n'1,5',x\n'2,5',y\n3,z\n", ',', '\'', '\n', 1, "b"},
		{"a,b\n'+44 1,x\n'+44 2,y\n'+44 3,z\n'+44 4,z\n", ',', '"',
			'\n', 1, "b"},
		{"a,b\n\"x\",'y'\n\"'n'\",z\n", ',', '"', '\n', 1, "b"},
		{"a,b\n'It's','y'\n'x','it's'\n", ',', '\'', '\n', 1, "b"},
		{"a\tPrice, net\nx\t$1,5\ny\t$2,6\n", '\t', '"', '\n', 1,
			"Price, net"},
		{"Report of 3 May\n\nname,n\nx,1\ny,2\n", ',', '"', '\n', 3,
			"n"},
		{"1,2\n3,4\n5,6\n", ',', '"', '\n', 0, "col_1"},
		{"a,2019,2020\nx,3,4\ny,5,6\n", ',', '"', '\n', 1, "2020"},
		{"a,2019,2021\nx,3,4\ny,5,6\n", ',', '"', '\n', 0, "col_2"},
		{"a,2020,2019\nx,3,4\ny,5,6\n", ',', '"', '\n', 1, "2019"},
		{"2019,2020\n3,4\n5,6\n", ',', '"', '\n', 1, "2020"},
		{"2019,2021\n3,4\n5,6\n", ',', '"', '\n', 0, "col_1"},
		{"1700,1701\n3,4\n5,6\n", ',', '"', '\n', 0, "col_1"},
		{"2201,2202\n3,4\n5,6\n", ',', '"', '\n', 0, "col_1"},
		{"+201,+202\n3,4\n5,6\n", ',', '"', '\n', 0, "col_1"},
		{"n,what\n2019-01-01,x\n2020-01-01,y\n", ',', '"', '\n', 1,
			"what"},
		{",Sales,,Costs,\nyear,net,tax,net,tax\n1,2,3,4,5\n"
		 "6,7,8,9,1\n",
			',', '"', '\n', 1, "Costs tax"},
		{"2019,5,6\n2020,3,4\n2021,7,8\n", ',', '"', '\n', 0, "col_2"},
		{"a,b\n1,'x, y'\n2,'z'\n3,'v, w'\n4,'u'\n", ',', '\'', '\n', 1,
			"b"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct text text = padded(view_of(cases[i].in));
		struct csv_layout layout;

		csv_layout_find(&layout, text.view, true);
		assert_int_equal(layout.dialect.delimiter, cases[i].delimiter);
		assert_int_equal(layout.dialect.quote, cases[i].quote);
		assert_int_equal(layout.dialect.line_end, cases[i].line_end);
		if (layout.header_line != cases[i].header_line)
			fail_msg("'%s': header in line %zu", cases[i].in,
				(size_t)layout.header_line);
		assert_view(layout.names[layout.width - 1], cases[i].last);
		csv_layout_fini(&layout);
		mem_free(text.bytes);
	}
}

/* By the bytes: 2 tidy, 1 plain, 0 neither. */
static int
form_of(struct view field)
{
	bool tidy = true;
	char before = ' ';

	for (size_t i = 0; i < field.len; i++) {
		unsigned char c = (unsigned char)field.at[i];

		if (c < ' ' || c == 0x7F || c == '\\')
			return 0;
		tidy &= c < 0x80 && !(c == ' ' && before == ' ');
		before = (char)c;
	}
	return tidy && (!field.len || before != ' ') ? 2 : 1;
}

/*
 * What the masks say of random records holds of each field; and they say it
 * of every record that is cut by them and for whose fields it holds.
 */
static void
plain_and_tidy_are_what_they_say(void **state)
{
	static const char some[] =
		"aaaaaaaaaaaaaaaaabcde  ,,,,,\n\n\"\"\r\t\\\xC3\xA9\x7F\x01";
	static const struct csv_dialect dialects[] = {
		{.delimiter = ',', .quote = '"', .line_end = '\n'},
		{.delimiter = '\t', .line_end = '\n', .escapes = true},
		{.delimiter = ' ', .quote = '\'', .line_end = '\r'},
	};
	unsigned seen[3] = {0};

	(void)state;
	srandom(20261125); /* the same texts each time */
	for (int round = 0; round < 3000; round++) {
		char bytes[400 + CSV_PADDING] = "";
		size_t many = round % 2 ? sizeof(some) - 1 : 28;
		struct csv csv;

		for (size_t i = 0; i < 400; i++)
			bytes[i] = some[(size_t)random() % many];
		csv_begin(&csv, dialects[round % 3], 0, 1000);
		csv_feed(&csv, (struct view){bytes, 400}, 0, true);
		while (csv_next(&csv) == CSV_RECORD) {
			bool quoted =
				view_find_byte(csv_raw(&csv),
					csv.dialect.quote) < csv_raw(&csv).len;
			int form = 2;

			for (size_t i = 0; i < csv.n; i++)
				if (form_of(csv.fields[i]) < form)
					form = form_of(csv.fields[i]);
			assert_true(form >= csv.plain);
			assert_true(form == 2 || !csv.tidy);
			if (quoted || csv.end == csv.len)
				continue;
			assert_int_equal(csv.plain + csv.tidy, form);
			seen[form]++;
		}
		csv_finish(&csv);
	}
	for (int i = 0; i < 3; i++)
		assert_true(seen[i] > 100);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(records_are_cut),
		cmocka_unit_test(pieces_make_no_difference),
		cmocka_unit_test(a_long_record_comes_in_pieces),
		cmocka_unit_test(other_dialects_are_cut),
		cmocka_unit_test(a_swallowed_line_is_seen),
		cmocka_unit_test(block_borders_do_not_matter),
		cmocka_unit_test(doubled_is_single_everywhere),
		cmocka_unit_test(a_long_record_is_passed_over),
		cmocka_unit_test(the_dialect_is_found),
		cmocka_unit_test(plain_and_tidy_are_what_they_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
