/*
 * Linking: the same rows are the same leads in any order, on any threads.
 * $TORTURE: thousands of tables of them.
 */
#include "link_rows.h"

#include "../../cmd/lead-import/link/decisions.h"
#include "../../cmd/lead-import/link/link_id.h"

#include <stdlib.h>

static const struct link_setup likely = {.mode = LINK_LIKELY, .jobs = 1};

/* A small generator: the same numbers on every run. */
static unsigned
next(unsigned *seed, unsigned most)
{
	*seed = *seed * 1664525U + 1013904223U;
	return (*seed >> 8) % most;
}

/* Put the rows into another order: row i goes to at[i].  Known ones first. */
static void
shuffle(const struct rows *rows, struct rows *out, size_t *at, unsigned *seed)
{
	size_t known = 0;

	while (known < rows->n && rows->known[known])
		known++;
	for (size_t i = 0; i < rows->n; i++)
		at[i] = i;
	for (size_t i = 1; i < rows->n; i++) {
		size_t from = i < known ? 0 : known;
		size_t k = from + next(seed, (unsigned)(i - from + 1));
		size_t swap = at[i];

		at[i] = at[k];
		at[k] = swap;
	}
	out->n = rows->n;
	for (size_t i = 0; i < rows->n; i++) {
		memcpy(out->field[at[i]], rows->field[i],
			sizeof(rows->field[i]));
		out->known[at[i]] = rows->known[i];
	}
}

static void
assert_same_groups(
	const struct rows *rows, const struct rows *other, const size_t *at)
{
	const uint32_t *a = rows->group, *b = other->group;

	for (size_t i = 0; i < rows->n; i++)
		for (size_t k = i + 1; k < rows->n; k++)
			if (a[i] != LOST && a[k] != LOST)
				assert_int_equal(
					a[i] == a[k], b[at[i]] == b[at[k]]);
}

/* Link the rows as they are, and twice in another order, on two threads. */
static void
check_order(struct rows *rows, const struct link_setup *setup, unsigned *seed)
{
	struct rows *other = mem_new(1, sizeof(*other));
	size_t *at = mem_new(rows->n, sizeof(*at));
	struct link_setup again = *setup;

	rows_link(rows, setup);
	for (again.jobs = 2; again.jobs < 4; again.jobs++) {
		shuffle(rows, other, at, seed);
		rows_link(other, &again);
		assert_same_groups(rows, other, at);
	}
	mem_free(at);
	mem_free(other);
}

static void
people_are_the_same_in_any_order(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	unsigned seed = 1;
	size_t joined = 0;

	(void)state;
	rows_people(rows, 300);
	check_order(rows, &likely, &seed);
	for (size_t i = 0; i < rows->n; i++)
		joined += rows->group[i] != i;
	assert_true(joined > 100);
	rows_free(rows);
}

/*
 * Two of the rows compare the same and have different keys.  Which of them
 * stands for both must not be the one that comes first.
 */
static void
equal_rows_are_no_tie(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	struct link_setup setup = likely;
	unsigned seed = 1;

	(void)state;
	for (int i = 0; i < 20; i++)
		rows_add(rows,
			(const char *[COLUMNS]){"a", "b", "c", [9] = "q"});
	rows_add(rows, (const char *[COLUMNS]){"_", "b", "c", [9] = "q"});
	rows_add(rows, (const char *[COLUMNS]){"", "b", "c", [9] = "q"});
	rows_add(rows, (const char *[COLUMNS]){"a", "b", "c", [9] = "qa"});
	rows_add(rows,
		(const char *[COLUMNS]){
			"44444444444444444444444444444444444444444444444a", "b",
			"c", [9] = "q"});
	setup.match_on = "notes";
	for (int i = 0; i < 20; i++)
		check_order(rows, &setup, &seed);
	rows_free(rows);
}

