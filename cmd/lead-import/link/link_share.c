#include "link_share.h"

#include "base/mem.h"

#include <string.h>

#define SPARSE 8 /* bits for each item: see copy_out() */

void
link_share_add(struct link_share *share, struct link_item item)
{
	size_t block = share->n / LINK_BLOCK;

	if (block == share->blocks_n) {
		share->blocks = mem_grow(share->blocks, &share->blocks_cap,
			block + 1, sizeof(struct link_item *));
		share->blocks[share->blocks_n++] =
			mem_new(LINK_BLOCK, sizeof(struct link_item));
	}
	share->blocks[block][share->n++ % LINK_BLOCK] = item;
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
shrink(struct link_share *share, size_t n)
{
	share->n = n;
	while (share->blocks_n > (n + LINK_BLOCK - 1) / LINK_BLOCK)
		mem_free(share->blocks[--share->blocks_n]);
}

void
link_share_fini(struct link_share *share)
{
	shrink(share, 0);
	mem_free(share->blocks);
	*share = (struct link_share){0};
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
	struct link_digit digit = {LINK_SHARE_BITS, 6};
	uint64_t *once, *twice;
	size_t n = 0;

	while (share->n * SPARSE >> digit.bits)
		digit.bits++;
	once = mem_new((size_t)1 << (digit.bits - 6), sizeof(*once));
	twice = mem_new((size_t)1 << (digit.bits - 6), sizeof(*twice));
	for (size_t i = 0; i < share->n; i++) {
		struct link_item item = link_share_at(share, i);
		size_t at = link_item_bucket(&item, digit);

		if (is_set(once, at))
			(void)is_set(twice, at);
	}
	for (size_t i = 0; i < share->n; i++) {
		size_t at;

		items[n] = link_share_at(share, i);
		at = link_item_bucket(&items[n], digit);
		n += twice[at / 64] >> at % 64 & 1;
	}
	mem_free(once);
	mem_free(twice);
	return n;
}

/* Sort a share and keep only what several items have. */
void
link_share_sort(struct link_share *share)
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
	shrink(share, kept);
	mem_free(items);
}
