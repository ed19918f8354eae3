/*
 * measure.h - how good predictions were.
 */
#ifndef MEASURE_H
#define MEASURE_H

#include <stddef.h>
#include <stdint.h>

struct predicted {
	double points, chance;
	uint8_t won;
};

struct measure {
	size_t n, won;
	double auc;	  /* ties count one half */
	double auc_error; /* standard error, Hanley and McNeil 1982 */
	double log_loss;  /* natural logarithm, per lead */
	double brier;
	double calibration;	 /* |predicted - won| over ten equal parts */
	double calibration_luck; /* what of it true chances would show */
	double lift10; /* win rate of the best tenth over that of all */
};

/* Sorts the predictions. */
void measure_all(struct measure *measure, struct predicted *all, size_t n);

#endif
