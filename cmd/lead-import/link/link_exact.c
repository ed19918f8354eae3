#include "link_exact.h"

#include "link_chunk.h"

#include <stdlib.h>

void
link_exact_add(struct link_exact *exact, const struct link_key *keys, size_t n,
	uint32_t row, bool also)
{
	unsigned kinds = 0;

	for (size_t i = 0; i < n; i++) {
		struct digest digest = keys[i].digest;
		struct link_item item = link_item_of(digest, keys[i].kind, row);
		struct link_share *share =
			&exact->shares[digest.high >> (64 - LINK_SHARE_BITS)];

		item.low |= also;
		kinds |= 1U << keys[i].kind;
		link_share_add(share, item, &exact->pages);
	}
	exact->kinds |= kinds;
	exact->also |= also ? kinds : 0;
}

static void
sort_shares(void *shared, uint64_t from, uint64_t to)
{
	struct link_exact *exact = shared;

	for (uint64_t i = from; i < to; i++)
		link_share_sort(&exact->shares[i]);
}

void
link_exact_sort(struct link_exact *exact, unsigned jobs)
{
	struct link_chunks chunks = {exact, jobs, LINK_SHARES, 1, sort_shares};

	link_chunks_run(&chunks);
	arena_fini(&exact->pages);
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

/* What to join by: keys of one kind, or of all when it is LINK_KINDS. */
struct pass {
	unsigned kind;
	bool by_id; /* only rows that have one id, too */
	bool also;  /* what notes have, too; then nothing else is new */
};

/* The rows of a key. */
struct key {
	uint32_t *rows; /* borrowed; in the order of names when crowded */
	size_t n;
	size_t items; /* how many there are of it, with those of other passes */
	uint16_t cause;
	bool crowded;
};

static struct key
key_of(struct link_exact *exact, const struct link_share *share, size_t from,
	const uint64_t *names, struct pass pass)
{
	const struct link_item *first = &share->items[from];
	struct key key = {.items = 1, .cause = (uint16_t)(first->kind + 1)};

	while (from + key.items < share->n &&
		link_item_same(first[key.items], *first))
		key.items++;
	exact->rows = mem_grow(
		exact->rows, &exact->rows_cap, key.items, sizeof(*exact->rows));
	key.rows = exact->rows;
	for (size_t i = 0; i < key.items; i++)
		if (pass.also || !(first[i].low & LINK_ALSO))
			key.rows[key.n++] = first[i].row;
	key.crowded = key.n > LINK_NAMES_MAX &&
		count_names(key.rows, key.n, names) > LINK_NAMES_MAX;
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

/* A known lead that stands twice is one lead: the logs know it by its id. */
static void
join_known(const struct key *key, struct link_sets *sets)
{
	uint32_t first = UINT32_MAX;

	for (size_t i = 0; i < key->n; i++) {
		if (key->rows[i] >= sets->known)
			continue;
		if (first == UINT32_MAX)
			first = key->rows[i];
		link_sets_join_known(sets, first, key->rows[i], key->cause);
	}
}

/* Join the rows of a key, or those that have one id (and name, in a crowd). */
static void
join_key(const struct key *key, struct link_sets *sets, const uint64_t *names,
	bool by_id)
{
	if (by_id) {
		if (key->cause == LINK_ID + 1)
			join_known(key, sets);
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
	struct link_sets *sets, const uint64_t *names, struct pass pass)
{
	struct key key;

	for (size_t from = 0; from < share->n; from += key.items) {
		struct link_item first = share->items[from];

		if (pass.kind != LINK_KINDS && first.kind != pass.kind) {
			key.items = 1;
			continue;
		}
		key = key_of(exact, share, from, names, pass);
		join_key(&key, sets, names, pass.by_id);
		if (key.crowded && !pass.by_id && !pass.also)
			note_crowd(exact, first, key.n);
	}
}

static void
join_shares(struct link_exact *exact, struct link_sets *sets,
	const uint64_t *names, struct pass pass)
{
	for (size_t i = 0; i < LINK_SHARES; i++)
		join_share(exact, &exact->shares[i], sets, names, pass);
}

static int
by_digest(const void *a, const void *b)
{
	const struct link_crowd *x = a, *y = b;

	if (x->item.high != y->item.high)
		return x->item.high < y->item.high ? -1 : 1;
	return (x->item.low > y->item.low) - (x->item.low < y->item.low);
}

/* What tells most comes first. */
static const enum link_key_kind strength[LINK_KINDS] = {LINK_ID, LINK_EMAIL,
	LINK_SOURCE_ID, LINK_MOBILE, LINK_PHONE, LINK_NAME, LINK_ROLE,
	LINK_PROFILE};

/*
 * When some must stay apart it matters which are joined first: rows of one
 * id, before any of them is joined to what the others must stay apart from;
 * then those that share the strongest key, what notes have of each after what
 * columns have.
 */
void
link_exact_join(
	struct link_exact *exact, struct link_sets *sets, const uint64_t *names)
{
	if (link_sets_is_choosy(sets)) {
		join_shares(exact, sets, names,
			(struct pass){LINK_KINDS, true, false});
		for (size_t i = 0; i < LINK_KINDS; i++) {
			struct pass pass = {.kind = strength[i]};

			if (exact->kinds >> pass.kind & 1)
				join_shares(exact, sets, names, pass);
			pass.also = exact->also >> pass.kind & 1;
			if (pass.also)
				join_shares(exact, sets, names, pass);
		}
		if (exact->crowds_n)
			qsort(exact->crowds, exact->crowds_n,
				sizeof(*exact->crowds), by_digest);
	} else {
		join_shares(exact, sets, names,
			(struct pass){LINK_KINDS, false, false});
	}
	for (size_t i = 0; i < LINK_SHARES; i++)
		link_share_fini(&exact->shares[i]);
	mem_free(exact->rows);
	exact->rows = NULL;
	exact->rows_cap = 0;
}

void
link_exact_fini(struct link_exact *exact)
{
	for (size_t i = 0; i < LINK_SHARES; i++)
		link_share_fini(&exact->shares[i]);
	arena_fini(&exact->pages);
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
