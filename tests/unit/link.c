/* Linking: keys, likeness, groups, and what must not change them. */
#include "unit.h"

#include "../../cmd/lead-import/decisions.h"
#include "../../cmd/lead-import/link.h"
#include "../../cmd/lead-import/link_nick.h"
#include "../../cmd/lead-import/link_review.h"
#include "../../cmd/lead-import/link_sort.h"
#include "../../cmd/lead-import/link_text.h"

#include "base/mem.h"

#include <stdlib.h>

#define COLUMNS 9
#define MOST 3000

static const struct view columns[COLUMNS] = {
	{"first_name", 10},
	{"last_name", 9},
	{"company", 7},
	{"email", 5},
	{"phone", 5},
	{"mobile", 6},
	{"street", 6},
	{"city", 4},
	{"postcode", 8},
};

/* Rows to link: COLUMNS texts each, and what comes out. */
struct rows {
	const char *field[MOST][COLUMNS];
	size_t n;
	struct arena text;
	uint32_t group[MOST];
};

static void
add(struct rows *rows, const char *const row[COLUMNS])
{
	for (size_t i = 0; i < COLUMNS; i++)
		rows->field[rows->n][i] = row[i] ? row[i] : "";
	rows->n++;
}

/* Link the rows; the link is the caller's to free. */
static struct link *
run(struct rows *rows, const struct link_setup *setup)
{
	struct link *link = link_new(setup, columns, COLUMNS);
	struct link_row row = {0};

	for (size_t r = 0; r < rows->n; r++) {
		struct view fields[COLUMNS];

		for (size_t i = 0; i < COLUMNS; i++)
			fields[i] = view_of(rows->field[r][i]);
		assert_true(link_read(link, fields, VIEW(""), &row));
		assert_int_equal(link_add(link, &row), r);
	}
	link_run(link, 0, true);
	for (size_t r = 0; r < rows->n; r++)
		rows->group[r] = link_first(link, (uint32_t)r);
	link_row_fini(&row);
	return link;
}

static void
link_rows(struct rows *rows, const struct link_setup *setup)
{
	link_free(run(rows, setup));
}

static const struct link_setup exact = {.mode = LINK_EXACT, .jobs = 1};
static const struct link_setup likely = {.mode = LINK_LIKELY, .jobs = 1};

static void
keys_join_for_certain(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));

	(void)state;
	add(rows, (const char *[COLUMNS]){"Ann", "Rees", 0, "a@b.cy"});
	add(rows,
		(const char *[COLUMNS]){
			"A", "Rees", 0, "a@b.cy", 0, "+447700900001"});
	add(rows,
		(const char *[COLUMNS]){
			"Nia", 0, 0, "c@d.cy", 0, "+447700900001"});
	add(rows,
		(const char *[COLUMNS]){
			"Ann", "Rees", "Acme", 0, "+442920180000"});
	add(rows,
		(const char *[COLUMNS]){"Ann", "REES", 0, 0, "+442920180000"});
	add(rows,
		(const char *[COLUMNS]){"Bob", "Rees", 0, 0, "+442920180000"});
	add(rows, (const char *[COLUMNS]){"Al", "Lo", 0, "info@d.cy"});
	add(rows, (const char *[COLUMNS]){"Di", "Lo", 0, "info@d.cy"});
	link_rows(rows, &exact);
	assert_int_equal(rows->group[1], 0); /* email */
	assert_int_equal(rows->group[2], 0); /* mobile, through the second */
	assert_int_equal(rows->group[4], 3); /* landline and name */
	assert_int_equal(rows->group[5], 5); /* landline, other name */
	assert_int_equal(rows->group[7], 7); /* a role's address */
	arena_fini(&rows->text);
	mem_free(rows);
}

