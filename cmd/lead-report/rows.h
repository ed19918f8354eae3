/*
 * rows.h - the best so many of many rows, without sorting all of them.
 *
 * A row is a line of fields as written, with a key: smaller keys come first,
 * and of equal keys the one that came first.  Threads keep rows of their own,
 * which are then merged: the result never depends on their number.
 */
#ifndef REPORT_ROWS_H
#define REPORT_ROWS_H

#include "base/str.h"

#define ROWS_KEYS 4

struct rows_key {
	int64_t part[ROWS_KEYS]; /* compared in turn */
	uint64_t order;		 /* then this: record_order() */
};

struct row {
	struct rows_key key;
	struct str line; /* owned: fields as written, TAB between */
};

struct rows {
	struct row *all; /* owned: a heap, the worst first, until sorted */
	size_t n, cap;
	uint64_t most; /* keep so many; 0: all */
	uint64_t seen; /* offered */
};

/*
 * Offer a row.  NULL when it is not among the best so far; else an empty
 * line to put its fields in.
 */
struct str *rows_offer(struct rows *rows, const struct rows_key *key);

/* Take over what another has; it is empty then. */
void rows_merge(struct rows *into, struct rows *from);

/* Best first.  Nothing can be offered afterwards. */
void rows_sort(struct rows *rows);

void rows_fini(struct rows *rows);

/* Field i of a row, as written; empty when it has not so many. */
struct view row_field(const struct row *row, size_t i);

#endif
