/*
 * link_share.h - a share of the keys of all rows: those whose digests begin
 * alike.
 *
 * Items stand in pages that never move.  To be sorted, those that several rows
 * have are copied from them; where these are many, the pages' memory goes
 * back to the kernel share by share, so that there is never twice the room.
 */
#ifndef LINK_SHARE_H
#define LINK_SHARE_H

#include "link_item.h"

#include "base/mem.h"

#define LINK_SHARE_BITS 8 /* of a digest, that tell its share */
#define LINK_SHARES (1 << LINK_SHARE_BITS)
#define LINK_PAGE 1023 /* items of a share that come together: 16 KiB */

struct link_page {
	struct link_page *older; /* borrowed */
	struct link_item items[LINK_PAGE];
};

struct link_share {
	struct link_page *newest; /* borrowed */
	struct link_item *items;  /* owned: all, once they are sorted */
	size_t n;
};

/* Pages are taken from the arena, for all shares. */
void link_share_add(
	struct link_share *share, struct link_item item, struct arena *pages);

/* Keep only items whose digest several have, sorted; the pages are left. */
void link_share_sort(struct link_share *share);

void link_share_fini(struct link_share *share);

#endif
