/*
 * whole.h - a choice of rules turned into whole points and a scale.
 */
#ifndef WHOLE_H
#define WHOLE_H

#include "choose.h"

/* Points that double the odds, before the scale is fitted. */
#define WHOLE_DOUBLE 10

/* log odds = slope * (points - offset) */
struct scale {
	double slope, offset;
};

/* Set the rules' points; those that come to 0 are left out. */
void whole_points(struct choice *choice, struct scale *scale);

/* The line from sums of points to log odds that fits n rows best (Platt). */
void scale_fit(struct scale *scale, const double *points, const double *count,
	const double *won, size_t n);

double scale_chance(const struct scale *scale, double points);

#endif
