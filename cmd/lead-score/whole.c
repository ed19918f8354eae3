#include "whole.h"

#include <math.h>

#define ROUNDS 4 /* over all rules */
#define STEPS 50
#define SLOPE_LEAST 1e-4 /* of a scale: thousands of points double the odds */

static double
log_loss(double eta, double count, double won)
{
	return count * (eta > 0 ? eta + log1p(exp(-eta)) : log1p(exp(eta))) -
		won * eta;
}

struct line {
	double from, slope;
};

static double
line_loss(struct line line, const double *points, const double *count,
	const double *won, size_t n)
{
	double sum = 0;

	for (size_t k = 0; k < n; k++)
		sum += log_loss(
			line.from + line.slope * points[k], count[k], won[k]);
	return sum;
}

/* Newton's step from a line. */
static struct line
line_step(struct line line, const double *points, const double *count,
	const double *won, size_t n)
{
	double g0 = 0, g1 = 0, h00 = 1e-9, h01 = 0, h11 = 1e-9, det;

	for (size_t k = 0; k < n; k++) {
		double x = points[k];
		double p = 1 / (1 + exp(-line.from - line.slope * x));
		double r = won[k] - count[k] * p;
		double w = count[k] * p * (1 - p);

		g0 += r;
		g1 += r * x;
		h00 += w;
		h01 += w * x;
		h11 += w * x * x;
	}
	det = h00 * h11 - h01 * h01;
	if (det <= 1e-9 * h00 * h11) /* all points equal: only the height */
		return (struct line){g0 / h00, 0};
	return (struct line){
		(g0 * h11 - g1 * h01) / det, (g1 * h00 - g0 * h01) / det};
}

void
scale_fit(struct scale *scale, const double *points, const double *count,
	const double *won, size_t n)
{
	struct line line = {0, M_LN2 / WHOLE_DOUBLE};
	double old = line_loss(line, points, count, won, n), now = old;

	for (unsigned i = 0; i < STEPS; i++) {
		struct line step = line_step(line, points, count, won, n);
		struct line next;
		double size = 1;

		do {
			next.from = line.from + size * step.from;
			next.slope = line.slope + size * step.slope;
			now = line_loss(next, points, count, won, n);
			size /= 2;
		} while (!(now <= old) && size > 1e-6);
		if (!(now < old - 1e-9))
			break;
		line = next;
		old = now;
	}
	if (line.slope < SLOPE_LEAST)
		line.slope = SLOPE_LEAST;
	*scale = (struct scale){line.slope, -line.from / line.slope};
}

double
scale_chance(const struct scale *scale, double points)
{
	return 1 / (1 + exp(-scale->slope * (points - scale->offset)));
}

static double
points_of(const struct choice *choice, size_t class)
{
	uint64_t bits = choice->classes.pattern[class];
	double sum = 0;

	for (; bits; bits &= bits - 1)
		sum += (double)choice->rules[__builtin_ctzll(bits)].points;
	return sum;
}

/* How badly the points do, the height being the best for them. */
static double
loss(const struct choice *choice, double *points)
{
	const struct classes *fit = &choice->classes;
	double slope = M_LN2 / WHOLE_DOUBLE, from = fit->beta[0], sum = 0;

	for (size_t i = 0; i < fit->n; i++)
		points[i] = points_of(choice, i);
	for (unsigned step = 0; step < 3; step++) {
		double g = 0, h = 1e-9;

		for (size_t i = 0; i < fit->n; i++) {
			double p = 1 / (1 + exp(-from - slope * points[i]));

			g += fit->won[i] - fit->count[i] * p;
			h += fit->count[i] * p * (1 - p);
		}
		from += g / h;
	}
	for (size_t i = 0; i < fit->n; i++)
		sum += log_loss(
			from + slope * points[i], fit->count[i], fit->won[i]);
	return sum;
}

/* Go up or down by one wherever that helps. */
static bool
descend(struct choice *choice, double *points)
{
	double best = loss(choice, points);
	bool better = false;

	for (unsigned j = 0; j < choice->n; j++) {
		for (int64_t step = -1; step <= 1; step += 2) {
			double now;

			choice->rules[j].points += step;
			now = loss(choice, points);
			if (now < best - 1e-9) {
				best = now;
				better = true;
			} else {
				choice->rules[j].points -= step;
			}
		}
	}
	return better;
}

void
whole_points(struct choice *choice, struct scale *scale)
{
	const struct classes *fit = &choice->classes;
	double *points = mem_new(fit->n, sizeof(*points));
	unsigned n = 0;

	for (unsigned j = 0; j < choice->n; j++)
		choice->rules[j].points =
			lround(choice->rules[j].beta * WHOLE_DOUBLE / M_LN2);
	for (unsigned i = 0; i < ROUNDS && descend(choice, points); i++)
		;
	loss(choice, points);
	scale_fit(scale, points, fit->count, fit->won, fit->n);
	for (unsigned j = 0; j < choice->n; j++)
		if (choice->rules[j].points)
			choice->rules[n++] = choice->rules[j];
	choice->n = n;
	mem_free(points);
}