static void
ids_are_the_same_for_ever(void **state)
{
	struct link_columns at;
	struct link_scratch scratch = {0};
	struct view fields[COLUMNS] = {VIEW("Ann"), VIEW("Rees"), VIEW("Acme")};
	struct str id = {0};

	(void)state;
	link_columns_find(&at, columns, COLUMNS);
	fields[3] = VIEW("ann@acme.example");
	assert_true(link_lead_id(&at, fields, &id, &scratch));
	assert_string_equal(str_text(&id), "L7D0JPBWKMT5NXBP9");
	str_clear(&id);
	fields[3] = VIEW("");
	assert_true(link_lead_id(&at, fields, &id, &scratch));
	assert_int_equal(id.len, 17);
	fields[0] = fields[1] = VIEW("");
	assert_false(link_lead_id(&at, fields, &id, &scratch));
	str_fini(&id);
	link_scratch_fini(&scratch);
}

static void
a_crowded_number_joins_only_the_same_name(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));

	(void)state;
	for (int i = 0; i < 200; i++) {
		char name[8] = {(char)('a' + i / 2 % 26),
			(char)('a' + i / 2 / 26), 'x', '\0'};

		add(rows,
			(const char *[COLUMNS]){
				arena_text(&rows->text, name, 3), "Rees", 0, 0,
				0, "+447700900000"});
	}
	link_rows(rows, &exact);
	for (uint32_t i = 0; i < 200; i++)
		assert_int_equal(rows->group[i], i / 2 * 2);
	arena_fini(&rows->text);
	mem_free(rows);
}

/* A crowd of people, each with a faulty copy, from a small generator. */
static void
people(struct rows *rows, size_t n)
{
	static const char *const first[] = {"Ann", "Rhys", "Siân", "Tomos",
		"Olivia", "Priya", "George", "Megan", "Dafydd", "Lucy"};
	static const char *const last[] = {"Rees", "Jones", "Okafor", "Smith",
		"Llewellyn", "Patel", "Nowak", "Murphy", "Evans", "Baker",
		"Griffiths", "Khan", "Hughes"};
	static const char *const town[] = {"Bala", "Cardiff", "Ely", "Leeds"};

	for (size_t i = 0; i < n; i++) {
		struct str s = {0};
		const char *mail, *phone, *post;
		const char *l = last[i * 7 % 13], *f = first[i * 3 % 10];

		str_printf(&s, "%s.%zu@mail%zu.example", l, i, i % 17);
		mail = arena_text(&rows->text, s.data, s.len);
		str_clear(&s);
		str_printf(&s, "+4429%08zu", i * 7919 % 100000000);
		phone = arena_text(&rows->text, s.data, s.len);
		str_clear(&s);
		str_printf(&s, "CF%zu %zuAA", i % 40, i % 9);
		post = arena_text(&rows->text, s.data, s.len);
		add(rows,
			(const char *[COLUMNS]){
				f, l, 0, mail, phone, 0, 0, town[i % 4], post});
		s.data[s.len - 1] = 'B';
		add(rows,
			(const char *[COLUMNS]){f, i % 3 ? l : 0, 0, 0,
				i % 2 ? phone : 0, 0, 0, town[i % 4], post});
		str_fini(&s);
	}
}

/* How many pairs of rows are in one group in a, and not in b. */
static void
assert_same_groups(
	const uint32_t *a, const uint32_t *b, const size_t *at, size_t n)
{
	for (size_t i = 0; i < n; i++)
		for (size_t k = i + 1; k < n; k++)
			assert_int_equal(a[i] == a[k], b[at[i]] == b[at[k]]);
}

static void
neither_order_nor_threads_matter(void **state)
{
	static const unsigned jobs[] = {1, 2, 3};
	struct rows *rows = mem_new(1, sizeof(*rows));
	struct rows *other = mem_new(1, sizeof(*other));
	size_t *at = mem_new(MOST, sizeof(*at));
	unsigned seed = 1;
	size_t joined = 0;

	(void)state;
	people(rows, 300);
	link_rows(rows, &likely);
	for (size_t i = 0; i < rows->n; i++)
		joined += rows->group[i] != i;
	assert_true(joined > 100);
	for (size_t j = 0; j < 3; j++) {
		struct link_setup setup = likely;

		setup.jobs = jobs[j];
		for (size_t i = 0; i < rows->n; i++)
			at[i] = i;
		for (size_t i = rows->n; j && i > 1; i--) {
			size_t k, swap = at[i - 1];

			seed = seed * 1664525U + 1013904223U;
			k = (seed >> 8) % i;
			at[i - 1] = at[k];
			at[k] = swap;
		}
		other->n = rows->n;
		for (size_t i = 0; i < rows->n; i++)
			memcpy(other->field[at[i]], rows->field[i],
				sizeof(rows->field[i]));
		link_rows(other, &setup);
		assert_same_groups(rows->group, other->group, at, rows->n);
	}
	arena_fini(&rows->text);
	mem_free(rows);
	mem_free(other);
	mem_free(at);
}

