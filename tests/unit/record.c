/* The first floor: scanning, escapes, headers, sheets. */
#include "unit.h"

#include "base/utf8.h"
#include "record/field.h"
#include "record/header.h"
#include "record/page.h"
#include "record/plan.h"
#include "record/sheet.h"

#include <sys/mman.h>
#include <unistd.h>

/* The plain way, byte by byte, that the scan must agree with. */
static void
assert_scan_of(struct view bytes)
{
	struct scan scan = {0};
	size_t ends = 0;
	size_t lines = 0;

	scan_bytes(&scan, bytes);
	for (size_t i = 0; i < bytes.len; i++) {
		if (bytes.at[i] != '\t' && bytes.at[i] != '\n')
			continue;
		assert_true(ends < scan.ends_n);
		assert_int_equal(scan.ends[ends++], i);
		if (bytes.at[i] != '\n')
			continue;
		assert_true(lines < scan.lines_n);
		assert_int_equal(scan.lines[lines++], ends);
	}
	assert_int_equal(scan.ends_n, ends);
	assert_int_equal(scan.lines_n, lines);
	assert_int_equal(scan.ends[-1], UINT32_MAX);
	assert_int_equal(scan.valid, utf8_valid(bytes));
	scan_fini(&scan);
}

static void
a_scan_agrees_with_a_plain_loop(void **state)
{
	static const char letters[] = "ab\t\n\\\r\xC5\xB5\xFF";
	char bytes[300];
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		size_t n = (size_t)round % sizeof(bytes);

		for (size_t i = 0; i < n; i++) {
			seed = seed * 1664525 + 1013904223;
			bytes[i] = letters[(seed >> 16) %
				(round % 3 ? 7 : sizeof(letters) - 1)];
		}
		assert_scan_of((struct view){bytes, n});
	}
}

static void
fields_are_written_and_read_back(void **state)
{
	static const char plain[] = "a\tb\nc\rd\\e\\tâ";
	struct str written = {0};
	struct str scratch = {0};

	(void)state;
	field_write(view_of(plain), &written);
	assert_view(str_view(&written), "a\\tb\\nc\\rd\\\\e\\\\tâ");
	assert_view(field_plain(str_view(&written), &scratch), plain);
	assert_view(field_plain(VIEW("plain"), &scratch), "plain");
	assert_true(field_needs_escape(VIEW("\r")));
	assert_false(field_needs_escape(VIEW("plain")));
	str_fini(&written);
	str_fini(&scratch);
}

