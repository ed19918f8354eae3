/*
 * link_search.h - all rules gone through: the model learned, and the pairs
 * that may be one lead.
 */
#ifndef LINK_SEARCH_H
#define LINK_SEARCH_H

#include "link_block.h"

/* Two leads and what speaks for their being one, the prior included. */
struct link_edge {
	uint32_t a, b; /* leads, a < b */
	int weight;    /* tenths of bits */
};

struct link_search {
	struct link_model model;
	struct link_edge *edges; /* owned: the heaviest first */
	size_t n;
	uint64_t compared; /* pairs */
	/* Of each field: leads of the largest block left out, or 0. */
	uint64_t crowd[LINK_FIELDS];
};

/*
 * Learn, compare, and keep the pairs of weight doubt or more.
 */
void link_search_run(struct link_search *search, const struct link_table *table,
	int doubt, unsigned jobs);
/* Say which fields have values on so many leads that blocks were left out. */
void link_search_warn(
	const struct link_search *search, const struct link_table *table);

void link_search_fini(struct link_search *search);

#endif
