/*
 * leak.h - columns that tell the outcome because they were filled in by it.
 *
 * A column written once the outcome was known ("closed by", the length of
 * the call that sold it) separates winners from losers better than anything
 * that is known beforehand, and is worth nothing for the next lead.  Each
 * column is put to the tests of enum leak_why.  What is sure is a leak; what
 * may be a custom of the house is suspect: it is named, and learned from.
 */
#ifndef LEAK_H
#define LEAK_H

#include "past.h"

enum leak_why {
	/* Alone it has an AUC of LEAK_SURE, or of LEAK_LIKELY and more than
	 * all others together. */
	LEAK_ALONE,
	/* Where it is filled in the odds are LEAK_ODDS times as good or bad
	 * as where it is empty, and that is what makes the difference. */
	LEAK_FILLED,
	/* It has a value with which the odds are LEAK_ODDS times as good or
	 * bad as with the others. */
	LEAK_VALUE,
	/* They are SUSPECT_ODDS times as good or bad as where it is empty, and
	 * where it is filled in it tells winners from losers with an AUC of
	 * LEAK_JUDGED_AUC. */
	LEAK_JUDGED,
	/* They are SUSPECT_ODDS times that: suspect. */
	SUSPECT_FILLED,
	/* Its name says that it changes while a lead is worked on, or what
	 * somebody came to think of it; and it tells something: suspect. */
	SUSPECT_NAMED,
	/* It is filled in for the same leads as one that was found: suspect,
	 * since whoever wrote the one may have written the other. */
	SUSPECT_WITH,
	LEAK_NONE,
};

#define LEAK_SURE 0.90
#define LEAK_LIKELY 0.78
#define LEAK_ODDS 20.0
#define LEAK_JUDGED_AUC 0.75
#define SUSPECT_ODDS 3.0
#define SUSPECT_AUC 0.60

/* How a column's being filled in, or having a value, goes with the outcome. */
struct leak_split {
	size_t n, won;		   /* leads it is filled in for */
	size_t other_n, other_won; /* and all others */
	/* The odds of the better side by those of the other: the least they
	 * are, with two standard errors taken off. */
	double odds;
	bool settles; /* the odds of all are nearer to those of the others */
};

struct leak {
	struct past_column *column; /* borrowed */
	enum leak_why why;
	double auc;    /* of it alone */
	double within; /* of it alone, for leads it is filled in for */
	double others; /* of all others; 0: not looked at */
	struct leak_split filled;
	/* Of leads it is filled in for, the value that tells most. */
	struct leak_split value;
	struct view text;		/* that value; borrowed */
	const struct past_column *with; /* of SUSPECT_WITH; borrowed */
};

/* Is it one to be left out?  Else it is suspect. */
static inline bool
leak_is_sure(const struct leak *leak)
{
	return leak->why <= LEAK_JUDGED;
}

/*
 * Find leaks and suspects, leaks first; leaks become PAST_LEAK unless keep.
 * Returns how many; *leaks is owned by the caller.
 */
size_t leak_find(struct past *past, const uint8_t *fold, unsigned folds,
	bool keep, struct leak **leaks);

#endif
