#include "leak.h"

#include "trial.h"

#include <string.h>

#define PRIOR 2.0	/* leads of the usual kind added to each bin */
#define OTHERS_RULES 15 /* to see what the others can do */

/* The AUC of one column: each bin's win rate, as other folds have it. */
static double
alone(const struct past *past, const struct bins_column *column,
	const uint8_t *fold, unsigned folds)
{
	struct predicted *all = mem_new(past->n, sizeof(*all));
	double rate = (double)past->won_n / (double)past->n;
	struct measure one;
	double auc = 0;

	for (unsigned f = 0; f < folds; f++) {
		double won[BINS_MOST] = {0}, n[BINS_MOST] = {0};
		size_t tried = 0;

		for (size_t row = 0; row < past->n; row++) {
			if (fold[row] == f)
				continue;
			won[column->of[row]] += past->won[row];
			n[column->of[row]]++;
		}
		for (size_t row = 0; row < past->n; row++) {
			uint8_t b = column->of[row];

			if (fold[row] != f)
				continue;
			all[tried++] = (struct predicted){
				.points = (won[b] + PRIOR * rate) /
					(n[b] + PRIOR),
				.won = past->won[row],
			};
		}
		measure_all(&one, all, tried);
		auc += one.auc / folds;
	}
	mem_free(all);
	return auc;
}

/* The AUC that all columns in use reach without this one. */
static double
without(struct past *past, struct past_column *column, const uint8_t *fold,
	unsigned folds)
{
	enum past_use use = column->use;
	struct crossed crossed;

	column->use = PAST_LEAK;
	trial_cross(&crossed, past, fold, folds,
		(struct wanted){.rules = OTHERS_RULES});
	column->use = use;
	return crossed.all.auc;
}

static size_t
by_auc(const struct leak *all, size_t n)
{
	size_t best = 0;

	for (size_t i = 1; i < n; i++)
		if (all[i].auc > all[best].auc)
			best = i;
	return best;
}

size_t
leak_find(struct past *past, const uint8_t *fold, unsigned folds, bool keep,
	struct leak **leaks)
{
	struct leak *all = mem_new(past->columns_n + 1, sizeof(*all));
	uint8_t *every = mem_new(past->n, 1);
	struct bins bins;
	size_t n = 0, found = 0;

	memset(every, 1, past->n);
	bins_make(&bins, past, every);
	for (size_t i = 0; i < bins.n; i++) {
		double auc = alone(past, &bins.columns[i], fold, folds);

		if (auc >= LEAK_LIKELY)
			all[n++] = (struct leak){
				past_find(past,
					view_of(bins.columns[i].column->name)),
				auc, 0};
	}
	/* The strongest first, each judged without those found before. */
	for (; found < n; found++) {
		size_t best = found + by_auc(all + found, n - found);
		struct leak leak = all[best];

		if (leak.auc < LEAK_SURE)
			leak.others = without(past, leak.column, fold, folds);
		if (leak.others > leak.auc)
			break;
		all[best] = all[found];
		all[found] = leak;
		leak.column->use = PAST_LEAK;
	}
	for (size_t i = 0; i < found && keep; i++)
		all[i].column->use = PAST_USED;
	bins_fini(&bins);
	mem_free(every);
	*leaks = all;
	return found;
}