/* A page of bytes, behind which there is nothing to read. */
static char *
last_page(size_t size)
{
	char *page = mmap(NULL, 2 * size, PROT_READ | PROT_WRITE,
		MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_true(page != MAP_FAILED);
	assert_int_equal(mprotect(page + size, size, PROT_NONE), 0);
	for (size_t i = 0; i < size; i++)
		page[i] = (char)('!' + i % 90);
	return page;
}

static void
fields_of_all_lengths_make_a_line(void **state)
{
	size_t size = (size_t)sysconf(_SC_PAGESIZE);
	char *page = last_page(size);
	struct view fields[70] = {{0}};
	struct str expected = {0}, out = {0};

	(void)state;
	for (size_t n = 1; n <= 70; n++) {
		size_t len = n - 1;

		/* the first has none, as of an absent column */
		if (len)
			fields[n - 1] = (struct view){page + size - len, len};
		str_clear(&expected);
		for (size_t i = 0; i < n; i++) {
			str_put(&expected, fields[i]);
			str_byte(&expected, i + 1 < n ? '\t' : '\n');
		}
		for (int wide = 0; wide <= (int)fields_wide(); wide++) {
			/* nothing is left of the other way */
			str_fini(&out);
			str_add(&out, "before\n");
			fields_write_by(fields, n, &out, wide);
			assert_true(view_eq(
				str_tail(&out, 7), str_view(&expected)));
		}
	}
	str_fini(&expected);
	str_fini(&out);
	munmap(page, 2 * size);
}

static void
page_is(const char *in, bool raw, const char *out, const char *fault)
{
	struct page page = {0};

	page_read(&page, view_of(in), raw);
	assert_view(page.bytes, out);
	if (fault)
		assert_non_null(strstr(page.fault, fault));
	else
		assert_null(page.fault);
	page_fini(&page);
}

static void
pages_come_in_the_written_form(void **state)
{
	(void)state;
	page_is("a\tb\n", false, "a\tb\n", NULL);
	page_is("\\N\tx\\Ny\n", false, "", "unknown escape");
	page_is("\\N\t\\N\n\\N\n", false, "\t\n\n", NULL);
	page_is("a\\bb\\fc\\vd\\'e\n", false, "a\bb\fc\vd'e\n", NULL);
	page_is("a\rb\n", false, "a\\rb\n", NULL);
	page_is("c:\\new\n", true, "c:\\\\new\n", NULL);
	page_is("good\nx\\q\n", false, "good\n", "unknown escape");
	page_is("good\nx\\\n", false, "good\n", "unknown escape");
	page_is("good\na\t\xC3\n", false, "good\n", "UTF-8");
}

static void
the_faulty_field_is_told(void **state)
{
	struct page page = {0};

	(void)state;
	page_read(&page, VIEW("1\t2\t3\na\tb\tc\\z\n"), false);
	assert_int_equal(page.scan.lines_n, 1);
	assert_int_equal(page.fault_field, 2);
	page_fini(&page);
}

static void
headers_find_columns_by_name(void **state)
{
	struct header header = {0};
	struct str why = {0};

	(void)state;
	assert_null(header_read(&header, VIEW("a\tb_2\tc"), '\t', NULL, &why));
	assert_int_equal(header_find(&header, VIEW("b_2")), 1);
	assert_int_equal(header_find(&header, VIEW("b")), -1);
	assert_int_equal(header_add(&header, VIEW("a")), 0);
	assert_int_equal(header_add(&header, VIEW("d")), 3);
	for (int i = 0; i < 500; i++) {
		struct str name = {0};

		str_printf(&name, "x_%d", i);
		assert_int_equal(header_add(&header, str_view(&name)), 4 + i);
		str_fini(&name);
	}
	assert_int_equal(header_find(&header, VIEW("x_499")), 503);
	header_fini(&header);
	str_fini(&why);
}

static void
names_of_columns_are_checked(void **state)
{
	static const char *const bad[] = {
		"", "A", "1a", "_a", "a-b", "a b", "a\n", "â"};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(header_is_name(view_of(bad[i])));
	assert_true(header_is_name(VIEW("do_not_call2")));
}

static void
sheets_skip_comments_and_fill_short_rows(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_read(&sheet, "rules.tsv",
		VIEW("# first\nkey\tvalue\n\n# no\na\t1\nb\n"));
	assert_int_equal(sheet.n, 2);
	assert_view(sheet_get(&sheet, 0, sheet_need(&sheet, "value")), "1");
	assert_view(sheet_get(&sheet, 1, 1), "");
	assert_view(sheet_get(&sheet, 1, -1), "");
	assert_int_equal(sheet_place(&sheet, 1, NULL).line, 6);
	sheet_fini(&sheet);
}

static void
sheets_of_other_systems_are_read(void **state)
{
	struct sheet sheet;

	(void)state;
	sheet_read(&sheet, "rules.tsv",
		VIEW("\xEF\xBB\xBFkey\tvalue\r\na\t1\r2\r\n\r\nb\t2\r\n"));
	assert_int_equal(sheet.n, 2);
	assert_view(sheet_get(&sheet, 0, sheet_need(&sheet, "value")), "1\\r2");
	assert_view(sheet_get(&sheet, 1, 1), "2");
	sheet_fini(&sheet);
	sheet_read(&sheet, "own.tsv", VIEW("key\tvalue\na\t1\r\n"));
	assert_view(sheet_get(&sheet, 0, 1), "1\\r");
	sheet_fini(&sheet);
}

static void
empty_fields_are_filled(void **state)
{
	struct str out = {0};

	(void)state;
	plan_fill_empty(VIEW("\ta\t\n\n"), VIEW("-"), &out);
	assert_view(str_view(&out), "-\ta\t-\n-\n");
	str_fini(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_scan_agrees_with_a_plain_loop),
		cmocka_unit_test(fields_are_written_and_read_back),
		cmocka_unit_test(fields_of_all_lengths_make_a_line),
		cmocka_unit_test(pages_come_in_the_written_form),
		cmocka_unit_test(the_faulty_field_is_told),
		cmocka_unit_test(headers_find_columns_by_name),
		cmocka_unit_test(names_of_columns_are_checked),
		cmocka_unit_test(sheets_skip_comments_and_fill_short_rows),
		cmocka_unit_test(sheets_of_other_systems_are_read),
		cmocka_unit_test(empty_fields_are_filled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
