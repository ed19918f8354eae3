#include "measure.h"

#include <math.h>
#include <stdlib.h>

#define PARTS 10

static int
by_points(const void *a, const void *b)
{
	const struct predicted *left = a, *right = b;

	if (left->points != right->points)
		return left->points < right->points ? -1 : 1;
	if (left->chance != right->chance)
		return left->chance < right->chance ? -1 : 1;
	return left->won - right->won;
}

static int
by_chance(const void *a, const void *b)
{
	const struct predicted *left = a, *right = b;

	if (left->chance != right->chance)
		return left->chance < right->chance ? -1 : 1;
	return left->won - right->won;
}

/* Leads with equal points share what they won. */
static void
measure_order(struct measure *m, const struct predicted *all)
{
	double pairs = 0, lost_below = 0, top = 0;
	double want = (double)m->n / 10;

	for (size_t i = 0, end; i < m->n; i = end) {
		double won = 0, n, above;

		for (end = i; end < m->n && all[end].points == all[i].points;
			end++)
			won += all[end].won;
		n = (double)(end - i);
		pairs += won * (lost_below + (n - won) / 2);
		lost_below += n - won;
		above = (double)(m->n - end);
		if (above < want)
			top += won *
				(above + n <= want ? 1 : (want - above) / n);
	}
	m->auc = pairs / ((double)m->won * (double)(m->n - m->won));
	m->lift10 = top / want * (double)m->n / (double)m->won;
}

static void
measure_error(struct measure *m)
{
	double a = m->auc, won = (double)m->won;
	double lost = (double)(m->n - m->won);
	double q1 = a / (2 - a), q2 = 2 * a * a / (1 + a);

	m->auc_error = sqrt((a * (1 - a) + (won - 1) * (q1 - a * a) +
				    (lost - 1) * (q2 - a * a)) /
		(won * lost));
}

/*
 * How far the chances are from what was won.  If all were true, the sum of a
 * part would still lie about its mean as that of so many coins does: nearly
 * normal, so that sqrt(2 / pi) of the standard deviation is usual.
 */
static void
measure_calibration(struct measure *m, const struct predicted *all)
{
	double n = (double)m->n;

	for (size_t part = 0; part < PARTS; part++) {
		size_t end = (part + 1) * m->n / PARTS;
		double sum = 0, variance = 0;

		for (size_t i = part * m->n / PARTS; i < end; i++) {
			double p = all[i].chance;

			sum += p - all[i].won;
			variance += p * (1 - p);
		}
		m->calibration += fabs(sum) / n;
		m->calibration_luck += sqrt(M_2_PI * variance) / n;
	}
}

void
measure_all(struct measure *m, struct predicted *all, size_t n)
{
	*m = (struct measure){.n = n};
	for (size_t i = 0; i < n; i++) {
		double p = fmin(fmax(all[i].chance, 1e-4), 1 - 1e-4);

		m->won += all[i].won;
		m->log_loss -= log(all[i].won ? p : 1 - p) / (double)n;
		m->brier += (p - all[i].won) * (p - all[i].won) / (double)n;
	}
	if (!m->won || m->won == n)
		return;
	qsort(all, n, sizeof(*all), by_points);
	measure_order(m, all);
	measure_error(m);
	qsort(all, n, sizeof(*all), by_chance);
	measure_calibration(m, all);
}
