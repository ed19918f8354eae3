#include "link_sets.h"

#include "base/mem.h"

#include <stdlib.h>

#define PARTS 8 /* sets that rows of one key are offered to, at most */
#define FEW 24	/* rows that insertion sorts faster than qsort() */

void
link_sets_init(struct link_sets *sets, size_t n)
{
	*sets = (struct link_sets){.n = n};
	sets->parent = mem_large(n, sizeof(*sets->parent));
	sets->cause = mem_large(n, sizeof(*sets->cause));
	for (size_t i = 0; i < n; i++) {
		sets->parent[i] = (uint32_t)i;
		sets->cause[i] = 0;
	}
}

void
link_sets_fini(struct link_sets *sets)
{
	mem_free(sets->parent);
	mem_free(sets->bars);
	mem_free(sets->ring);
	mem_free(sets->cause);
	*sets = (struct link_sets){0};
}

/* Put a bar into the ring of a set of one row. */
static void
add_bar(struct link_sets *sets, uint32_t row, uint32_t other)
{
	uint32_t bar = (uint32_t)sets->bars_n++, ring = sets->ring[row];

	sets->bars[bar] = (struct link_bar){other, bar};
	if (ring) {
		sets->bars[bar].next = sets->bars[ring].next;
		sets->bars[ring].next = bar;
	}
	sets->ring[row] = bar;
}

void
link_sets_forbid(struct link_sets *sets, uint32_t a, uint32_t b)
{
	if (!sets->bars_n) {
		sets->ring = mem_new(sets->n, sizeof(*sets->ring));
		sets->bars_n = 1;
	}
	sets->bars = mem_grow(sets->bars, &sets->bars_cap, sets->bars_n + 2,
		sizeof(*sets->bars));
	add_bar(sets, a, b);
	add_bar(sets, b, a);
}

uint32_t
link_sets_find(const struct link_sets *sets, uint32_t row)
{
	uint32_t *parent = sets->parent;

	while (parent[row] != row) {
		parent[row] = parent[parent[row]];
		row = parent[row];
	}
	return row;
}

/* Around both rings at once: the shorter one knows. */
bool
link_sets_forbidden(const struct link_sets *sets, uint32_t a, uint32_t b)
{
	uint32_t ring_a, ring_b, x, y;

	if (!sets->bars_n)
		return false;
	a = link_sets_find(sets, a);
	b = link_sets_find(sets, b);
	x = ring_a = sets->ring[a];
	y = ring_b = sets->ring[b];
	if (!x || !y)
		return false;
	do {
		if (link_sets_find(sets, sets->bars[x].other) == b ||
			link_sets_find(sets, sets->bars[y].other) == a)
			return true;
		x = sets->bars[x].next;
		y = sets->bars[y].next;
	} while (x != ring_a && y != ring_b);
	return false;
}

/* Make one ring of two, by which a set knows its bars. */
static void
join_rings(struct link_sets *sets, uint32_t into, uint32_t from)
{
	uint32_t a = sets->ring[into], b = sets->ring[from], next;

	if (a && b) {
		next = sets->bars[a].next;
		sets->bars[a].next = sets->bars[b].next;
		sets->bars[b].next = next;
	}
	sets->ring[into] = a ? a : b;
}

/* known: rows before this one are not joined. */
static bool
join(struct link_sets *sets, uint32_t a, uint32_t b, uint16_t cause,
	uint32_t known)
{
	uint32_t low, high;

	a = link_sets_find(sets, a);
	b = link_sets_find(sets, b);
	low = a < b ? a : b;
	high = a < b ? b : a;
	if (a == b)
		return true;
	if (high < known || link_sets_forbidden(sets, a, b))
		return false;
	sets->parent[high] = low;
	sets->cause[high] = cause;
	if (sets->bars_n)
		join_rings(sets, low, high);
	return true;
}

bool
link_sets_join(struct link_sets *sets, uint32_t a, uint32_t b, uint16_t cause)
{
	return join(sets, a, b, cause, sets->known);
}

bool
link_sets_join_known(
	struct link_sets *sets, uint32_t a, uint32_t b, uint16_t cause)
{
	return join(sets, a, b, cause, 0);
}

/* A row and what it is put in order by. */
struct ranked {
	uint64_t rank;
	uint32_t row;
};

static int
by_rank(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->rank != y->rank)
		return x->rank < y->rank ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

static void
rank_few(struct ranked *all, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct ranked one = all[i];
		size_t at = i;

		for (; at && all[at - 1].rank > one.rank; at--)
			all[at] = all[at - 1];
		all[at] = one;
	}
}

/* The rank of a row, or of the known lead that it is joined to. */
static uint64_t
rank_as_lead(const struct link_sets *sets, uint32_t row)
{
	uint32_t lead = link_sets_find(sets, row);

	return sets->ranks[lead < sets->known ? lead : row];
}

/* as_leads: whatever rows are joined to counts, not what they are. */
static void
rank(const struct link_sets *sets, uint32_t *rows, size_t n, bool as_leads)
{
	struct ranked few[FEW];
	struct ranked *all = n < FEW ? few : mem_new(n, sizeof(*all));

	for (size_t i = 0; i < n; i++)
		all[i] = (struct ranked){as_leads ? rank_as_lead(sets, rows[i])
						  : sets->ranks[rows[i]],
			rows[i]};
	if (n < FEW)
		rank_few(all, n);
	else
		qsort(all, n, sizeof(*all), by_rank);
	for (size_t i = 0; i < n; i++)
		rows[i] = all[i].row;
	if (all != few)
		mem_free(all);
}

void
link_sets_rank(const struct link_sets *sets, uint32_t *rows, size_t n)
{
	rank(sets, rows, n, false);
}

/* Are rows one set already, as most are by their strongest key? */
static bool
is_one(const struct link_sets *sets, const uint32_t *rows, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (link_sets_find(sets, rows[i]) !=
			link_sets_find(sets, rows[0]))
			return false;
	return true;
}

void
link_sets_join_all(
	struct link_sets *sets, uint32_t *rows, size_t n, uint16_t cause)
{
	uint32_t first[PARTS];
	size_t parts = 0;

	if (link_sets_is_choosy(sets)) {
		if (is_one(sets, rows, n))
			return;
		rank(sets, rows, n, true);
	}
	for (size_t i = 0; i < n; i++) {
		size_t part = 0;

		while (part < parts &&
			!link_sets_join(sets, first[part], rows[i], cause))
			part++;
		if (part == parts && parts < PARTS)
			first[parts++] = rows[i];
	}
}
