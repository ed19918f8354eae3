/* What reports are made of. */
#include "../../cmd/lead-report/calendar.h"
#include "../../cmd/lead-report/data.h"
#include "../../cmd/lead-report/group.h"
#include "../../cmd/lead-report/layout.h"
#include "../../cmd/lead-report/link.h"
#include "../../cmd/lead-report/mime.h"
#include "../../cmd/lead-report/rows.h"
#include "../../cmd/lead-report/text.h"
#include "../../cmd/lead-report/wilson.h"
#include "unit.h"

static void
intervals_are_wilsons(void **state)
{
	/* Newcombe (1998), table I: 81 of 263 and 15 of 148. */
	struct wilson a = wilson_of(81, 263);
	struct wilson b = wilson_of(15, 148);
	struct wilson none = wilson_of(0, 20);

	(void)state;
	assert_int_equal(a.rate, 3080);
	assert_int_equal(a.low, 2553);
	assert_int_equal(a.high, 3662);
	assert_int_equal(b.low, 624);
	assert_int_equal(b.high, 1605);
	assert_int_equal(none.low, 0);
	assert_int_equal(none.high, 1611);
	assert_int_equal(wilson_of(0, 0).rate, -1);
}

static void
offer(struct rows *rows, int64_t key, uint64_t order)
{
	struct rows_key k = {{key}, order};
	struct str *line = rows_offer(rows, &k);

	if (line)
		str_printf(line, "%lld\t%llu", (long long)key,
			(unsigned long long)order);
}

static void
the_best_rows_are_kept(void **state)
{
	struct rows some = {.most = 7};
	struct rows half[2] = {{.most = 7}, {.most = 7}};
	struct rows all = {0};
	uint32_t seed = 1;

	(void)state;
	for (uint64_t i = 0; i < 1000; i++) {
		int64_t key;

		seed = seed * 1103515245 + 12345;
		key = (int64_t)(seed >> 16 & 0xFF);
		offer(&some, key, i);
		offer(&half[i % 2], key, i);
		offer(&all, key, i);
	}
	rows_merge(&half[0], &half[1]);
	rows_sort(&some);
	rows_sort(&half[0]);
	rows_sort(&all);
	assert_int_equal(some.seen, 1000);
	assert_int_equal(half[0].seen, 1000);
	for (size_t i = 0; i < 7; i++) {
		struct view want = str_view(&all.all[i].line);

		assert_true(view_eq(str_view(&some.all[i].line), want));
		assert_true(view_eq(str_view(&half[0].all[i].line), want));
	}
	assert_view(row_field(&all.all[0], 2), "");
	rows_fini(&some);
	rows_fini(&half[0]);
	rows_fini(&all);
}

static void
groups_count_and_merge(void **state)
{
	struct groups a = {0};
	struct groups b = {0};

	(void)state;
	for (int i = 0; i < 300; i++) {
		struct str key = {0};

		str_int(&key, i % 100);
		groups_at(i % 2 ? &a : &b, str_view(&key))->n[0]++;
		str_fini(&key);
	}
	groups_at(&a, VIEW("7"))->n[0] += 5;
	groups_merge(&a, &b);
	assert_int_equal(a.n, 100);
	groups_sort(&a, 0);
	assert_view(a.all[0].key, "7");
	assert_int_equal(a.all[0].n[0], 8);
	assert_view(a.all[1].key, "0");
	groups_fini(&a);
	groups_fini(&b);
}

static void
formulas_are_guarded(void **state)
{
	struct str out = {0};

	(void)state;
	data_csv_field(VIEW("=1+1"), true, &out);
	assert_view(str_view(&out), "\"'=1+1\"");
	str_clear(&out);
	data_csv_field(VIEW("=1+1"), false, &out);
	assert_view(str_view(&out), "=1+1");
	str_fini(&out);
}

static void
headers_are_folded_and_never_split(void **state)
{
	struct str out = {0};

	(void)state;
	mime_header("Subject", VIEW("a\r\nBcc: x@y.example"), &out);
	assert_view(str_view(&out), "Subject: a\\x0d\\x0aBcc: x@y.example\n");
	str_clear(&out);
	mime_header("Subject", VIEW("T\xc5\xb7"), &out);
	assert_view(str_view(&out), "Subject: =?utf-8?q?T=C5=B7?=\n");
	assert_false(mime_address(
		"To", VIEW(""), VIEW("a@b.example, c@d.example"), &out));
	assert_false(mime_address("To", VIEW(""), VIEW("ab.example"), &out));
	str_fini(&out);
}

static void
lines_of_quoted_printable_end_well(void **state)
{
	struct str out = {0};

	(void)state;
	mime_quoted_printable(VIEW(".\nFrom x\na =\nb "), &out);
	assert_view(str_view(&out), "=2E\n=46rom x\na =3D\nb=20\n");
	str_fini(&out);
}

static void
links_go_nowhere_else(void **state)
{
	static const struct {
		enum doc_kind kind;
		const char *text, *link;
	} cases[] = {
		{DOC_PHONE, "+442920180123", "tel:+442920180123"},
		{DOC_PHONE, "+44292;ext=1", NULL},
		{DOC_EMAIL, "a+b@c.example", "mailto:a+b@c.example"},
		{DOC_EMAIL, "a?bcc=x@c.example",
			"mailto:a%3Fbcc%3Dx@c.example"},
		{DOC_EMAIL, "a@b@c.example", NULL},
		{DOC_LINK, "acme.example", "https://acme.example"},
		{DOC_LINK, "http://acme.example/a?b",
			"http://acme.example/a?b"},
		{DOC_LINK, "javascript:alert(1)", NULL},
		{DOC_LINK, "ftp://acme.example", NULL},
		{DOC_LINK, "https://a@evil.example", NULL},
		{DOC_TEXT, "https://acme.example", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct doc_cell cell = {
			view_of(cases[i].text), cases[i].kind, DOC_PLAIN};
		struct str out = {0};

		assert_int_equal(link_of(&cell, &out), cases[i].link != NULL);
		if (cases[i].link)
			assert_view(str_view(&out), cases[i].link);
		str_fini(&out);
	}
}

static void
bars_have_eighths(void **state)
{
	struct str out = {0};

	(void)state;
	text_bar(1, 1000, 10, &out);
	assert_view(str_view(&out), "\xe2\x96\x8f");
	str_clear(&out);
	text_bar(10, 10, 2, &out);
	assert_view(str_view(&out), "\xe2\x96\x88\xe2\x96\x88");
	str_clear(&out);
	text_bar(0, 10, 2, &out);
	assert_view(str_view(&out), "");
	str_fini(&out);
}

static void
words_wrap_at_blanks(void **state)
{
	struct str out = {0};

	(void)state;
	layout_lines(VIEW("send the quote"), 8, &out);
	assert_view(str_view(&out), "send the\nquote");
	str_clear(&out);
	layout_lines(VIEW("abcdefghij"), 4, &out);
	assert_view(str_view(&out), "abcd\nefgh\nij");
	str_fini(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(intervals_are_wilsons),
		cmocka_unit_test(the_best_rows_are_kept),
		cmocka_unit_test(groups_count_and_merge),
		cmocka_unit_test(formulas_are_guarded),
		cmocka_unit_test(headers_are_folded_and_never_split),
		cmocka_unit_test(lines_of_quoted_printable_end_well),
		cmocka_unit_test(links_go_nowhere_else),
		cmocka_unit_test(bars_have_eighths),
		cmocka_unit_test(words_wrap_at_blanks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
