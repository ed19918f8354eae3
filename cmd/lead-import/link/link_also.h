/*
 * link_also.h - the keys of what a lead was merged from, and has not now.
 *
 * Of the e-mail addresses, numbers and names of its rows one of each stays; the
 * others are lines of its notes (also.h).  What comes in again with one of them
 * is the same lead, and not a new one.
 */
#ifndef LINK_ALSO_H
#define LINK_ALSO_H

#include "link_more.h"

/* So many numbers, and names, are tried with each other. */
#define LINK_ALSO_MOST 32

/*
 * Add the keys that link_keys() would make of the lead's addresses, and of its
 * numbers with any of its names; what it has in its columns is among these.
 */
void link_also_read(struct link_more *also, const struct link_columns *at,
	const struct view *fields, struct link_scratch *scratch);

#endif
