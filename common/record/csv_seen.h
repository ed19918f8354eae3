/*
 * csv_seen.h - what the masks have shown of a record so far: for csv.c.
 */
#ifndef RECORD_CSV_SEEN_H
#define RECORD_CSV_SEEN_H

#include "record/csv.h"

/* What the masks say of a record, or of the part of it in a block. */
struct csv_seen {
	uint64_t special, inner, escapes, untidy, quotes;
};

/* Add those of the bits upto to what was seen, and take them out. */
static inline void
csv_see(struct csv_seen *seen, struct csv *csv, uint64_t upto)
{
	if (!(csv->marked & upto))
		return;
	seen->special |= csv->special & upto;
	seen->inner |= csv->inner & upto;
	seen->escapes |= csv->escapes & upto;
	seen->untidy |= csv->untidy & upto;
	seen->quotes |= csv->quotes & upto;
	csv->special &= ~upto;
	csv->inner &= ~upto;
	csv->escapes &= ~upto;
	csv->untidy &= ~upto;
	csv->quotes &= ~upto;
	csv->marked &= ~upto;
}

#endif
