/*
 * choose.h - which rules to learn: forward choice by score test, then swaps.
 *
 * A rule is a set of bins of one column, or of each of two, that a test of
 * lead-rules(5) can name.  The score test (Rao 1948) tells how much a rule
 * would improve the fit of all rules chosen so far, without fitting it.
 */
#ifndef CHOOSE_H
#define CHOOSE_H

#include "bins.h"
#include "classes.h"

enum term_form {
	TERM_IN,       /* mask: one or several values */
	TERM_AT_LEAST, /* bins from low on */
	TERM_UNDER,    /* bins up to, without, high */
	TERM_BETWEEN,
	TERM_SET,
};

/* One condition. */
struct term {
	unsigned column; /* of bins */
	enum term_form form;
	unsigned low, high; /* bins */
	uint64_t mask;	    /* the bins for which it holds */
};

struct learned {
	struct term terms[2];
	unsigned terms_n;
	double beta;
	int64_t points;
	uint32_t rows, won; /* of those learned from, it holds for */
};

struct choice {
	struct learned rules[RULES_MOST];
	unsigned n;
	struct classes classes; /* owned: the fit */
};

struct wanted {
	unsigned rules; /* at most */
	bool pairs;	/* two conditions in a rule, where that pays */
};

/* Choose rules from the rows with in[row] != 0. */
void choose(struct choice *choice, const struct bins *bins, const uint8_t *won,
	const uint8_t *in, struct wanted wanted);

static inline int
learned_holds(const struct learned *rule, const struct bins *bins, size_t row)
{
	for (unsigned i = 0; i < rule->terms_n; i++) {
		const struct term *term = &rule->terms[i];

		if (!(term->mask >> bins->columns[term->column].of[row] & 1))
			return 0;
	}
	return 1;
}

void choose_fini(struct choice *choice);

#endif