static void
colleagues_are_two_leads(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	size_t n;

	(void)state;
	people(rows, 200);
	n = rows->n;
	add(rows,
		(const char *[COLUMNS]){"Ann", "Rees", "Acme Ltd", 0,
			"+442920180000", 0, "1 High Street", "Bala",
			"LL23 7AA"});
	add(rows,
		(const char *[COLUMNS]){"Gethin", "Rees", "Acme Ltd", 0,
			"+442920180000", 0, "1 High Street", "Bala",
			"LL23 7AA"});
	add(rows,
		(const char *[COLUMNS]){0, 0, "Acme Ltd", 0, "+442920180000", 0,
			"1 High Street", "Bala", "LL23 7AA"});
	add(rows,
		(const char *[COLUMNS]){"Anne", "Rees", "ACME", 0,
			"+442920180000", 0, "1 High St", "Bala", "LL23 7AA"});
	link_rows(rows, &likely);
	assert_int_not_equal(rows->group[n], rows->group[n + 1]);
	assert_int_not_equal(rows->group[n], rows->group[n + 2]);
	assert_int_not_equal(rows->group[n + 1], rows->group[n + 2]);
	assert_int_equal(rows->group[n], rows->group[n + 3]);
	arena_fini(&rows->text);
	mem_free(rows);
}

static void
decisions_are_obeyed(void **state)
{
	struct decisions decisions = {0};
	struct link_setup setup = exact;
	struct rows *rows = mem_new(1, sizeof(*rows));
	struct link_columns at;
	struct link_scratch scratch = {0};
	struct decision items[2];
	struct digest id[4];

	(void)state;
	add(rows,
		(const char *[COLUMNS]){
			"Ann", 0, 0, "a@b.cy", 0, "+447700900001"});
	add(rows,
		(const char *[COLUMNS]){
			"Ann", 0, 0, "x@b.cy", 0, "+447700900001"});
	add(rows, (const char *[COLUMNS]){"Bob", 0, 0, "c@b.cy"});
	add(rows, (const char *[COLUMNS]){"Rob", 0, 0, "d@b.cy"});
	link_columns_find(&at, columns, COLUMNS);
	for (size_t r = 0; r < 4; r++) {
		struct view fields[COLUMNS];
		struct str text = {0};

		for (size_t i = 0; i < COLUMNS; i++)
			fields[i] = view_of(rows->field[r][i]);
		link_lead_id(&at, fields, &text, &scratch);
		id[r] = hash_digest(str_view(&text));
		str_fini(&text);
	}
	items[0] = (struct decision){id[0], id[1], false};
	items[1] = (struct decision){id[2], id[3], true};
	decisions.items = items;
	decisions.n = 2;
	setup.decisions = &decisions;
	link_rows(rows, &setup);
	assert_int_equal(rows->group[1], 1); /* though they share a mobile */
	assert_int_equal(rows->group[3], 2);
	link_scratch_fini(&scratch);
	mem_free(rows);
}

static void
useless_columns_do_no_harm(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));

	(void)state;
	for (int i = 0; i < MOST; i++) {
		char name[6];

		for (int k = 0; k < 5; k++)
			name[k] = (char)('a' + (i * (k * k + 3) >> k) % 26);
		name[5] = '\0';
		add(rows,
			(const char *[COLUMNS]){
				arena_text(&rows->text, name, 5),
				arena_text(&rows->text, name + 1, 3), 0, 0,
				"+442920180000", 0, "1 High Street"});
	}
	link_rows(rows, &likely);
	arena_fini(&rows->text);
	mem_free(rows);
}

