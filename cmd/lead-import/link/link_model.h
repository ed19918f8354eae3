/*
 * link_model.h - what agreement and difference are worth as evidence.
 *
 * After Fellegi and Sunter, "A Theory for Record Linkage" (1969): a field
 * that agrees at a level says log2(m / u) bits for a pair being one lead,
 * where m is the probability of that level among pairs that are, u among
 * pairs that are not.  All is added up in whole tenths of bits.
 *
 * - u comes from pairs taken at random, nearly all of which are two leads.
 * - At the top level u is the share of that very value among all (term
 *   frequency; Winkler 1989): a rare name says more than a common one.
 * - m comes from the pairs of each blocking rule (link_block.h) by
 *   expectation and maximisation (Dempster, Laird, Rubin 1977; link_em.h),
 *   with the rule's own fields left out, and is the mean over the rules.
 * - The prior is the share of one-lead pairs among all pairs there are.
 *
 * Sums are over patterns of levels in order, so that the same leads give the
 * same bits on every run.
 */
#ifndef LINK_MODEL_H
#define LINK_MODEL_H

#include "link_em.h"

struct link_model {
	double m[LINK_FIELDS][LINK_LEVELS];
	double u[LINK_FIELDS][LINK_LEVELS];
	struct link_lesson *lessons; /* owned: one for each rule */
	size_t lessons_n, lessons_cap;
	int weight[LINK_FIELDS][LINK_LEVELS]; /* tenths; the top's without u */
	int prior;			      /* tenths of bits, < 0 */
};

/* Pairs of leads as words: a << 32 | b, a < b. */
static inline uint64_t
link_pair_of(uint32_t a, uint32_t b)
{
	return a < b ? (uint64_t)a << 32 | b : (uint64_t)b << 32 | a;
}

/* Find u. */
void link_model_random(struct link_model *model, const struct link_table *table,
	unsigned jobs);

/* Pairs, each of which stands for scale of them. */
struct link_sample {
	const uint64_t *pairs; /* borrowed */
	size_t n;
	double scale;
};

/* Take in the pairs of a rule; mask: the fields it blocks by. */
void link_model_learn(struct link_model *model, const struct link_table *table,
	const struct link_sample *sample, uint32_t mask, unsigned jobs);

/*
 * When all rules' pairs have been taken in: find m and the weights.  every:
 * the pairs of all rules, each once.  Frees the lessons.
 */
void link_model_settle(struct link_model *model, const struct link_table *table,
	const struct link_sample *every, unsigned jobs);

/* The weight of a field, and of all of them, without the prior. */
int
link_model_field(const struct link_model *model, const struct link_table *table,
	const struct link_pairing *pairing, unsigned f);
int link_model_weigh(const struct link_model *model,
	const struct link_table *table, const struct link_pairing *pairing);

/*
 * Find the prior: counts[i] pairs have weight i + low, of all the pairs
 * there are.
 */
void link_model_prior(struct link_model *model, const uint64_t *counts,
	size_t n, int low, double all);

/* The probability that goes with a weight that has the prior in it. */
double link_probability(int weight);

/* The least weight that has a probability. */
int link_weight_of(double probability);

#endif
