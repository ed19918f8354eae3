#include "leak_one.h"

#include "measure.h"

#include <math.h>
#include <string.h>

#define PRIOR 2.0	 /* leads of the usual kind added to each bin */
#define LEAST_EACH 25	 /* won, and lost: below there is nothing to measure */
#define LEAST_SHARE 0.05 /* of all leads, on the smaller side */

/*
 * Words in the name of a column that changes for as long as a lead is worked
 * on, that says how it ended, or what somebody thinks of it.
 */
static const char *const late_words[] = {"last", "latest", "current", "final",
	"status", "stage", "closed", "lost", "won", "outcome", "result",
	"reason", "duration", "score", "rating", "rank", "grade", "quality",
	"probability"};

/* Is the row one to be counted? */
static bool
counts(const struct bins_column *column, size_t row, bool filled)
{
	return !filled || column->of[row] != BIN_EMPTY;
}

/* What one fold's rows get from the others; how many those rows are. */
static size_t
predict(const struct past *past, const struct bins_column *column,
	const uint8_t *in_fold, bool filled, struct predicted *all)
{
	double won[BINS_MOST] = {0}, n[BINS_MOST] = {0};
	double rate = (double)past->won_n / (double)past->n;
	size_t tried = 0;

	for (size_t row = 0; row < past->n; row++) {
		if (in_fold[row] || !counts(column, row, filled))
			continue;
		won[column->of[row]] += past->won[row];
		n[column->of[row]]++;
	}
	for (size_t row = 0; row < past->n; row++) {
		uint8_t b = column->of[row];

		if (!in_fold[row] || !counts(column, row, filled))
			continue;
		all[tried++] = (struct predicted){
			.points = (won[b] + PRIOR * rate) / (n[b] + PRIOR),
			.won = past->won[row],
		};
	}
	return tried;
}

double
leak_auc(const struct past *past, const struct bins_column *column,
	const uint8_t *fold, unsigned folds, bool filled)
{
	struct predicted *all = mem_new(past->n, sizeof(*all));
	uint8_t *in_fold = mem_new(past->n, 1);
	size_t won = 0, lost = 0;
	double auc = 0;

	for (size_t row = 0; row < past->n; row++) {
		won += past->won[row] && counts(column, row, filled);
		lost += !past->won[row] && counts(column, row, filled);
	}
	for (unsigned f = 0; f < folds; f++) {
		struct measure one;
		size_t n;

		for (size_t row = 0; row < past->n; row++)
			in_fold[row] = fold[row] == f;
		n = predict(past, column, in_fold, filled, all);
		measure_all(&one, all, n);
		auc += (one.won && one.won < n ? one.auc : 0.5) / folds;
	}
	mem_free(in_fold);
	mem_free(all);
	return won < LEAST_EACH || lost < LEAST_EACH ? 0.5 : auc;
}

/* Is the smaller side large enough to tell? */
static bool
is_parted(const struct past *past, const struct leak_split *split)
{
	size_t less = split->n < split->other_n ? split->n : split->other_n;

	return (double)less >= LEAST_SHARE * (double)past->n;
}

/* Work out odds and settles from the four counts. */
static void
compare(struct leak_split *split)
{
	/* Half a lead more in each of the four: Haldane and Anscombe. */
	double a = (double)split->won + 0.5;
	double b = (double)(split->n - split->won) + 0.5;
	double c = (double)split->other_won + 0.5;
	double d = (double)(split->other_n - split->other_won) + 0.5;
	double all = log((a + c) / (b + d));
	double log_odds = fabs(log(a * d / (b * c))) -
		2 * sqrt(1 / a + 1 / b + 1 / c + 1 / d);

	split->odds = log_odds > 0 ? exp(log_odds) : 1;
	split->settles = fabs(log(a / b) - all) > fabs(log(c / d) - all);
}

void
leak_filled(const struct past *past, const struct past_column *column,
	struct leak_split *out)
{
	*out = (struct leak_split){.odds = 1};
	for (size_t row = 0; row < past->n; row++) {
		out->n += column->of[row] != 0;
		out->won += column->of[row] && past->won[row];
	}
	out->other_n = past->n - out->n;
	out->other_won = past->won_n - out->won;
	if (is_parted(past, out))
		compare(out);
}

/* The value most leads have, of those that have any. */
static uint32_t
most_usual(const struct past_column *column)
{
	uint32_t best = 0;

	for (uint32_t i = 1; i < column->n; i++)
		if (!best || column->values[i].n > column->values[best].n)
			best = i;
	return best;
}

/*
 * A value tells when it settles the outcome; the most usual one, as "no" or 0
 * may be, also when any other does.
 */
void
leak_value(const struct past *past, struct leak *leak)
{
	const struct past_column *column = leak->column;
	size_t *won = mem_new(column->n, sizeof(*won));
	uint32_t usual = most_usual(column);

	leak->value.odds = 1;
	for (size_t row = 0; row < past->n; row++)
		won[column->of[row]] += past->won[row];
	for (uint32_t i = 1; i < column->n; i++) {
		struct leak_split one = {.n = column->values[i].n,
			.won = won[i],
			.other_n = leak->filled.n - column->values[i].n,
			.other_won = leak->filled.won - won[i]};

		if (!is_parted(past, &one))
			continue;
		compare(&one);
		if (one.odds <= leak->value.odds ||
			(!one.settles && i != usual))
			continue;
		leak->value = one;
		leak->text = column->values[i].text;
	}
	mem_free(won);
}

bool
leak_is_with(const struct past *past, const struct leak *leak,
	const struct leak *other)
{
	const uint32_t *a = leak->column->of, *b = other->column->of;

	if (leak->filled.n != other->filled.n ||
		!is_parted(past, &leak->filled))
		return false;
	for (size_t row = 0; row < past->n; row++)
		if (!a[row] != !b[row])
			return false;
	return true;
}

bool
leak_is_named(const char *name)
{
	struct view rest = view_of(name), word;

	while (view_cut(&rest, '_', &word))
		for (size_t i = 0; i < sizeof(late_words) / sizeof(*late_words);
			i++)
			if (view_is(word, late_words[i]))
				return true;
	return false;
}
