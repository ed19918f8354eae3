/*
 * propose.h - the rule that would improve a fit most.
 */
#ifndef PROPOSE_H
#define PROPOSE_H

#include "choose.h"

/* Sums over the rows of a bin, or of several bins. */
struct bin_sums {
	double rows, score, information;
	double cross[RULES_MOST + 1]; /* solved against the factor */
};

struct chooser {
	const struct bins *bins;
	size_t rows;
	uint8_t *bin_of;   /* owned: their bins, one column after another */
	uint8_t *won;	   /* owned */
	uint64_t *pattern; /* owned */
	struct choice *choice;
	unsigned most;
	const struct term *base; /* only rows for which it holds, */
	uint32_t *held;		 /* owned: these, counted among those learned */
	size_t held_n;
	struct bin_sums bin[BINS_MOST]; /* of the column at hand */
	uint64_t *cells; /* owned: rows and won of a bin and class */
	size_t cells_cap;
};

struct candidate {
	struct term term;
	const struct term *base; /* borrowed: must hold too; NULL: none */
	double gain;
};

/*
 * The best rule to add: a single condition or, if pairs are wanted, one more
 * to a condition that has been chosen.  Its gain is 0 when there is none.
 */
struct candidate propose(struct chooser *on, bool pairs);

#endif
