/*
 * merge_two.h - a plan for some columns, and two records that become one.
 */
#ifndef UNIT_MERGE_TWO_H
#define UNIT_MERGE_TWO_H

#include "../../cmd/lead-import/merge.h"

static inline struct merge *
merge_of(const char *const *columns, size_t n, struct headers *headers)
{
	struct header header = {0};
	struct merge *merge;

	for (size_t i = 0; i < n; i++)
		header_add(&header, view_of(columns[i]));
	merge = merge_new(&header, headers);
	header_fini(&header);
	return merge;
}

/* Returns whether from changes into. */
static inline bool
merge_two(const struct merge *merge, struct view *into, const struct view *from,
	struct arena *text)
{
	struct merging merging = {0};
	bool changed;

	merging_start(&merging, merge, into, text);
	changed = merging_add(&merging, from);
	merging_end(&merging);
	merging_fini(&merging);
	return changed;
}

#endif
