#include "link_share.h"

#include <string.h>

#define SPARSE 8 /* bits for each item: see struct seen */

void
link_share_add(
	struct link_share *share, struct link_item item, struct arena *pages)
{
	size_t at = share->n++ % LINK_PAGE;

	if (!at) {
		struct link_page *page = arena_new(pages, sizeof(*page));

		page->older = share->newest;
		share->newest = page;
	}
	share->newest->items[at] = item;
}

void
link_share_fini(struct link_share *share)
{
	mem_free(share->items);
	*share = (struct link_share){0};
}

/*
 * Whose digest no other item has, as most, needs no sorting.  On their bit, in
 * a table of SPARSE bits an item, none falls but they.
 */
struct seen {
	struct link_digit digit;
	uint64_t *once, *twice; /* owned: bits */
};

static void
seen_init(struct seen *seen, size_t n)
{
	seen->digit = (struct link_digit){LINK_SHARE_BITS, 6};
	while (n * SPARSE >> seen->digit.bits)
		seen->digit.bits++;
	n = (size_t)1 << (seen->digit.bits - 6);
	seen->once = mem_new(n, sizeof(*seen->once));
	seen->twice = mem_new(n, sizeof(*seen->twice));
}

static void
seen_fini(struct seen *seen)
{
	mem_free(seen->once);
	mem_free(seen->twice);
}

static inline void
see(struct seen *seen, const struct link_item *item)
{
	size_t at = link_item_bucket(item, seen->digit);
	uint64_t bit = UINT64_C(1) << at % 64;

	seen->twice[at / 64] |= seen->once[at / 64] & bit;
	seen->once[at / 64] |= bit;
}

static inline bool
is_seen_twice(const struct seen *seen, const struct link_item *item)
{
	size_t at = link_item_bucket(item, seen->digit);

	return seen->twice[at / 64] >> at % 64 & 1;
}

/* How many of n items are on the newest page. */
static size_t
on_page(size_t n)
{
	return n ? (n - 1) % LINK_PAGE + 1 : 0;
}

/* Where much was copied, the pages are not kept beside it. */
static void
forget_pages(struct link_share *share, size_t kept)
{
	struct link_page *page = share->newest;

	for (size_t left = kept > share->n / 4 ? share->n : 0; left;) {
		struct link_page *older = page->older;

		mem_forget(page, sizeof(*page));
		left -= on_page(left);
		page = older;
	}
	share->newest = NULL;
}

/* Copy the items of a share that may not be alone to one array. */
static void
gather(struct link_share *share)
{
	const struct link_page *page;
	struct seen seen;
	size_t left, kept = 0, cap = 0;

	seen_init(&seen, share->n);
	page = share->newest;
	for (left = share->n; left; left -= on_page(left), page = page->older)
		for (size_t i = 0; i < on_page(left); i++)
			see(&seen, &page->items[i]);
	page = share->newest;
	for (left = share->n; left; left -= on_page(left), page = page->older)
		for (size_t i = 0; i < on_page(left); i++) {
			if (!is_seen_twice(&seen, &page->items[i]))
				continue;
			share->items = mem_grow(share->items, &cap, kept + 1,
				sizeof(*share->items));
			share->items[kept++] = page->items[i];
		}
	seen_fini(&seen);
	forget_pages(share, kept);
	share->n = kept;
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

void
link_share_sort(struct link_share *share)
{
	struct link_item *items;
	size_t n, run, kept = 0;

	gather(share);
	items = share->items;
	n = share->n;
	link_items_sort(items, n, LINK_SHARE_BITS);
	for (size_t i = 0; i < n; i += run) {
		run = run_of(items + i, n - i);
		if (run == 1)
			continue;
		memmove(items + kept, items + i, run * sizeof(*items));
		kept += run;
	}
	share->n = kept;
}
