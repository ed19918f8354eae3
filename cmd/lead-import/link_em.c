#include "link_em.h"

#include "base/mem.h"

#include <math.h>

#define ROUNDS 100
#define SETTLED 1e-5	/* the largest change after which to stop */
#define APART_MOST 0.01 /* of one company's leads that share no word */
#define SHARE_FIRST 0.3

/* A pattern and how many pairs have it. */
struct seen {
	uint64_t pattern;
	uint64_t pairs;
};

static size_t
count(const uint64_t *patterns, size_t n, struct seen *seen)
{
	size_t out = 0;

	for (size_t i = 0; i < n; i++) {
		if (out && seen[out - 1].pattern == patterns[i])
			seen[out - 1].pairs++;
		else
			seen[out++] = (struct seen){patterns[i], 1};
	}
	return out;
}

static unsigned
level_of(uint64_t pattern, unsigned f)
{
	return pattern >> (3 * f) & 7;
}

/* Where to begin: agreement is likely, and the more so the closer. */
static void
begin(struct link_em *em)
{
	for (unsigned f = 0; f < em->fields; f++) {
		double sum = 0;

		for (unsigned l = em->top[f]; l; l--) {
			em->m[f][l] = l == em->top[f] ? 0.8
				: l + 1 == em->top[f] ? 0.12
						      : em->m[f][l + 1] * 0.6;
			sum += em->m[f][l];
		}
		for (unsigned l = 1; l <= em->top[f]; l++)
			em->m[f][l] /= sum;
	}
	em->share = SHARE_FIRST;
}

/* Expected pairs of one lead, by field and level. */
struct expected {
	double level[LINK_FIELDS][LINK_LEVELS];
	double all;
};

static void
expect(const struct link_em *em, const struct seen *seen, size_t n,
	struct expected *out)
{
	double odds[LINK_FIELDS][LINK_LEVELS] = {{0}};
	double prior = log(em->share / (1 - em->share));

	*out = (struct expected){0};
	for (unsigned f = 0; f < em->fields; f++)
		for (unsigned l = 1; l <= em->top[f]; l++)
			odds[f][l] = log(em->m[f][l] / em->u[f][l]);
	for (size_t i = 0; i < n; i++) {
		double sum = prior, pairs;

		for (unsigned f = 0; f < em->fields; f++)
			sum += odds[f][level_of(seen[i].pattern, f)];
		pairs = (double)seen[i].pairs / (1 + exp(-sum));
		out->all += pairs;
		for (unsigned f = 0; f < em->fields; f++)
			out->level[f][level_of(seen[i].pattern, f)] += pairs;
	}
}

/* Hold the share of "nothing in common" down; the others make up for it. */
static void
bound(struct link_em *em, unsigned f)
{
	double others = 1 - em->m[f][1];

	if (em->m[f][1] <= APART_MOST || others <= 0)
		return;
	for (unsigned l = 2; l <= em->top[f]; l++)
		em->m[f][l] *= (1 - APART_MOST) / others;
	em->m[f][1] = APART_MOST;
}

/* Take the expected shares as the new ones; returns the largest change. */
static double
maximise(struct link_em *em, const struct expected *expected, double pairs)
{
	double share = expected->all / pairs, change;

	share = share > 0.999 ? 0.999 : share < 1e-6 ? 1e-6 : share;
	change = fabs(share - em->share);
	em->share = share;
	for (unsigned f = 0; f < em->fields; f++) {
		double all = 0;

		for (unsigned l = 1; l <= em->top[f]; l++)
			all += expected->level[f][l];
		em->seen[f] = all;
		for (unsigned l = 1; all > 0 && l <= em->top[f]; l++) {
			double m = (expected->level[f][l] + 0.1) /
				(all + 0.1 * em->top[f]);

			if (fabs(m - em->m[f][l]) > change)
				change = fabs(m - em->m[f][l]);
			em->m[f][l] = m;
		}
		if ((int)f == em->named)
			bound(em, f);
	}
	return change;
}

void
link_em_run(struct link_em *em, const uint64_t *patterns, size_t n)
{
	struct seen *seen = mem_new(n, sizeof(*seen));
	size_t seen_n = count(patterns, n, seen);
	struct expected expected;

	begin(em);
	for (int round = 0; round < ROUNDS; round++) {
		expect(em, seen, seen_n, &expected);
		if (maximise(em, &expected, (double)n) < SETTLED)
			break;
	}
	mem_free(seen);
}
