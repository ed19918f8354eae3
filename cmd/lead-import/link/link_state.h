/*
 * link_state.h - what link.h's struct link is made of.
 */
#ifndef LINK_STATE_H
#define LINK_STATE_H

#include "decided.h"
#include "link.h"
#include "link_cluster.h"
#include "link_gather.h"

#define LINK_DOUBT 0.1 /* pairs that are less likely than this are not shown */

/* Causes of joins besides those of link_exact.h and link_cluster.h. */
#define LINK_CAUSE_SAME (LINK_KINDS + 1)
#define LINK_CAUSE_DECIDED (LINK_KINDS + 2)

struct link {
	struct link_setup setup;
	struct link_columns columns;
	struct link_exact exact;
	struct link_sets sets;
	struct link_gather gather; /* LINK_LIKELY only, like what follows */
	struct link_search search;
	struct decided decided;
	uint64_t *names; /* owned: hashes of the rows' names */
	uint64_t *ranks; /* owned: what equal rows are put in order by */
	size_t n, names_cap, ranks_cap;
	int least;	  /* the weight to join from */
	size_t *doubtful; /* owned: edges that nobody joined */
	size_t doubtful_n, doubtful_at;
	struct str reasons; /* owned */
};

/* Find the doubtful pairs: for link_next_pair(). */
void link_review_find(struct link *link);

#endif
