/* Merging: the laws that let partitions be merged anywhere, and its rules. */
#include "unit.h"

#include "merge_two.h"

#include <stdio.h>

#define COLUMNS 17

static const char *const columns[COLUMNS] = {"lead_id", "first_name",
	"last_name", "full_name", "email", "email_status", "street", "city",
	"postcode", "obtained_at", "source", "do_not_call", "lawful_basis",
	"notes", "tags", "campaign", "email_2"};

static const char *const pool[COLUMNS][5] = {
	{"L1", "L2", "L3", "", "L4"},
	{"", "Ann", "Anne", "ANN", "Al"},
	{"", "Rees", "Rhys", "Ap Rhys", "R"},
	{"", "Ann Rees", "Anne Rhys", "A", "\r"},
	{"", "a@b.cy", "c@d.cy", " x", "x"},
	{"", "ok", "invalid", "length", "ok"},
	{"", "1 High St", "1 High Street", "2 Low Rd", "3"},
	{"", "Bala", "Corwen", "Bangor", "Bala"},
	{"", "LL23 7AA", "LL23 7AB", "", ""},
	{"", "2026-01-01", "2025-12-31", "2026-01-02", "2025-12-31"},
	{"", "web", "fair", "list", "web"},
	{"", "yes", "no", "maybe", "no"},
	{"", "consent", "refused", "legitimate-interests", "hearsay"},
	{"b\na", "a\nb\nalso: Anne Rhys", "c\nalso: A\nalso: x", " a \n\nd",
		"also: c@d.cy"},
	{"", "x; y", "y; x", "z", "y"},
	{"", "spring", "autumn", "", "x"},
	{"", "a@b.cy", "e@f.cy", "c@d.cy; e@f.cy", "x"},
};

/* A small generator: the same records on every run. */
static unsigned
next(unsigned *seed)
{
	*seed = *seed * 1664525U + 1013904223U;
	return *seed >> 16;
}

static void
any_record(unsigned *seed, struct view record[COLUMNS])
{
	for (size_t i = 0; i < COLUMNS; i++)
		record[i] = view_of(pool[i][next(seed) % 5]);
}

static struct merge *
plan(void)
{
	struct headers *headers = headers_load(NULL);
	struct merge *merge = merge_of(columns, COLUMNS, headers);

	headers_free(headers);
	return merge;
}

static void
join(const struct merge *merge, const struct view *a, const struct view *b,
	struct view *out, struct arena *text)
{
	memcpy(out, a, COLUMNS * sizeof(*out));
	merge_two(merge, out, b, text);
}

static void
assert_same(const struct view *a, const struct view *b)
{
	for (size_t i = 0; i < COLUMNS; i++)
		assert_true(view_eq(a[i], b[i]));
}

static void
merging_knows_no_order(void **state)
{
	struct merge *merge = plan();
	struct view a[COLUMNS], b[COLUMNS], c[COLUMNS];
	struct view x[COLUMNS], y[COLUMNS], z[COLUMNS];
	unsigned seed = 7;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		struct arena text = {0};

		any_record(&seed, a);
		any_record(&seed, b);
		any_record(&seed, c);
		join(merge, a, b, x, &text);
		join(merge, b, a, y, &text);
		assert_same(x, y); /* commutative */
		join(merge, x, c, y, &text);
		join(merge, b, c, x, &text);
		join(merge, a, x, z, &text);
		assert_same(y, z); /* associative */
		join(merge, y, y, x, &text);
		assert_same(x, y); /* idempotent */
		join(merge, a, a, x, &text);
		join(merge, x, a, z, &text);
		assert_same(x, z);
		join(merge, y, c, x, &text);
		assert_same(x, y); /* what is in it already adds nothing */
		arena_fini(&text);
	}
	merge_free(merge);
}

/* Merge two records of two columns; the first column of what comes out. */
static const char *
both(const char *column, const char *a, const char *b, struct str *out)
{
	struct merge *merge = merge_of(&column, 1, NULL);
	struct view into = view_of(a), from = view_of(b);
	struct arena text = {0};

	merge_two(merge, &into, &from, &text);
	str_clear(out);
	str_put(out, into);
	arena_fini(&text);
	merge_free(merge);
	return str_text(out);
}

static void
opt_outs_and_strict_consent_win(void **state)
{
	struct str s = {0};

	(void)state;
	assert_string_equal(both("do_not_call", "no", "yes", &s), "yes");
	assert_string_equal(both("do_not_call", "yes", "", &s), "yes");
	assert_string_equal(
		both("lawful_basis", "consent", "refused", &s), "refused");
	assert_string_equal(
		both("lawful_basis", "legitimate-interests", "consent", &s),
		"legitimate-interests");
	assert_string_equal(
		both("subscriber", "corporate", "unknown", &s), "unknown");
	assert_string_equal(both("obtained_at", "2026-02-01", "2026-01-01", &s),
		"2026-01-01");
	assert_string_equal(both("notes", "b\na", "c\na", &s), "a\nb\nc");
	str_fini(&s);
}

/* Merge two with an email and notes, then a third; the notes. */
static const char *
notes_of(const char *const emails[3], const char *const notes[3],
	struct str *out)
{
	static const char *const names[] = {"email", "notes"};
	struct merge *merge = merge_of(names, 2, NULL);
	struct view into[] = {view_of(emails[0]), view_of(notes[0])};
	struct arena text = {0};

	for (size_t i = 1; i < 3; i++) {
		struct view from[] = {view_of(emails[i]), view_of(notes[i])};

		merge_two(merge, into, from, &text);
	}
	str_clear(out);
	str_put(out, into[1]);
	arena_fini(&text);
	merge_free(merge);
	return str_text(out);
}

