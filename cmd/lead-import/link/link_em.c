#include "link_em.h"

#include "link_sort.h"

#include <math.h>

#define ROUNDS 100
#define SETTLED 1e-5	/* the largest change after which to stop */
#define APART_MOST 0.01 /* of one company's leads that share no word */
#define SURE 2		/* log of the odds from which a pair is learned from */
#define DIFFER_LEAST 0.005 /* of one lead's records that differ in a field */
#define DOUBT 10	   /* pairs that what is assumed at first counts for */

void
link_lesson_make(struct link_lesson *lesson, uint64_t *patterns, size_t n)
{
	size_t out = 0;

	link_sort_words(patterns, n);
	lesson->seen = mem_new(n, sizeof(*lesson->seen));
	for (size_t i = 0; i < n; i++) {
		if (out && lesson->seen[out - 1].pattern == patterns[i])
			lesson->seen[out - 1].pairs++;
		else
			lesson->seen[out++] =
				(struct link_seen){patterns[i], 1};
	}
	lesson->n = out;
}

static unsigned
level_of(uint64_t pattern, unsigned f)
{
	return pattern >> (3 * f) & 7;
}

/* What is assumed at first: agreement is likely, the more so the closer. */
static void
assume(const struct link_em *em, double m[LINK_FIELDS][LINK_LEVELS])
{
	for (unsigned f = 0; f < em->fields; f++) {
		double sum = 0;

		for (unsigned l = em->top[f]; l; l--) {
			m[f][l] = l == em->top[f]     ? 0.8
				: l + 1 == em->top[f] ? 0.12
						      : m[f][l + 1] * 0.6;
			sum += m[f][l];
		}
		for (unsigned l = 1; l <= em->top[f]; l++)
			m[f][l] /= sum;
	}
}

/*
 * Expected pairs of one lead, by field and level.  Only pairs that are sure
 * enough count (classification EM; Celeux and Govaert 1992): the many that
 * are each a little likely would, together, teach what they have in common.
 */
struct expected {
	double level[LINK_FIELDS][LINK_LEVELS];
	double all;
};

static void
expect(const struct link_em *em, const struct link_lesson *lesson,
	struct expected *out)
{
	double odds[LINK_FIELDS][LINK_LEVELS] = {{0}};
	double prior = log(em->share / (1 - em->share));

	*out = (struct expected){0};
	for (unsigned f = 0; f < em->fields; f++)
		for (unsigned l = 1; l <= em->top[f]; l++)
			odds[f][l] = log(em->m[f][l] / em->u[f][l]);
	for (size_t i = 0; i < lesson->n; i++) {
		const struct link_seen *seen = &lesson->seen[i];
		double sum = prior, pairs;

		for (unsigned f = 0; f < em->fields; f++)
			sum += odds[f][level_of(seen->pattern, f)];
		if (sum < SURE)
			continue;
		pairs = lesson->scale * (double)seen->pairs / (1 + exp(-sum));
		out->all += pairs;
		for (unsigned f = 0; f < em->fields; f++)
			out->level[f][level_of(seen->pattern, f)] += pairs;
	}
}

/* Keep the share of "nothing in common" within bounds; the others adapt. */
static void
bound(double m[LINK_LEVELS], unsigned top, double least, double most)
{
	double others = 1 - m[1];
	double now = fmin(fmax(m[1], least), most);

	for (unsigned l = 2; others > 0 && l <= top; l++)
		m[l] *= (1 - now) / others;
	m[1] = now;
}

/*
 * Add what a lesson says of the fields it may speak of: each by the share it
 * has among the lesson's pairs, a lesson of few pairs counting for less.
 */
static void
learn(const struct link_em *em, const struct link_lesson *lesson,
	double sum[LINK_FIELDS][LINK_LEVELS], double weight[LINK_FIELDS])
{
	struct expected expected;

	expect(em, lesson, &expected);
	for (unsigned f = 0; f < em->fields; f++) {
		double all = 0, voice;

		if (lesson->mask >> f & 1)
			continue;
		for (unsigned l = 1; l <= em->top[f]; l++)
			all += expected.level[f][l];
		if (all <= 0)
			continue;
		voice = all / (all + DOUBT);
		for (unsigned l = 1; l <= em->top[f]; l++)
			sum[f][l] += voice * expected.level[f][l] / all;
		weight[f] += voice;
	}
}

/* One round; returns the largest change. */
static double
improve(struct link_em *em, double first[LINK_FIELDS][LINK_LEVELS])
{
	double sum[LINK_FIELDS][LINK_LEVELS] = {{0}};
	double weight[LINK_FIELDS] = {0}, change = 0;
	struct expected every;

	for (size_t i = 0; i < em->lessons_n; i++)
		learn(em, &em->lessons[i], sum, weight);
	expect(em, em->every, &every);
	for (unsigned f = 0; f < em->fields; f++) {
		double m[LINK_LEVELS] = {0};

		for (unsigned l = 1; l <= em->top[f]; l++)
			m[l] = (sum[f][l] + 0.1 * first[f][l]) /
				(weight[f] + 0.1);
		bound(m, em->top[f], DIFFER_LEAST,
			(int)f == em->named ? APART_MOST : 1);
		for (unsigned l = 1; l <= em->top[f]; l++) {
			change = fmax(change, fabs(m[l] - em->m[f][l]));
			em->m[f][l] = m[l];
		}
	}
	em->share = fmin(fmax(every.all / em->all, 1e-12), 0.5);
	return change;
}

void
link_em_run(struct link_em *em)
{
	double first[LINK_FIELDS][LINK_LEVELS] = {{0}};

	assume(em, first);
	memcpy(em->m, first, sizeof(first));
	for (int round = 0; round < ROUNDS; round++)
		if (improve(em, first) < SETTLED)
			break;
}
