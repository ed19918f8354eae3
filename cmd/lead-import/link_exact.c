#include "link_exact.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define FEW 24 /* items that insertion sorts faster than qsort() */

void
link_exact_add(struct link_exact *exact, const struct link_key *keys,
	unsigned n, uint32_t row)
{
	exact->items = mem_grow(
		exact->items, &exact->cap, exact->n + n, sizeof(*exact->items));
	for (unsigned i = 0; i < n; i++)
		exact->items[exact->n++] = (struct link_item){
			keys[i].digest, row & LINK_ROWS_MAX, keys[i].kind & 7U};
}

static int
order(const struct link_item *a, const struct link_item *b)
{
	if (a->digest.high != b->digest.high)
		return a->digest.high < b->digest.high ? -1 : 1;
	if (a->digest.low != b->digest.low)
		return a->digest.low < b->digest.low ? -1 : 1;
	return (a->row > b->row) - (a->row < b->row);
}

static int
by_order(const void *a, const void *b)
{
	return order(a, b);
}

static void
sort_few(struct link_item *items, size_t n)
{
	if (n > FEW) {
		qsort(items, n, sizeof(*items), by_order);
		return;
	}
	for (size_t i = 1; i < n; i++) {
		struct link_item item = items[i];
		size_t at = i;

		for (; at && order(&items[at - 1], &item) > 0; at--)
			items[at] = items[at - 1];
		items[at] = item;
	}
}

/* Where an item belongs by the leading bits of its digest. */
static size_t
bucket_of(const struct link_item *item, unsigned bits)
{
	return (size_t)(item->digest.high >> (64 - bits));
}

/*
 * Put each item into its bucket, in place, since a second array would be
 * half of all memory: next[b] is where bucket b goes on, next[b + 1] at
 * first where it ends.
 */
static void
spread(struct link_item *items, size_t *next, const size_t *end, unsigned bits)
{
	for (size_t b = 0; b < (size_t)1 << bits; b++)
		while (next[b] < end[b]) {
			struct link_item item = items[next[b]];
			size_t to = bucket_of(&item, bits);

			items[next[b]] = items[next[to]];
			items[next[to]++] = item;
		}
}

/* The leading bits, which are random, first. */
void
link_items_sort(struct link_item **items, size_t n)
{
	struct link_item *all = *items;
	unsigned bits = 4;
	size_t buckets;
	size_t *end;
	size_t *next;

	if (!n)
		return;
	while (bits < 18 && (n >> bits) > 4)
		bits++;
	buckets = (size_t)1 << bits;
	end = mem_new(buckets, sizeof(*end));
	next = mem_new(buckets, sizeof(*next));
	for (size_t i = 0; i < n; i++)
		end[bucket_of(&all[i], bits)]++;
	for (size_t b = 1; b < buckets; b++) {
		next[b] = end[b - 1];
		end[b] += end[b - 1];
	}
	spread(all, next, end, bits);
	for (size_t b = 0, at = 0; b < buckets; b++) {
		sort_few(all + at, end[b] - at);
		at = end[b];
	}
	mem_free(end);
	mem_free(next);
}

/* A row of a crowded key and its name. */
struct named {
	uint64_t name;
	uint32_t row;
};

static int
by_name(const void *a, const void *b)
{
	const struct named *x = a, *y = b;

	if (x->name != y->name)
		return x->name < y->name ? -1 : 1;
	return (x->row > y->row) - (x->row < y->row);
}

/* The rows of a key by their names; how many different names there are. */
static size_t
count_names(const struct link_item *items, size_t n, const uint64_t *names,
	struct named *named)
{
	size_t different = 0;

	for (size_t i = 0; i < n; i++)
		named[i] = (struct named){names[items[i].row], items[i].row};
	qsort(named, n, sizeof(*named), by_name);
	for (size_t i = 0; i < n; i++)
		different += named[i].name &&
			(!i || named[i].name != named[i - 1].name);
	return different;
}

/* Join the rows of a key if it is crowded, each name for itself. */
static bool
join_crowd(struct link_exact *exact, const struct link_item *items, size_t n,
	struct link_sets *sets, const uint64_t *names)
{
	uint16_t cause = (uint16_t)(items[0].kind + 1);
	struct named *named;
	bool crowded;

	if (n <= LINK_NAMES_MAX)
		return false;
	named = mem_new(n, sizeof(*named));
	crowded = count_names(items, n, names, named) > LINK_NAMES_MAX;
	for (size_t i = 1; crowded && i < n; i++)
		if (named[i].name == named[i - 1].name)
			link_sets_join(
				sets, named[i - 1].row, named[i].row, cause);
	mem_free(named);
	if (!crowded)
		return false;
	exact->crowds = mem_grow(exact->crowds, &exact->crowds_cap,
		exact->crowds_n + 1, sizeof(*exact->crowds));
	exact->crowds[exact->crowds_n++] = (struct link_crowd){
		items[0].digest, (enum link_key_kind)items[0].kind, n};
	return true;
}

static bool
same(struct digest a, struct digest b)
{
	return a.high == b.high && a.low == b.low;
}

void
link_exact_run(
	struct link_exact *exact, struct link_sets *sets, const uint64_t *names)
{
	size_t end;

	link_items_sort(&exact->items, exact->n);
	for (size_t from = 0; from < exact->n; from = end) {
		const struct link_item *items = &exact->items[from];
		size_t n = 1;

		while (from + n < exact->n &&
			same(items[n].digest, items[0].digest))
			n++;
		end = from + n;
		if (join_crowd(exact, items, n, sets, names))
			continue;
		for (size_t i = 1; i < n; i++)
			link_sets_join(sets, items[0].row, items[i].row,
				(uint16_t)(items[0].kind + 1));
	}
	mem_free(exact->items);
	exact->items = NULL;
	exact->n = exact->cap = 0;
}

void
link_exact_fini(struct link_exact *exact)
{
	mem_free(exact->items);
	mem_free(exact->crowds);
	*exact = (struct link_exact){0};
}

bool
link_exact_is_crowded(const struct link_exact *exact, struct digest digest)
{
	size_t from = 0, to = exact->crowds_n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		struct digest at = exact->crowds[mid].digest;

		if (same(at, digest))
			return true;
		if (at.high < digest.high ||
			(at.high == digest.high && at.low < digest.low))
			from = mid + 1;
		else
			to = mid;
	}
	return false;
}