static void
what_does_not_stay_is_in_the_notes(void **state)
{
	static const struct {
		const char *emails[3], *notes[3], *to;
	} cases[] = {
		{{"a@b.cy", "c@d.cy", ""}, {"", "", ""}, "also: c@d.cy"},
		{{"a@b.cy", "c@d.cy", ""}, {"z", "", ""}, "z\nalso: c@d.cy"},
		{{"a@b.cy", "a@b.cy", ""}, {"z\ny", "", ""}, "z\ny"},
		{{"e@b.cy", "c@b.cy", "d@b.cy"}, {"z", "z", "z"},
			"z\nalso: d@b.cy\nalso: e@b.cy"},
		{{"aa@b.cy", "c@b.cy", "aa@b.cy"}, {"z", "also: c@b.cy", ""},
			"z\nalso: c@b.cy"},
		{{"aa@b.cy", "c@b.cy", ""}, {"z\nalso: aa@b.cy", "y", ""},
			"y\nz\nalso: c@b.cy"},
		{{"aa@b.cy", "", ""}, {"also: x\nz", "y", ""}, "y\nz\nalso: x"},
	};
	struct str s = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(
			notes_of(cases[i].emails, cases[i].notes, &s),
			cases[i].to);
	str_fini(&s);
}

static void
what_was_erased_does_not_come_back(void **state)
{
	static const struct {
		const char *a, *b, *to;
	} cases[] = {
		{"[erased] is very ill", "Ann Rees is very ill",
			"[erased] is very ill"},
		{"[erased] ([erased]) is ill", "Ann (a@b.cy) is ill\nz",
			"[erased] ([erased]) is ill\nz"},
		{"call [erased] back", "call Ann\ncall back",
			"call Ann\ncall [erased] back\ncall back"},
		{"also: [erased]", "also: x", "also: [erased]\nalso: x"},
		{"[erased][erased] likes cake", "Ann likes cake",
			"[erased][erased] likes cake"},
		{"[erased]", "x", "[erased]\nx"},
	};
	struct str s = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_string_equal(
			both("notes", cases[i].a, cases[i].b, &s), cases[i].to);
		assert_string_equal(
			both("notes", cases[i].b, cases[i].a, &s), cases[i].to);
	}
	str_fini(&s);
}

static void
empty_never_overwrites(void **state)
{
	struct str s = {0};

	(void)state;
	for (size_t i = 0; i < COLUMNS; i++) {
		assert_string_equal(both(columns[i], "x", "", &s), "x");
		assert_string_equal(both(columns[i], "", "x", &s), "x");
	}
	str_fini(&s);
}

static void
an_address_is_one_thing(void **state)
{
	static const char *const names[] = {"city", "street", "postcode"};
	struct view into[] = {VIEW("Bala"), VIEW("1 Very Long Street"), {0}};
	struct view from[] = {VIEW("Ely"), VIEW("2 Low Rd"), VIEW("CB7 4AA")};
	struct merge *merge = merge_of(names, 3, NULL);
	struct arena text = {0};

	(void)state;
	assert_true(merge_two(merge, into, from, &text));
	assert_view(into[0], "Ely");
	assert_view(into[1], "2 Low Rd");
	assert_view(into[2], "CB7 4AA");
	assert_false(merge_two(merge, into, from, &text));
	arena_fini(&text);
	merge_free(merge);
}

static void
a_good_email_comes_before_a_bad_one(void **state)
{
	static const char *const names[] = {"email", "email_status"};
	struct view into[] = {VIEW("someone-at-length"), VIEW("invalid")};
	struct view from[] = {VIEW("a@b.cy"), {0}};
	struct merge *merge = merge_of(names, 2, NULL);
	struct arena text = {0};

	(void)state;
	assert_true(merge_two(merge, into, from, &text));
	assert_view(into[0], "a@b.cy");
	assert_view(into[1], "");
	arena_fini(&text);
	merge_free(merge);
}

/* As many rows as one lead may have, at once or one by one. */
static void
many_are_merged_as_two_are(void **state)
{
	struct merge *merge = plan();
	struct merging merging = {0};
	struct arena text = {0};
	struct view once[COLUMNS], each[COLUMNS], from[COLUMNS];
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 3; round++) {
		any_record(&seed, once);
		memcpy(each, once, sizeof(once));
		merging_start(&merging, merge, once, &text);
		for (int i = 0; i < 500; i++) {
			char note[32], *kept;
			bool changed;

			any_record(&seed, from);
			snprintf(note, sizeof(note), "%d\n%d", i % 90, i % 7);
			kept = arena_text(&text, note, strlen(note));
			if (i % 3)
				from[13] = view_of(kept);
			changed = merge_two(merge, each, from, &text);
			assert_int_equal(merging_add(&merging, from), changed);
		}
		merging_end(&merging);
		for (size_t i = 0; i < COLUMNS; i++)
			assert_true(view_eq(once[i], each[i]));
	}
	merging_fini(&merging);
	arena_fini(&text);
	merge_free(merge);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_are_merged_as_two_are),
		cmocka_unit_test(merging_knows_no_order),
		cmocka_unit_test(opt_outs_and_strict_consent_win),
		cmocka_unit_test(what_does_not_stay_is_in_the_notes),
		cmocka_unit_test(what_was_erased_does_not_come_back),
		cmocka_unit_test(empty_never_overwrites),
		cmocka_unit_test(an_address_is_one_thing),
		cmocka_unit_test(a_good_email_comes_before_a_bad_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
