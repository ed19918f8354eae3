/* Linking: keys, likeness, decisions, and what must not change groups. */
#include "link_rows.h"

#include "../../cmd/lead-import/link/decisions.h"
#include "../../cmd/lead-import/link/link_id.h"
#include "../../cmd/lead-import/link/link_review.h"
#include "../../cmd/lead-import/link/link_state.h"
#include "../../cmd/lead-import/link/link_weigh.h"

#include <stdlib.h>

static const struct link_setup exact = {.mode = LINK_EXACT, .jobs = 1};
static const struct link_setup likely = {.mode = LINK_LIKELY, .jobs = 1};

static void
keys_join_for_certain(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));

	(void)state;
	rows_add(rows, (const char *[COLUMNS]){"Ann", "Rees", 0, "a@b.cy"});
	rows_add(rows,
		(const char *[COLUMNS]){
			"A", "Rees", 0, "a@b.cy", 0, "+447700900001"});
	rows_add(rows,
		(const char *[COLUMNS]){
			"Nia", 0, 0, "c@d.cy", 0, "+447700900001"});
	rows_add(rows,
		(const char *[COLUMNS]){
			"Ann", "Rees", "Acme", 0, "+442920180000"});
	rows_add(rows,
		(const char *[COLUMNS]){"Ann", "REES", 0, 0, "+442920180000"});
	rows_add(rows,
		(const char *[COLUMNS]){"Bob", "Rees", 0, 0, "+442920180000"});
	rows_add(rows, (const char *[COLUMNS]){"Al", "Lo", 0, "info@d.cy"});
	rows_add(rows, (const char *[COLUMNS]){"Di", "Lo", 0, "info@d.cy"});
	rows_link(rows, &exact);
	assert_int_equal(rows->group[1], 0); /* email */
	assert_int_equal(rows->group[2], 0); /* mobile, through the second */
	assert_int_equal(rows->group[4], 3); /* landline and name */
	assert_int_equal(rows->group[5], 5); /* landline, other name */
	assert_int_equal(rows->group[7], 7); /* a role's address */
	rows_free(rows);
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

		rows_add(rows,
			(const char *[COLUMNS]){
				arena_text(&rows->text, name, 3), "Rees", 0, 0,
				0, "+447700900000"});
	}
	rows_link(rows, &exact);
	for (uint32_t i = 0; i < 200; i++)
		assert_int_equal(rows->group[i], i / 2 * 2);
	rows_free(rows);
}

/* A crowd of people, each with a faulty copy, from a small generator. */

static void
colleagues_are_two_leads(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	size_t n;

	(void)state;
	rows_people(rows, 200);
	n = rows->n;
	rows_add(rows,
		(const char *[COLUMNS]){"Ann", "Rees", "Acme Ltd", 0,
			"+442920180000", 0, "1 High Street", "Bala",
			"LL23 7AA"});
	rows_add(rows,
		(const char *[COLUMNS]){"Gethin", "Rees", "Acme Ltd", 0,
			"+442920180000", 0, "1 High Street", "Bala",
			"LL23 7AA"});
	rows_add(rows,
		(const char *[COLUMNS]){0, 0, "Acme Ltd", 0, "+442920180000", 0,
			"1 High Street", "Bala", "LL23 7AA"});
	rows_add(rows,
		(const char *[COLUMNS]){"Anne", "Rees", "ACME", 0,
			"+442920180000", 0, "1 High St", "Bala", "LL23 7AA"});
	rows_link(rows, &likely);
	assert_int_not_equal(rows->group[n], rows->group[n + 1]);
	assert_int_not_equal(rows->group[n], rows->group[n + 2]);
	assert_int_not_equal(rows->group[n + 1], rows->group[n + 2]);
	assert_int_equal(rows->group[n], rows->group[n + 3]);
	rows_free(rows);
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
	rows_add(rows,
		(const char *[COLUMNS]){
			"Ann", 0, 0, "a@b.cy", 0, "+447700900001"});
	rows_add(rows,
		(const char *[COLUMNS]){
			"Ann", 0, 0, "x@b.cy", 0, "+447700900001"});
	rows_add(rows, (const char *[COLUMNS]){"Bob", 0, 0, "c@b.cy"});
	rows_add(rows, (const char *[COLUMNS]){"Rob", 0, 0, "d@b.cy"});
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
	rows_link(rows, &setup);
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
		rows_add(rows,
			(const char *[COLUMNS]){
				arena_text(&rows->text, name, 5),
				arena_text(&rows->text, name + 1, 3), 0, 0,
				"+442920180000", 0, "1 High Street"});
	}
	rows_link(rows, &likely);
	rows_free(rows);
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
	rows_people(rows, 300);
	link = rows_run(rows, &setup);
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
	rows_free(rows);
}

