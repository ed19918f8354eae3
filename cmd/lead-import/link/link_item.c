#include "link_item.h"

#include "base/mem.h"

#include <stdlib.h>

#define FEW 24 /* items that insertion sorts faster than qsort() */

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

/*
 * Put each item into its bucket, in place, since a second array would be
 * half of all memory: next[b] is where bucket b goes on, end[b] where it
 * ends.
 */
static void
spread(struct link_item *items, size_t *next, const size_t *end,
	struct link_digit digit)
{
	for (size_t b = 0; b < (size_t)1 << digit.bits; b++)
		while (next[b] < end[b]) {
			struct link_item item = items[next[b]];
			size_t to = link_item_bucket(&item, digit);

			items[next[b]] = items[next[to]];
			items[next[to]++] = item;
		}
}

/* By the first bits that differ, which are random; then each bucket. */
void
link_items_sort(struct link_item *items, size_t n, unsigned same)
{
	struct link_digit digit = {same, 4};
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
		end[link_item_bucket(&items[i], digit)]++;
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
