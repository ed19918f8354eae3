/*
 * link_exact.h - rows that share a key.
 *
 * 16 bytes for each key of each row, whatever the rows' size.  Keys are shared
 * out by their digests as they come, into blocks that never move; each share
 * is put together and sorted by itself, in the cache and on any thread, in
 * time that grows with their number.
 */
#ifndef LINK_EXACT_H
#define LINK_EXACT_H

#include "link_key.h"
#include "link_sets.h"

/*
 * A key on rows of more different names than this is a placeholder, the
 * number of a switchboard or the address of a list: it is crowded, and joins
 * only rows that have the same name too.
 */
#define LINK_NAMES_MAX 20

#define LINK_ROWS_MAX 0x1FFFFFFF

#define LINK_SHARE_BITS 8 /* of a digest, that tell its share */
#define LINK_SHARES (1 << LINK_SHARE_BITS)

#define LINK_BLOCK 512 /* items of a share that come together */

/* A key of one row. */
struct link_item {
	uint64_t high; /* of the digest, and 32 bits of its lower half: */
	uint32_t low;  /* 96 in all, more than a lead_id has */
	uint32_t row : 29;
	uint32_t kind : 3; /* enum link_key_kind */
};
_Static_assert(LINK_KINDS <= 8, "a kind has three bits");

struct link_exact {
	struct link_share {
		struct link_item **blocks; /* owned, as each of them is */
		size_t blocks_n, blocks_cap;
		size_t n; /* items in them */
	} shares[LINK_SHARES];
	struct link_crowd *crowds; /* owned: by digest */
	size_t crowds_n, crowds_cap;
	uint32_t *rows; /* owned: room for those of a key */
	size_t rows_cap;
};

/* A key that is crowded. */
struct link_crowd {
	struct link_item item; /* of any of its rows */
	uint64_t rows;
};

static inline struct link_item
link_item_of(struct digest digest, enum link_key_kind kind, uint32_t row)
{
	return (struct link_item){digest.high, (uint32_t)(digest.low >> 32),
		row & LINK_ROWS_MAX, kind & 7U};
}

/* Have two items the same digest? */
static inline bool
link_item_same(struct link_item a, struct link_item b)
{
	return a.high == b.high && a.low == b.low;
}

void link_exact_add(struct link_exact *exact, const struct link_key *keys,
	unsigned n, uint32_t row);

/*
 * Find what rows share, on so many threads.  Then join the rows of each key:
 * names has for each row the hash of its name, 0 for none.  The cause of
 * joining is 1 + the kind of key.  The items are freed, the crowds found.
 */
void link_exact_sort(struct link_exact *exact, unsigned jobs);
void link_exact_join(struct link_exact *exact, struct link_sets *sets,
	const uint64_t *names);
void link_exact_fini(struct link_exact *exact);

bool
link_exact_is_crowded(const struct link_exact *exact, struct digest digest);

/* Sort items by digest, then by row.  Their first same bits are the same. */
void link_items_sort(struct link_item *items, size_t n, unsigned same);

#endif
