/*
 * link_gather.h - rows taken in to be compared, and made ready for it.
 */
#ifndef LINK_GATHER_H
#define LINK_GATHER_H

#include "link_compare.h"
#include "link_exact.h"

struct link_gather {
	struct link_fields fields;
	struct link_values values[LINK_FIELDS];
	struct link_values words;
	struct link_leads leads;
	struct link_table table; /* refers to the above */
	uint32_t *cells;	 /* owned: of rows, until they are leads */
	size_t cells_n, cells_cap;
	struct link_item *wholes; /* owned: digests of rows */
	size_t rows, wholes_cap;
};

/* See link_fields_find(). */
void link_gather_init(struct link_gather *gather, const struct view *columns,
	size_t columns_n, const char *match_on);
void link_gather_fini(struct link_gather *gather);

/* Take a row's values in, as link_fields_read() wrote them. */
void link_gather_add(
	struct link_gather *gather, struct view text, struct digest whole);

/* All rows are there: make them leads, and the table. */
void link_gather_end(struct link_gather *gather);

/*
 * Name the fields that say nothing: match_on's that are empty on all rows,
 * and others that are the same on all.
 */
void link_gather_warn(const struct link_gather *gather);

#endif
