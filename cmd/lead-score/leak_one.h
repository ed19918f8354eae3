/*
 * leak_one.h - what one column alone tells of the outcome.
 */
#ifndef LEAK_ONE_H
#define LEAK_ONE_H

#include "bins.h"
#include "leak.h"

/*
 * Its AUC on leads it was not learned from: each bin's win rate, as the other
 * folds have it.  filled: only of leads it is filled in for; 0.5 when those
 * are too few.
 */
double leak_auc(const struct past *past, const struct bins_column *column,
	const uint8_t *fold, unsigned folds, bool filled);

/* Does it being filled in go with the outcome? */
void leak_filled(const struct past *past, const struct past_column *column,
	struct leak_split *out);

/* Does one of its values?  Fills in value and text. */
void leak_value(const struct past *past, struct leak *leak);

/* Are both filled in for the same leads (and empty for some)? */
bool leak_is_with(const struct past *past, const struct leak *leak,
	const struct leak *other);

/* Is it named like one that is written late? */
bool leak_is_named(const char *name);

#endif
