/*
 * link_share.h - a share of the keys of all rows: those whose digests begin
 * alike.
 *
 * Items stand in blocks that never move, so that no room is there twice.
 */
#ifndef LINK_SHARE_H
#define LINK_SHARE_H

#include "link_item.h"

#define LINK_SHARE_BITS 8 /* of a digest, that tell its share */
#define LINK_SHARES (1 << LINK_SHARE_BITS)
#define LINK_BLOCK 512 /* items of a share that come together */

struct link_share {
	struct link_item **blocks; /* owned, as each of them is */
	size_t blocks_n, blocks_cap;
	size_t n; /* items in them */
};

static inline struct link_item
link_share_at(const struct link_share *share, size_t i)
{
	return share->blocks[i / LINK_BLOCK][i % LINK_BLOCK];
}

void link_share_add(struct link_share *share, struct link_item item);

/* Keep only items whose digest several have, sorted. */
void link_share_sort(struct link_share *share);

void link_share_fini(struct link_share *share);

#endif
