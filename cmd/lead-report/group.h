/*
 * group.h - numbers per value of a column: 'web' has 812 leads, 31 won.
 *
 * A group is found by its value (as written) and has so many counters, and a
 * sum of money in minor units.  Groups of several threads are merged, and
 * sorted when all is counted.
 */
#ifndef REPORT_GROUP_H
#define REPORT_GROUP_H

#include "base/mem.h"
#include "base/view.h"

#define GROUP_COUNTERS 16

struct group {
	struct view key; /* borrowed from the set */
	int64_t n[GROUP_COUNTERS];
};

struct groups {
	struct group *all; /* owned, in order of first sight until sorted */
	size_t n, cap;
	uint32_t *slots; /* owned: open hash table of index + 1 */
	size_t slots_n;
	uint64_t seed;
	struct arena keys;
};

/* The group of a value, made when it is new.  Valid until the next call. */
struct group *groups_at(struct groups *groups, struct view key);

/* Add every counter of from to into. */
void groups_merge(struct groups *into, const struct groups *from);

/*
 * Sort by counter, largest first, then by key; after this groups_at() must
 * not be used.
 */
void groups_sort(struct groups *groups, size_t counter);

/* The same, by key alone. */
void groups_sort_keys(struct groups *groups);

void groups_fini(struct groups *groups);

#endif
