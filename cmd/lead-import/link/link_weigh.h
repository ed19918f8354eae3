/*
 * link_weigh.h - the weight of a pair, as far as it is of interest.
 *
 * Nearly all pairs that are compared are two leads by far, and most show it
 * in a field or two.  So fields are compared one by one, those first that
 * are soonest done and tell most, for as long as the others could still make
 * the pair heavy enough.
 */
#ifndef LINK_WEIGH_H
#define LINK_WEIGH_H

#include "link_model.h"

/* Less than any weight of interest, and the weight of two who are apart. */
#define LINK_LIGHT INT16_MIN

struct link_weigher {
	const struct link_model *model; /* borrowed */
	const struct link_table *table; /* borrowed */
	int least;		     /* tenths of bits: what is of interest */
	int most[LINK_FIELDS];	     /* of a field whose values differ */
	unsigned order[LINK_FIELDS]; /* in which fields are compared */
	int mail;		     /* field, or -1 */
};

void
link_weigher_init(struct link_weigher *weigher, const struct link_model *model,
	const struct link_table *table, int least);

/*
 * The weight of leads a < b, without the prior: that of link_compare() and
 * link_model_weigh(), or LINK_LIGHT when it is below least.
 */
int link_weigh(const struct link_weigher *weigher, struct link_memo *memo,
	uint32_t a, uint32_t b);

#endif
