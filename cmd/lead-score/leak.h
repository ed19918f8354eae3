/*
 * leak.h - columns that tell the outcome because they were filled in by it.
 *
 * A column written once the outcome was known ("closed by", the length of
 * the call that sold it) separates winners from losers better than anything
 * that is known beforehand, and is worth nothing for the next lead.  A column
 * is taken for one when it alone has an AUC of LEAK_SURE, or of LEAK_LIKELY
 * and more than all others together.
 */
#ifndef LEAK_H
#define LEAK_H

#include "past.h"

#define LEAK_SURE 0.90
#define LEAK_LIKELY 0.78

struct leak {
	struct past_column *column; /* borrowed */
	double auc;		    /* of it alone */
	double others;		    /* of all others; 0: not looked at */
};

/*
 * Find them by trying each column on the folds; those found become PAST_LEAK
 * unless keep.  Returns how many; *leaks is owned by the caller.
 */
size_t leak_find(struct past *past, const uint8_t *fold, unsigned folds,
	bool keep, struct leak **leaks);

#endif
