/*
 * link_review.h - what a person should look at after link_run().
 */
#ifndef LINK_REVIEW_H
#define LINK_REVIEW_H

#include "link.h"

/* A pair between doubt and certainty, for a person to look at. */
struct link_pair {
	uint32_t a, b;	     /* row numbers: a is in an earlier group */
	int weight;	     /* tenths of bits, the reasons' sum */
	struct view reasons; /* borrowed: until the next call */
};

/* What LINK_LIKELY did, for a notice. */
struct link_summary {
	uint64_t compared; /* pairs */
	uint64_t joined;   /* rows, by likeness */
	uint64_t doubtful; /* pairs for a person to look at */
	double expected;   /* share of true pairs among those joined */
};

/*
 * Hand out the pairs between doubt and certainty that are in different
 * groups, the likeliest first: false when there are no more.
 */
bool link_next_pair(struct link *link, struct link_pair *pair);

void link_summary(const struct link *link, struct link_summary *out);

#endif
