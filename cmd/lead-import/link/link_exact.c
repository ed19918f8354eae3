#include "link_exact.h"

#include "link_chunk.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define FEW 24	 /* items that insertion sorts faster than qsort() */
#define SPARSE 8 /* bits for each item: see drop_single() */

/* Room for the next item of a share. */
static struct link_item *
room_for(struct link_share *share)
{
	size_t block = share->n / LINK_BLOCK;

	if (block == share->blocks_n) {
		share->blocks = mem_grow(share->blocks, &share->blocks_cap,
			block + 1, sizeof(struct link_item *));
		share->blocks[share->blocks_n++] =
			mem_new(LINK_BLOCK, sizeof(struct link_item));
	}
	return &share->blocks[block][share->n++ % LINK_BLOCK];
}

void
link_exact_add(struct link_exact *exact, const struct link_key *keys,
	unsigned n, uint32_t row)
{
	for (unsigned i = 0; i < n; i++) {
		struct digest digest = keys[i].digest;
		struct link_share *share =
			&exact->shares[digest.high >> (64 - LINK_SHARE_BITS)];

		*room_for(share) = link_item_of(digest, keys[i].kind, row);
	}
}

static int
order(const struct link_item *a, const struct link_item *b)
{
	if (a->high != b->high)
		return a->high < b->high ? -1 : 1;
	if (a->low != b->low)
		return a->low < b->low ? -1 : 1;
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

/* Which bits of a digest tell an item's bucket. */
struct digit {
	unsigned from, bits;
};

static size_t
bucket_of(const struct link_item *item, struct digit digit)
{
	return (size_t)(item->high << digit.from >> (64 - digit.bits));
}

/*
 * Put each item into its bucket, in place, since a second array would be
 * half of all memory: next[b] is where bucket b goes on, end[b] where it
 * ends.
 */
static void
spread(struct link_item *items, size_t *next, const size_t *end,
	struct digit digit)
{
	for (size_t b = 0; b < (size_t)1 << digit.bits; b++)
		while (next[b] < end[b]) {
			struct link_item item = items[next[b]];
			size_t to = bucket_of(&item, digit);

			items[next[b]] = items[next[to]];
			items[next[to]++] = item;
		}
}

/* By the first bits that differ, which are random; then each bucket. */
void
link_items_sort(struct link_item *items, size_t n, unsigned same)
{
	struct digit digit = {same, 4};
	size_t buckets;
	size_t *end;
	size_t *next;

	if (!n)
		return;
	while (digit.bits < 18 && (n >> digit.bits) > 4)
		digit.bits++;
	buckets = (size_t)1 << digit.bits;
	end = mem_new(buckets, sizeof(*end));
	next = mem_new(buckets, sizeof(*next));
	for (size_t i = 0; i < n; i++)
		end[bucket_of(&items[i], digit)]++;
	for (size_t b = 1; b < buckets; b++) {
		next[b] = end[b - 1];
		end[b] += end[b - 1];
	}
	spread(items, next, end, digit);
	for (size_t b = 0, at = 0; b < buckets; b++) {
		sort_few(items + at, end[b] - at);
		at = end[b];
	}
	mem_free(end);
	mem_free(next);
}

/* How many items from the first on have its digest. */
static size_t
run_of(const struct link_item *items, size_t n)
{
	size_t run = 1;

	while (run < n && link_item_same(items[run], items[0]))
		run++;
	return run;
}

/* Give back the blocks behind those that n items need. */
static void
share_shrink(struct link_share *share, size_t n)
{
	share->n = n;
	while (share->blocks_n > (n + LINK_BLOCK - 1) / LINK_BLOCK)
		mem_free(share->blocks[--share->blocks_n]);
}

static void
share_fini(struct link_share *share)
{
	share_shrink(share, 0);
	mem_free(share->blocks);
	*share = (struct link_share){0};
}

static struct link_item
item_at(const struct link_share *share, size_t i)
{
	return share->blocks[i / LINK_BLOCK][i % LINK_BLOCK];
}

/* Copy n items back. */
static void
copy_in(const struct link_share *share, const struct link_item *items, size_t n)
{
	for (size_t i = 0; i < n; i++)
		share->blocks[i / LINK_BLOCK][i % LINK_BLOCK] = items[i];
}

/* Has a bit been set before?  It is then. */
static inline bool
is_set(uint64_t *bits, size_t i)
{
	uint64_t bit = UINT64_C(1) << i % 64;
	bool set = bits[i / 64] & bit;

	bits[i / 64] |= bit;
	return set;
}

/*
 * Copy the items of a share to one array, but for those whose digest no other
 * has, as most: on their bit, in a table of SPARSE bits an item, none falls
 * but they.  Returns how many are there.
 */
static size_t
copy_out(const struct link_share *share, struct link_item *items)
{
	struct digit digit = {LINK_SHARE_BITS, 6};
	uint64_t *once, *twice;
	size_t n = 0;

	while (share->n * SPARSE >> digit.bits)
		digit.bits++;
	once = mem_new((size_t)1 << (digit.bits - 6), sizeof(*once));
	twice = mem_new((size_t)1 << (digit.bits - 6), sizeof(*twice));
	for (size_t i = 0; i < share->n; i++) {
		struct link_item item = item_at(share, i);
		size_t at = bucket_of(&item, digit);

		if (is_set(once, at))
			(void)is_set(twice, at);
	}
	for (size_t i = 0; i < share->n; i++) {
		size_t at;

		items[n] = item_at(share, i);
		at = bucket_of(&items[n], digit);
		n += twice[at / 64] >> at % 64 & 1;
	}
	mem_free(once);
	mem_free(twice);
	return n;
}

/* Sort a share and keep only what several items have. */
static void
sort_share(struct link_share *share)
{
	struct link_item *items = mem_new(share->n, sizeof(*items));
	size_t kept = 0;
	size_t n, run;

	n = copy_out(share, items);
	link_items_sort(items, n, LINK_SHARE_BITS);
	for (size_t i = 0; i < n; i += run) {
		run = run_of(items + i, n - i);
		if (run == 1)
			continue;
		memmove(items + kept, items + i, run * sizeof(*items));
		kept += run;
	}
	copy_in(share, items, kept);
	share_shrink(share, kept);
	mem_free(items);
}

static void
sort_shares(void *shared, uint64_t from, uint64_t to)
{
	struct link_exact *exact = shared;

	for (uint64_t i = from; i < to; i++)
		sort_share(&exact->shares[i]);
}

void
link_exact_sort(struct link_exact *exact, unsigned jobs)
{
	struct link_chunks chunks = {exact, jobs, LINK_SHARES, 1, sort_shares};

	link_chunks_run(&chunks);
}

/* A row and its name. */
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

/* How many different names rows have, which are put in order by them. */
static size_t
count_names(uint32_t *rows, size_t n, const uint64_t *names)
{
	struct named *named = mem_new(n, sizeof(*named));
	size_t different = 0;

	for (size_t i = 0; i < n; i++)
		named[i] = (struct named){names[rows[i]], rows[i]};
	qsort(named, n, sizeof(*named), by_name);
	for (size_t i = 0; i < n; i++) {
		rows[i] = named[i].row;
		different += named[i].name &&
			(!i || named[i].name != named[i - 1].name);
	}
	mem_free(named);
	return different;
}

/* The rows of a key. */
struct key {
	uint32_t *rows; /* borrowed; in the order of names when crowded */
	size_t n;
	uint16_t cause;
	bool crowded;
};

static struct key
key_of(struct link_exact *exact, const struct link_share *share, size_t from,
	const uint64_t *names)
{
	struct link_item first = item_at(share, from);
	struct key key = {.n = 1, .cause = (uint16_t)(first.kind + 1)};
	size_t n;

	while (from + key.n < share->n &&
		link_item_same(item_at(share, from + key.n), first))
		key.n++;
	n = key.n;

	exact->rows = mem_grow(
		exact->rows, &exact->rows_cap, n, sizeof(*exact->rows));
	key.rows = exact->rows;
	for (size_t i = 0; i < n; i++)
		key.rows[i] = item_at(share, from + i).row;
	key.crowded = n > LINK_NAMES_MAX &&
		count_names(key.rows, n, names) > LINK_NAMES_MAX;
	return key;
}

/* Join those of a key's rows that have the same tag but for some bits. */
static void
join_runs(const struct key *key, struct link_sets *sets, const uint64_t *tags,
	unsigned bits)
{
	size_t run;

	for (size_t i = 0; i < key->n; i += run) {
		uint64_t tag = tags[key->rows[i]] >> bits;

		run = 1;
		while (i + run < key->n &&
			tags[key->rows[i + run]] >> bits == tag)
			run++;
		link_sets_join_all(sets, key->rows + i, run, key->cause);
	}
}

static void
note_crowd(struct link_exact *exact, struct link_item item, size_t n)
{
	exact->crowds = mem_grow(exact->crowds, &exact->crowds_cap,
		exact->crowds_n + 1, sizeof(*exact->crowds));
	exact->crowds[exact->crowds_n++] = (struct link_crowd){item, n};
}

/* Join the rows of a key, or those that have one id (and name, in a crowd). */
static void
join_key(const struct key *key, struct link_sets *sets, const uint64_t *names,
	bool by_id)
{
	if (by_id) {
		link_sets_rank(sets, key->rows, key->n);
		join_runs(key, sets, sets->ranks,
			key->crowded ? 0 : LINK_RANK_NAME);
	} else if (key->crowded) {
		join_runs(key, sets, names, 0);
	} else {
		link_sets_join_all(sets, key->rows, key->n, key->cause);
	}
}

static void
join_share(struct link_exact *exact, const struct link_share *share,
	struct link_sets *sets, const uint64_t *names, bool by_id)
{
	struct key key;

	for (size_t from = 0; from < share->n; from += key.n) {
		key = key_of(exact, share, from, names);
		join_key(&key, sets, names, by_id);
		if (key.crowded && !by_id)
			note_crowd(exact, item_at(share, from), key.n);
	}
}

/*
 * When some must stay apart, rows of one id are joined first: before any of
 * them is joined to what the others must stay apart from.
 */
void
link_exact_join(
	struct link_exact *exact, struct link_sets *sets, const uint64_t *names)
{
	if (link_sets_is_choosy(sets))
		for (size_t i = 0; i < LINK_SHARES; i++)
			join_share(exact, &exact->shares[i], sets, names, true);
	for (size_t i = 0; i < LINK_SHARES; i++) {
		join_share(exact, &exact->shares[i], sets, names, false);
		share_fini(&exact->shares[i]);
	}
	mem_free(exact->rows);
	exact->rows = NULL;
	exact->rows_cap = 0;
}

void
link_exact_fini(struct link_exact *exact)
{
	for (size_t i = 0; i < LINK_SHARES; i++)
		share_fini(&exact->shares[i]);
	mem_free(exact->crowds);
	*exact = (struct link_exact){0};
}

bool
link_exact_is_crowded(const struct link_exact *exact, struct digest digest)
{
	struct link_item item = link_item_of(digest, 0, 0);
	size_t from = 0, to = exact->crowds_n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		struct link_item at = exact->crowds[mid].item;

		if (link_item_same(at, item))
			return true;
		if (at.high < item.high ||
			(at.high == item.high && at.low < item.low))
			from = mid + 1;
		else
			to = mid;
	}
	return false;
}
