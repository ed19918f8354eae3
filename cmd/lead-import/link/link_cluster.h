/*
 * link_cluster.h - from likely pairs to leads, without chains.
 *
 * Pairs are taken from the heaviest on.  Two groups become one only when
 * their leads, compared across, speak for it on the whole (average linkage;
 * Sokal and Michener 1958): a chain of pairs that are each just likely
 * enough does not make one lead of its two ends.  Groups with two leads that
 * must stay apart are never joined.
 */
#ifndef LINK_CLUSTER_H
#define LINK_CLUSTER_H

#include "link_search.h"
#include "link_sets.h"

/* Leads of a group that are compared with those of another, at most. */
#define LINK_ACROSS 12

/* The cause of a join (see link_sets.h) is this plus the weight in tenths. */
#define LINK_CAUSE_WEIGHT 1000

/* Join the rows of the leads that edges of a weight of threshold join. */
void link_cluster_run(struct link_sets *sets, const struct link_search *search,
	const struct link_table *table, int threshold);

#endif
