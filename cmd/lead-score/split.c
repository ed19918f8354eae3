#include "split.h"

#include <stdlib.h>

/* A group of equal rows; order decides between groups of one size. */
struct group {
	uint32_t row, won, n;
	uint64_t order;
};

/* Large ones first, as they are the hardest to place. */
static int
by_size(const void *a, const void *b)
{
	const struct group *left = a, *right = b;

	if (left->n != right->n)
		return left->n < right->n ? 1 : -1;
	if (left->order != right->order)
		return left->order < right->order ? -1 : 1;
	return (left->row > right->row) - (left->row < right->row);
}

/* A number that looks like chance: the finaliser of SplitMix64. */
static uint64_t
mix(uint64_t n)
{
	n += UINT64_C(0x9E3779B97F4A7C15);
	n = (n ^ n >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	n = (n ^ n >> 27) * UINT64_C(0x94D049BB133111EB);
	return n ^ n >> 31;
}

/* The fold that has the least of what this group brings. */
static unsigned
place(const struct group *group, const double (*have)[2], unsigned folds)
{
	unsigned best = 0;
	double least = 0;

	for (unsigned f = 0; f < folds; f++) {
		double cost = have[f][0] * (group->n - group->won) +
			have[f][1] * group->won;

		if (!f || cost < least) {
			least = cost;
			best = f;
		}
	}
	return best;
}

static void
deal(const struct past *past, const struct group *groups, size_t n,
	unsigned folds, uint8_t *fold)
{
	double have[FOLDS_MOST][2] = {{0}};
	double won = (double)past->won_n, lost = (double)past->n - won;

	for (size_t i = 0; i < n; i++) {
		unsigned f = place(&groups[i], have, folds);

		fold[groups[i].row] = (uint8_t)f;
		/* As shares of all, so that rare winners weigh as much. */
		have[f][0] += (groups[i].n - groups[i].won) / (lost * lost);
		have[f][1] += groups[i].won / (won * won);
	}
}

uint8_t *
split_folds(const struct past *past, unsigned folds)
{
	uint8_t *fold = mem_new(past->n, 1);
	struct group *groups = mem_new(past->n, sizeof(*groups));
	size_t n = 0;

	for (size_t row = 0; row < past->n; row++) {
		struct group *group = &groups[past->group[row]];

		group->row = past->group[row];
		group->order = mix(past->group[row]);
		group->won += past->won[row];
		group->n++;
	}
	for (size_t row = 0; row < past->n; row++)
		if (groups[row].n)
			groups[n++] = groups[row];
	qsort(groups, n, sizeof(*groups), by_size);
	deal(past, groups, n, folds, fold);
	for (size_t row = 0; row < past->n; row++)
		fold[row] = fold[past->group[row]];
	mem_free(groups);
	return fold;
}
