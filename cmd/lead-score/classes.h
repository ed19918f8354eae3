/*
 * classes.h - rows that a set of rules cannot tell apart, and the logistic
 * regression on those rules.
 *
 * With a few rules there are a few hundred classes, however many rows: what a
 * model says depends on the class alone, so fitting costs next to nothing.
 */
#ifndef CLASSES_H
#define CLASSES_H

#include <stddef.h>
#include <stdint.h>

#define RULES_MOST 60 /* that can be learned */

struct classes {
	size_t rows;
	uint32_t *of;		     /* owned: row -> class */
	size_t n, cap;		     /* classes */
	uint64_t *pattern;	     /* owned: which rules hold, as bits */
	double *count, *won;	     /* owned: rows of a class, and those won */
	double *p, *w;		     /* owned: the model's chance; p (1 - p) */
	unsigned k;		     /* rules */
	double beta[RULES_MOST + 1]; /* 0: the intercept; rule j is j + 1 */
	/* Cholesky factor of the information, row by row. */
	double factor[(RULES_MOST + 1) * (RULES_MOST + 1)];
	double deviance; /* twice the negative log likelihood, with penalty */
};

/*
 * Group rows by pattern[row]; k rules.  won[row] is 0 or 1.  beta is kept for
 * a start; the others of an older grouping are not.
 */
void classes_make(struct classes *classes, const uint64_t *pattern,
	const uint8_t *won, size_t rows, unsigned k);

/* Fit beta by Newton's method with a small ridge penalty. */
void classes_fit(struct classes *classes);

/* Solve factor * out = in; k + 1 long. */
void
classes_forward(const struct classes *classes, const double *in, double *out);

void classes_fini(struct classes *classes);

#endif
