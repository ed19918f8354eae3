#include "choose.h"

#include "propose.h"

/*
 * What a rule must gain, on the scale of chi-squared with one degree of
 * freedom.  This and the prices in propose.c were tuned by
 * tests/score/learn.sh.
 */
#define LEAST_GAIN 5.0
#define SWAPS 5

/* Fit the rules that are there. */
static void
refit(struct chooser *on)
{
	struct choice *choice = on->choice;

	classes_make(
		&choice->classes, on->pattern, on->won, on->rows, choice->n);
	classes_fit(&choice->classes);
}

/* Set bit j of the pattern of each row for which rule j holds. */
static void
mark(struct chooser *on, unsigned j)
{
	const struct learned *rule = &on->choice->rules[j];
	const struct term *a = &rule->terms[0];
	const struct term *b = &rule->terms[rule->terms_n - 1];
	const uint8_t *of_a = on->bin_of + a->column * on->rows;
	const uint8_t *of_b = on->bin_of + b->column * on->rows;

	for (size_t i = 0; i < on->rows; i++)
		on->pattern[i] |= (a->mask >> of_a[i] & b->mask >> of_b[i] & 1)
			<< j;
}

static void
append(struct chooser *on, const struct learned *rule)
{
	struct choice *choice = on->choice;

	choice->rules[choice->n] = *rule;
	mark(on, choice->n);
	choice->classes.beta[++choice->n] = 0;
}

static struct learned
as_rule(const struct candidate *candidate)
{
	struct learned rule = {.terms = {candidate->term}, .terms_n = 1};

	if (candidate->base) {
		rule.terms[0] = *candidate->base;
		rule.terms[1] = candidate->term;
		rule.terms_n = 2;
	}
	return rule;
}

/* Take the oldest rule out. */
static struct learned
drop_first(struct chooser *on)
{
	struct choice *choice = on->choice;
	struct learned first = choice->rules[0];

	choice->n--;
	for (unsigned j = 0; j < choice->n; j++) {
		choice->rules[j] = choice->rules[j + 1];
		choice->classes.beta[j + 1] = choice->classes.beta[j + 2];
	}
	for (size_t i = 0; i < on->rows; i++)
		on->pattern[i] >>= 1;
	return first;
}

/* Take the youngest rule out. */
static void
drop_last(struct chooser *on)
{
	unsigned n = --on->choice->n;

	for (size_t i = 0; i < on->rows; i++)
		on->pattern[i] &= (UINT64_C(1) << n) - 1;
}

static void
forward(struct chooser *on, bool pairs)
{
	while (on->choice->n < on->most) {
		struct candidate best = propose(on, pairs);
		struct learned rule = as_rule(&best);

		if (best.gain < LEAST_GAIN)
			return;
		append(on, &rule);
		refit(on);
	}
}

/* Put the best rule in the place of each in turn, where that is better. */
static bool
swap_all(struct chooser *on, bool pairs)
{
	struct choice *choice = on->choice;
	bool better = false;

	for (unsigned i = choice->n; i > 0; i--) {
		double deviance = choice->classes.deviance;
		struct learned old = drop_first(on), new;
		struct candidate best;

		refit(on);
		best = propose(on, pairs);
		if (best.gain < LEAST_GAIN)
			continue;
		new = as_rule(&best);
		append(on, &new);
		refit(on);
		if (choice->classes.deviance < deviance - 1) {
			better = true;
			continue;
		}
		drop_last(on);
		append(on, &old);
		refit(on);
	}
	return better;
}

static void
count_rows(struct chooser *on)
{
	struct choice *choice = on->choice;

	for (unsigned j = 0; j < choice->n; j++) {
		struct learned *rule = &choice->rules[j];

		rule->beta = choice->classes.beta[j + 1];
		for (size_t i = 0; i < on->rows; i++) {
			uint32_t hit = on->pattern[i] >> j & 1;

			rule->rows += hit;
			rule->won += hit & on->won[i];
		}
	}
}

/* Copy what is to be learned from together, column by column. */
static void
gather(struct chooser *on, const uint8_t *won, const uint8_t *in)
{
	const struct bins *bins = on->bins;
	uint8_t *to;

	for (size_t i = 0; i < bins->rows; i++)
		on->rows += in[i] != 0;
	on->held = mem_new(on->rows, sizeof(*on->held));
	on->won = mem_new(on->rows, 1);
	on->pattern = mem_new(on->rows, sizeof(*on->pattern));
	to = on->bin_of = mem_new(on->rows * bins->n, 1);
	for (size_t c = 0; c < bins->n; c++)
		for (size_t i = 0; i < bins->rows; i++)
			if (in[i])
				*to++ = bins->columns[c].of[i];
	to = on->won;
	for (size_t i = 0; i < bins->rows; i++)
		if (in[i])
			*to++ = won[i];
}

void
choose(struct choice *choice, const struct bins *bins, const uint8_t *won,
	const uint8_t *in, struct wanted wanted)
{
	struct chooser *on = mem_new(1, sizeof(*on));

	*choice = (struct choice){0};
	on->bins = bins;
	on->choice = choice;
	on->most = wanted.rules < RULES_MOST ? wanted.rules : RULES_MOST;
	gather(on, won, in);
	refit(on);
	forward(on, false);
	for (unsigned i = 0; i < SWAPS && swap_all(on, false); i++)
		forward(on, false);
	for (unsigned i = 0; wanted.pairs && i < SWAPS && swap_all(on, true);
		i++)
		forward(on, true);
	count_rows(on);
	mem_free(on->bin_of);
	mem_free(on->cells);
	mem_free(on->held);
	mem_free(on->won);
	mem_free(on->pattern);
	mem_free(on);
}

void
choose_fini(struct choice *choice)
{
	classes_fini(&choice->classes);
}