static void
keys_are_read_as_they_were_written(void **state)
{
	const struct link_key keys[] = {
		{LINK_EMAIL, hash_digest(VIEW("a"))},
		{LINK_ID, hash_digest(VIEW("b"))},
		{LINK_PHONE, hash_digest(VIEW("c"))},
		{LINK_PROFILE, hash_digest(VIEW("d"))},
	};
	const struct link_key email = {LINK_EMAIL, hash_digest(VIEW("e"))};
	const struct link_key phone = {LINK_PHONE, hash_digest(VIEW("e"))};
	struct link_more more = {0};
	struct str text = {0};

	(void)state;
	assert_true(link_more_lacks(&more, phone));
	str_add(&text, "E EUUUUUUUUUUUUUUUUUUUUU ");
	link_more_write(keys, 4, &text);
	link_more_read(&more, str_view(&text));
	assert_int_equal(more.n, 3);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(link_more_lacks(&more, keys[i]), i == 1);
	assert_true(link_more_lacks(&more, email));
	assert_false(link_more_lacks(&more, phone));
	link_more_fini(&more);
	str_fini(&text);
}

static void
a_part_of_a_name_may_be_in_the_whole(void **state)
{
	static const struct view names[] = {
		{"full_name", 9}, {"first_name", 10}, {"city", 4}};
	const struct view row[] = {
		VIEW("Dr Ann Rees"), VIEW("Nan"), VIEW("Bala")};
	struct link_fields fields;
	struct str out = {0};

	(void)state;
	link_fields_find(&fields, names, 3, NULL);
	link_fields_read(&fields, row, &out);
	assert_int_equal(out.len, sizeof("nan\0bala\0rees"));
	assert_memory_equal(out.data, "nan\0bala\0rees", out.len);
	link_fields_fini(&fields);
	str_fini(&out);
}

/* What a pair weighs when all of its fields are compared. */
static int
whole_weight(const struct link *link, uint32_t a, uint32_t b)
{
	struct link_pairing pairing;

	link_compare(&link->gather.table, NULL, a, b, &pairing);
	return pairing.apart ? LINK_LIGHT
			     : link_model_weigh(&link->search.model,
				       &link->gather.table, &pairing);
}

static void
pairs_are_weighed_as_they_are_compared(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	struct link_memo *memo = mem_new(1, sizeof(*memo));
	struct link_weigher weigher;
	struct link *link;
	size_t heavy = 0;

	(void)state;
	rows_people(rows, 150);
	rows_add(rows, (const char *[COLUMNS]){"Rees", "Ann", 0, "r@a.cy"});
	rows_add(rows, (const char *[COLUMNS]){"Ann", "Rees", "Acme"});
	rows_add(rows, (const char *[COLUMNS]){"Ann", 0, "Acme Ltd"});
	link = rows_run(rows, &likely);
	link_weigher_init(
		&weigher, &link->search.model, &link->gather.table, 0);
	for (uint32_t b = 0; b < link->gather.leads.n; b++)
		for (uint32_t a = 0; a < b; a++) {
			int weight = whole_weight(link, a, b);

			weight = weight < 0 ? LINK_LIGHT : weight;
			assert_int_equal(
				link_weigh(&weigher, memo, a, b), weight);
			heavy += weight != LINK_LIGHT;
		}
	assert_true(heavy > 50);
	link_free(link);
	mem_free(memo);
	rows_free(rows);
}

/* A row of many threads' making must not say what was read before it. */
static void
a_rows_id_is_its_own(void **state)
{
	struct link_setup setup = {.mode = LINK_LIKELY};
	struct link *link = link_new(&setup, columns, COLUMNS);
	struct link_row used = {0}, fresh = {0};
	struct link_scratch scratch = {0};
	struct view nobody[COLUMNS] = {{0}}, nia[COLUMNS] = {{0}};

	(void)state;
	nia[3] = VIEW("nia@acme.example");
	assert_true(link_read(link, nia, VIEW(""), &used, &scratch));
	assert_true(link_read(link, nobody, VIEW("L1"), &used, &scratch));
	assert_true(link_read(link, nobody, VIEW("L1"), &fresh, &scratch));
	assert_memory_equal(&used.id, &fresh.id, sizeof(fresh.id));
	link_row_fini(&used);
	link_row_fini(&fresh);
	link_scratch_fini(&scratch);
	link_free(link);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_join_for_certain),
		cmocka_unit_test(ids_are_the_same_for_ever),
		cmocka_unit_test(a_rows_id_is_its_own),
		cmocka_unit_test(a_crowded_number_joins_only_the_same_name),
		cmocka_unit_test(colleagues_are_two_leads),
		cmocka_unit_test(decisions_are_obeyed),
		cmocka_unit_test(useless_columns_do_no_harm),
		cmocka_unit_test(pairs_come_with_reasons_that_sum),
		cmocka_unit_test(keys_are_read_as_they_were_written),
		cmocka_unit_test(a_part_of_a_name_may_be_in_the_whole),
		cmocka_unit_test(pairs_are_weighed_as_they_are_compared),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
