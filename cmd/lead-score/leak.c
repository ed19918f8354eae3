#include "leak.h"

#include "leak_one.h"
#include "trial.h"

#include <stdlib.h>
#include <string.h>

#define OTHERS_RULES 15 /* to see what the others can do */

/* What the search shares. */
struct search {
	struct past *past;
	const uint8_t *fold;
	unsigned folds;
	struct leak *all; /* one for each column in use */
	size_t n;
};

/* The AUC that all columns in use reach without this one. */
static double
without(const struct search *on, struct past_column *column)
{
	enum past_use use = column->use;
	struct crossed crossed;

	column->use = PAST_LEAK;
	trial_cross(&crossed, on->past, on->fold, on->folds,
		(struct wanted){.rules = OTHERS_RULES});
	column->use = use;
	return crossed.all.auc;
}

/* Look at each column by itself; auc is of all leads for now. */
static void
look(struct search *on)
{
	uint8_t *every = mem_new(on->past->n, 1);
	struct bins bins;

	memset(every, 1, on->past->n);
	bins_make(&bins, on->past, every);
	on->all = mem_new(bins.n + 1, sizeof(*on->all));
	on->n = bins.n;
	for (size_t i = 0; i < bins.n; i++) {
		const struct bins_column *column = &bins.columns[i];
		struct leak *leak = &on->all[i];

		leak->column =
			past_find(on->past, view_of(column->column->name));
		leak->auc =
			leak_auc(on->past, column, on->fold, on->folds, false);
		leak->within =
			leak_auc(on->past, column, on->fold, on->folds, true);
		leak_filled(on->past, leak->column, &leak->filled);
		leak_value(on->past, leak);
	}
	bins_fini(&bins);
	mem_free(every);
}

/* The verdict on a column that needs no look at the others. */
static enum leak_why
judge(const struct leak *leak)
{
	if (leak->auc >= LEAK_SURE)
		return LEAK_ALONE;
	if (leak->filled.odds >= LEAK_ODDS && leak->filled.settles)
		return LEAK_FILLED;
	if (leak->filled.odds >= SUSPECT_ODDS &&
		leak->within >= LEAK_JUDGED_AUC)
		return LEAK_JUDGED;
	if (leak->value.odds >= LEAK_ODDS)
		return LEAK_VALUE;
	if (leak->filled.odds >= SUSPECT_ODDS)
		return SUSPECT_FILLED;
	if (leak->within >= SUSPECT_AUC && leak_is_named(leak->column->name))
		return SUSPECT_NAMED;
	return LEAK_NONE;
}

static int
by_verdict(const void *a, const void *b)
{
	const struct leak *left = a, *right = b;
	double x = left->auc, y = right->auc;

	if (left->why != right->why)
		return left->why < right->why ? -1 : 1;
	if (x != y)
		return x > y ? -1 : 1;
	return strcmp(left->column->name, right->column->name);
}

/*
 * Those that might be leaks for what they alone tell, the strongest first,
 * each judged without those found before.
 */
static void
find_strong(struct search *on)
{
	for (;;) {
		struct leak *best = NULL;

		for (size_t i = 0; i < on->n; i++)
			if (!leak_is_sure(&on->all[i]) &&
				on->all[i].auc >= LEAK_LIKELY &&
				(!best || on->all[i].auc > best->auc))
				best = &on->all[i];
		if (!best)
			return;
		best->others = without(on, best->column);
		if (best->others > best->auc)
			return;
		best->why = LEAK_ALONE;
		best->column->use = PAST_LEAK;
	}
}

/* Suspect what is filled in for the same leads as those found before. */
static void
find_with(struct search *on)
{
	for (size_t i = 0; i < on->n; i++) {
		struct leak *leak = &on->all[i];

		for (size_t k = 0; k < on->n && leak->why == LEAK_NONE; k++)
			if (on->all[k].why < SUSPECT_WITH &&
				leak_is_with(on->past, leak, &on->all[k])) {
				leak->why = SUSPECT_WITH;
				leak->with = on->all[k].column;
			}
	}
}

size_t
leak_find(struct past *past, const uint8_t *fold, unsigned folds, bool keep,
	struct leak **leaks)
{
	struct search on = {.past = past, .fold = fold, .folds = folds};
	size_t found = 0;

	look(&on);
	for (size_t i = 0; i < on.n; i++) {
		on.all[i].why = judge(&on.all[i]);
		if (leak_is_sure(&on.all[i]))
			on.all[i].column->use = PAST_LEAK;
	}
	find_strong(&on);
	find_with(&on);
	qsort(on.all, on.n, sizeof(*on.all), by_verdict);
	while (found < on.n && on.all[found].why != LEAK_NONE)
		found++;
	for (size_t i = 0; i < found && keep; i++)
		on.all[i].column->use = PAST_USED;
	*leaks = on.all;
	return found;
}