/* Few values, alike or the same when folded, so that much is shared. */
static const char *const pool[COLUMNS][6] = {
	{"Ann", "ANN", "Anne", "_", "", "Bob"},
	{"Rees", "rees", "Rhys", "", "Jones", "Rees"},
	{"", "Acme Ltd", "ACME", "Beta plc", "", "Acme Limited"},
	{"", "a@b.cy", "A@B.cy", "ann@b.cy", "", "c@d.cy"},
	{"", "", "+442920180000", "+442920180001", "", "+442920180000"},
	{"", "", "+447700900001", "+447700900002", "", ""},
	{"", "1 High St", "1 High Street", "2 Low Rd", "", ""},
	{"", "Bala", "Ely", "Bala", "", "bala"},
	{"", "LL23 7AA", "LL23 7AB", "LL237AA", "", ""},
	{"", "q", "qa", "Q", "", ""},
};

static void
any_rows(struct rows *rows, unsigned *seed)
{
	unsigned kinds = 2 + next(seed, 5), known = next(seed, 4);

	rows->n = 0;
	for (unsigned n = 2 + next(seed, 40); n; n--) {
		const char *row[COLUMNS];

		for (size_t i = 0; i < COLUMNS; i++)
			row[i] = pool[i][next(seed, kinds)];
		rows->known[rows->n] = NULL;
		rows_add(rows, row);
	}
	for (unsigned i = 0; i < known && i < rows->n; i++)
		rows->known[i] = &"L1\0L2\0L3"[i * 3];
}

/* The digest of what a row's lead is known by. */
static struct digest
id_of(const struct rows *rows, size_t r)
{
	struct link_scratch scratch = {0};
	struct link_columns at;
	struct view fields[COLUMNS];
	struct str id = {0};
	struct digest digest;

	link_columns_find(&at, columns, COLUMNS);
	rows_fields(rows, r, fields);
	if (rows->known[r])
		str_add(&id, rows->known[r]);
	else
		link_lead_id(&at, fields, &id, &scratch);
	digest = hash_digest(str_view(&id));
	str_fini(&id);
	link_scratch_fini(&scratch);
	return digest;
}

/* Decisions on rows a[i] and b[i], which are of different ids. */
struct asked {
	struct decision items[4];
	size_t n, a[4], b[4];
};

static bool
same(struct digest a, struct digest b)
{
	return a.high == b.high && a.low == b.low;
}

static void
any_decisions(const struct rows *rows, struct asked *asked, unsigned *seed)
{
	asked->n = 0;
	for (unsigned n = next(seed, 5); n; n--) {
		size_t a = next(seed, (unsigned)rows->n);
		size_t b = next(seed, (unsigned)rows->n);
		bool yes = next(seed, 3) == 0;
		struct decision one = {id_of(rows, a), id_of(rows, b), yes};

		if (same(one.a, one.b))
			continue;
		asked->a[asked->n] = a;
		asked->b[asked->n] = b;
		asked->items[asked->n++] = one;
	}
}

static void
check_apart(const struct rows *rows, const struct asked *asked)
{
	for (size_t i = 0; i < asked->n; i++) {
		uint32_t a = rows->group[asked->a[i]];

		if (!asked->items[i].same && a != LOST)
			assert_int_not_equal(a, rows->group[asked->b[i]]);
	}
}

static void
any_rows_are_the_same_in_any_order(void **state)
{
	struct rows *rows = mem_new(1, sizeof(*rows));
	struct asked asked;
	struct decisions decisions = {.items = asked.items};
	struct link_setup setup = likely;
	unsigned seed = 1;
	int rounds = getenv("TORTURE") || getenv("SOAK") ? 10000 : 100;

	(void)state;
	for (int round = 0; round < rounds; round++) {
		any_rows(rows, &seed);
		any_decisions(rows, &asked, &seed);
		decisions.n = asked.n;
		setup.match_on = round % 3 ? "notes" : NULL;
		setup.mode = round % 2 ? LINK_LIKELY : LINK_EXACT;
		setup.update = rows->known[0] != NULL;
		setup.decisions = decisions.n ? &decisions : NULL;
		check_order(rows, &setup, &seed);
		check_apart(rows, &asked);
	}
	rows_free(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_are_the_same_in_any_order),
		cmocka_unit_test(equal_rows_are_no_tie),
		cmocka_unit_test(any_rows_are_the_same_in_any_order),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
