#include "link_review.h"

#include "link_reason.h"
#include "link_state.h"

#include <stdlib.h>

/* The groups at the ends of an edge. */
static uint64_t
ends(const struct link *link, size_t edge)
{
	const struct link_leads *leads = &link->gather.leads;
	const struct link_edge *at = &link->search.edges[edge];

	return link_pair_of(
		link_sets_find(&link->sets, leads->rows[leads->first[at->a]]),
		link_sets_find(&link->sets, leads->rows[leads->first[at->b]]));
}

/* An edge and its groups. */
struct ended {
	uint64_t ends;
	size_t edge;
};

static int
by_ends(const void *a, const void *b)
{
	const struct ended *x = a, *y = b;

	if (x->ends != y->ends)
		return x->ends < y->ends ? -1 : 1;
	return (x->edge > y->edge) - (x->edge < y->edge);
}

static int
by_number(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;

	return (x > y) - (x < y);
}

/* Of the edges between two groups, the heaviest; in order. */
void
link_review_find(struct link *link)
{
	struct ended *all = mem_new(link->search.n, sizeof(*all));
	size_t n = 0;

	link->doubtful = mem_new(link->search.n, sizeof(*link->doubtful));
	for (size_t e = 0; e < link->search.n; e++) {
		uint64_t both = ends(link, e);

		if (both >> 32 != (uint32_t)both &&
			!link_sets_forbidden(&link->sets,
				(uint32_t)(both >> 32), (uint32_t)both))
			all[n++] = (struct ended){both, e};
	}
	qsort(all, n, sizeof(*all), by_ends);
	for (size_t i = 0; i < n; i++)
		if (!i || all[i].ends != all[i - 1].ends)
			link->doubtful[link->doubtful_n++] = all[i].edge;
	mem_free(all);
	qsort(link->doubtful, link->doubtful_n, sizeof(*link->doubtful),
		by_number);
}

bool
link_next_pair(struct link *link, struct link_pair *pair)
{
	const struct link_edge *edge;
	uint64_t both;

	if (link->doubtful_at == link->doubtful_n)
		return false;
	edge = &link->search.edges[link->doubtful[link->doubtful_at]];
	both = ends(link, link->doubtful[link->doubtful_at++]);
	str_clear(&link->reasons);
	pair->a = (uint32_t)(both >> 32);
	pair->b = (uint32_t)both;
	pair->weight = link_reasons(&link->search.model, &link->gather.table,
		edge->a, edge->b, &link->reasons);
	pair->reasons = str_view(&link->reasons);
	return true;
}

void
link_summary(const struct link *link, struct link_summary *out)
{
	double sure = 0, pairs = 0;

	*out = (struct link_summary){.compared = link->search.compared,
		.doubtful = link->doubtful_n};
	for (size_t row = 0; row < link->n; row++)
		out->joined += link->sets.cause[row] >= LINK_CAUSE_WEIGHT ||
			link->sets.cause[row] == LINK_CAUSE_SAME;
	for (size_t e = 0; e < link->search.n; e++) {
		uint64_t both = ends(link, e);

		if (both >> 32 != (uint32_t)both)
			continue;
		pairs++;
		sure += link_probability(link->search.edges[e].weight);
	}
	out->expected = pairs > 0 ? sure / pairs : 1;
}
