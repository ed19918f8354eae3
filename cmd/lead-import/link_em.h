/*
 * link_em.h - expectation and maximisation over patterns of levels.
 */
#ifndef LINK_EM_H
#define LINK_EM_H

#include "link_model.h"

struct link_em {
	unsigned fields;
	unsigned top[LINK_FIELDS];
	uint32_t mask;			    /* fields that say nothing */
	int named;			    /* field with a bound, or -1 */
	const double (*u)[LINK_LEVELS];	    /* borrowed */
	double m[LINK_FIELDS][LINK_LEVELS]; /* out */
	double seen[LINK_FIELDS]; /* out: expected pairs with evidence */
	double share;		  /* out: of the pairs that are one lead */
};

/*
 * patterns (see link_pattern()) are sorted.  The field named, by which
 * companies are known, cannot come out as one in which the same lead often
 * has two that share nothing: else all that is at one address becomes one.
 */
void link_em_run(struct link_em *em, const uint64_t *patterns, size_t n);

#endif
