/*
 * trial.h - learning from some leads and trying it on others.
 */
#ifndef TRIAL_H
#define TRIAL_H

#include "measure.h"
#include "split.h"
#include "whole.h"

/* A scorecard and the bins its rules speak of. */
struct trial {
	struct bins bins;
	struct choice choice;
	struct scale scale;
};

/* Learn rules from the rows with in[row] != 0. */
void trial_learn(struct trial *trial, const struct past *past,
	const uint8_t *in, struct wanted wanted);

/* Predict a row. */
struct predicted
trial_predict(const struct trial *trial, const struct past *past, size_t row);

void trial_fini(struct trial *trial);

/* What was found by trying on each fold what the others taught. */
struct crossed {
	struct measure all;  /* of all folds together, but the mean AUC */
	struct scale shrink; /* log odds to better ones (Platt) */
	unsigned rules;	     /* the most that any fold learned */
};

void trial_cross(struct crossed *crossed, const struct past *past,
	const uint8_t *fold, unsigned folds, struct wanted wanted);

/*
 * Learn from the earliest four fifths by a column of dates and try on the
 * others.  False when there is no such column.
 */
struct later {
	struct measure measure;
	const char *column; /* borrowed from past */
	int64_t from;	    /* the first moment tried on */
	double won_before;  /* share of winners among those learned from */
};

bool
trial_later(struct later *later, const struct past *past, struct wanted wanted);

#endif