static void
pairs_come_with_reasons_that_sum(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	struct link_setup setup = likely;
	struct link_pair pair;
	struct link *link;
	int pairs = 0;

	(void)state;
	setup.threshold = 0.999999;
	people(rows, 300);
	link = run(rows, &setup);
	for (; link_next_pair(link, &pair); pairs++) {
		struct view rest = pair.reasons, piece;
		int sum = 0;

		assert_int_not_equal(rows->group[pair.a], rows->group[pair.b]);
		while (view_cut(&rest, ';', &piece)) {
			char text[16] = {0};

			piece = view_trim(piece);
			memcpy(text, piece.at, view_find_byte(piece, ' '));
			sum += (int)(strtod(text, NULL) * 10 +
				(text[0] == '-' ? -0.5 : 0.5));
		}
		assert_int_equal(sum, pair.weight);
	}
	assert_true(pairs > 0);
	link_free(link);
	arena_fini(&rows->text);
	mem_free(rows);
}

static void
jaro_winkler_is_as_published(void **state)
{
	(void)state;
	/* Winkler 1990, table 2.1, to three places. */
	assert_int_equal(link_jaro(VIEW("martha"), VIEW("marhta")), 961);
	assert_int_equal(link_jaro(VIEW("dwayne"), VIEW("duane")), 840);
	assert_int_equal(link_jaro(VIEW("dixon"), VIEW("dicksonx")), 813);
	assert_int_equal(link_jaro(VIEW("abc"), VIEW("xyz")), 0);
	assert_int_equal(link_jaro(VIEW("abc"), VIEW("abc")), 1000);
	assert_int_equal(link_jaro(VIEW("a"), VIEW("")), 0);
}

static void
short_names_are_known(void **state)
{
	(void)state;
	assert_true(link_same_nick(VIEW("bob"), VIEW("robert")));
	assert_true(link_same_nick(VIEW("dafydd"), VIEW("dave")));
	assert_false(link_same_nick(VIEW("bob"), VIEW("bill")));
	assert_false(link_same_nick(VIEW(""), VIEW("robert")));
}

static void
edits_are_counted_up_to_a_limit(void **state)
{
	(void)state;
	assert_int_equal(link_edits(VIEW("19800306"), VIEW("19800306"), 1), 0);
	assert_int_equal(link_edits(VIEW("19800306"), VIEW("19803006"), 1), 1);
	assert_int_equal(link_edits(VIEW("abcd"), VIEW("abxcd"), 2), 1);
	assert_int_equal(link_edits(VIEW("abcd"), VIEW("xbcy"), 2), 2);
	assert_int_equal(link_edits(VIEW("abcd"), VIEW("xyzd"), 2), 3);
	assert_int_equal(link_edits(VIEW(""), VIEW("abc"), 2), 3);
}

static void
large_arrays_are_sorted_like_small_ones(void **state)
{
	size_t n = 20000;
	uint64_t *words = mem_new(n, sizeof(*words));
	struct link_keyed *items = mem_new(n, sizeof(*items));
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < n; i++) {
		seed = seed * UINT64_C(6364136223846793005) + 1;
		words[i] = i % 3 ? seed : i;
		items[i] = (struct link_keyed){seed >> 50, (uint32_t)i};
	}
	link_sort_words(words, n);
	link_sort_keyed(items, n);
	for (size_t i = 1; i < n; i++) {
		assert_true(words[i - 1] <= words[i]);
		assert_true(items[i - 1].key < items[i].key ||
			(items[i - 1].key == items[i].key &&
				items[i - 1].lead < items[i].lead));
	}
	mem_free(words);
	mem_free(items);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_join_for_certain),
		cmocka_unit_test(ids_are_the_same_for_ever),
		cmocka_unit_test(a_crowded_number_joins_only_the_same_name),
		cmocka_unit_test(neither_order_nor_threads_matter),
		cmocka_unit_test(colleagues_are_two_leads),
		cmocka_unit_test(decisions_are_obeyed),
		cmocka_unit_test(useless_columns_do_no_harm),
		cmocka_unit_test(pairs_come_with_reasons_that_sum),
		cmocka_unit_test(jaro_winkler_is_as_published),
		cmocka_unit_test(short_names_are_known),
		cmocka_unit_test(edits_are_counted_up_to_a_limit),
		cmocka_unit_test(large_arrays_are_sorted_like_small_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
