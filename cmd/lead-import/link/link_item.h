/*
 * link_item.h - a key of one row in 16 bytes, and many of them in order.
 */
#ifndef LINK_ITEM_H
#define LINK_ITEM_H

#include "link_key.h"

#define LINK_ROWS_MAX 0x1FFFFFFF

struct link_item {
	uint64_t high; /* of the digest, and 31 bits of its lower half: */
	uint32_t low;  /* 95 in all, more than a lead_id has; and LINK_ALSO */
	uint32_t row : 29;
	uint32_t kind : 3; /* enum link_key_kind */
};
_Static_assert(LINK_KINDS <= 8, "a kind has three bits");

#define LINK_ALSO 1U /* in low: the lead's notes have the key, link_also.h */

static inline struct link_item
link_item_of(struct digest digest, enum link_key_kind kind, uint32_t row)
{
	return (struct link_item){digest.high,
		(uint32_t)(digest.low >> 32) & ~LINK_ALSO, row & LINK_ROWS_MAX,
		kind & 7U};
}

/* Have two items the same digest? */
static inline bool
link_item_same(struct link_item a, struct link_item b)
{
	return a.high == b.high && (a.low | LINK_ALSO) == (b.low | LINK_ALSO);
}

/* Which bits of a digest tell an item's bucket. */
struct link_digit {
	unsigned from, bits;
};

static inline size_t
link_item_bucket(const struct link_item *item, struct link_digit digit)
{
	return (size_t)(item->high << digit.from >> (64 - digit.bits));
}

/* Sort by digest, LINK_ALSO and row.  Their first same bits are the same. */
void link_items_sort(struct link_item *items, size_t n, unsigned same);

#endif
