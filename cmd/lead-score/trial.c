#include "trial.h"

#include "base/pool.h"

#include <stdlib.h>

void
trial_learn(struct trial *trial, const struct past *past, const uint8_t *in,
	struct wanted wanted)
{
	bins_make(&trial->bins, past, in);
	choose(&trial->choice, &trial->bins, past->won, in, wanted);
	whole_points(&trial->choice, &trial->scale);
}

struct predicted
trial_predict(const struct trial *trial, const struct past *past, size_t row)
{
	double points = 0;

	for (unsigned j = 0; j < trial->choice.n; j++) {
		const struct learned *rule = &trial->choice.rules[j];

		if (learned_holds(rule, &trial->bins, row))
			points += (double)rule->points;
	}
	return (struct predicted){
		.points = points,
		.chance = scale_chance(&trial->scale, points),
		.won = past->won[row],
	};
}

void
trial_fini(struct trial *trial)
{
	choose_fini(&trial->choice);
	bins_fini(&trial->bins);
}

/* One fold to be predicted from the others, and what came of it. */
struct cross {
	const struct past *past;
	const uint8_t *fold;
	unsigned folds, next;
	struct wanted wanted;
	struct predicted *all; /* of the folds handed on so far */
	size_t n;
	double auc; /* their sum */
	unsigned rules;
};

struct cross_worker {
	unsigned fold;
	struct predicted *out; /* owned */
	size_t n;
	unsigned rules;
};

static void *
cross_start(void *shared)
{
	struct cross *cross = shared;
	struct cross_worker *worker = mem_new(1, sizeof(*worker));

	worker->out = mem_new(cross->past->n, sizeof(*worker->out));
	return worker;
}

static bool
cross_take(void *shared, void *state)
{
	struct cross *cross = shared;
	struct cross_worker *worker = state;

	worker->fold = cross->next;
	return cross->next++ < cross->folds;
}

static void
cross_work(void *shared, void *state)
{
	const struct cross *cross = shared;
	struct cross_worker *worker = state;
	const struct past *past = cross->past;
	uint8_t *in = mem_new(past->n, 1);
	struct trial trial;

	for (size_t row = 0; row < past->n; row++)
		in[row] = cross->fold[row] != worker->fold;
	trial_learn(&trial, past, in, cross->wanted);
	worker->rules = trial.choice.n;
	worker->n = 0;
	for (size_t row = 0; row < past->n; row++) {
		struct predicted *out = &worker->out[worker->n];

		if (in[row])
			continue;
		*out = trial_predict(&trial, past, row);
		/* Points of different cards compare as log odds. */
		out->points =
			trial.scale.slope * (out->points - trial.scale.offset);
		worker->n++;
	}
	trial_fini(&trial);
	mem_free(in);
}

static bool
cross_give(void *shared, void *state)
{
	struct cross *cross = shared;
	struct cross_worker *worker = state;
	struct measure one;

	measure_all(&one, worker->out, worker->n);
	cross->auc += one.auc;
	memcpy(cross->all + cross->n, worker->out,
		worker->n * sizeof(*worker->out));
	cross->n += worker->n;
	if (worker->rules > cross->rules)
		cross->rules = worker->rules;
	return true;
}

static void
cross_stop(void *shared, void *state)
{
	struct cross_worker *worker = state;

	(void)shared;
	mem_free(worker->out);
	mem_free(worker);
}

static void
fit_shrink(struct scale *shrink, const struct predicted *all, size_t n)
{
	double *odds = mem_new(n, sizeof(*odds));
	double *count = mem_new(n, sizeof(*count));
	double *won = mem_new(n, sizeof(*won));

	for (size_t i = 0; i < n; i++) {
		odds[i] = all[i].points;
		count[i] = 1;
		won[i] = all[i].won;
	}
	scale_fit(shrink, odds, count, won, n);
	mem_free(odds);
	mem_free(count);
	mem_free(won);
}

void
trial_cross(struct crossed *crossed, const struct past *past,
	const uint8_t *fold, unsigned folds, struct wanted wanted)
{
	static const struct pool_job job = {
		cross_start, cross_take, cross_work, cross_give, cross_stop};
	struct cross cross = {
		.past = past, .fold = fold, .folds = folds, .wanted = wanted};

	cross.all = mem_new(past->n, sizeof(*cross.all));
	pool_run(&job, &cross, past->threads);
	*crossed = (struct crossed){.rules = cross.rules};
	fit_shrink(&crossed->shrink, cross.all, cross.n);
	measure_all(&crossed->all, cross.all, cross.n);
	crossed->all.auc = cross.auc / folds;
	mem_free(cross.all);
}

static int
by_number(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

/* Is it a moment in nine rows of ten, and not always the same? */
static bool
is_dated(const struct past *past, const struct past_column *column)
{
	size_t dated = 0;

	for (size_t i = 1; i < column->n; i++)
		if (column->values[i].is_moment && !column->values[i].is_number)
			dated += column->values[i].n;
	return column->use != PAST_TARGET && column->n > 10 &&
		dated >= past->n - past->n / 10;
}

/* The moment behind which the last fifth of the rows lies. */
static int64_t
last_fifth(const struct past *past, const struct past_column *column)
{
	int64_t *all = mem_new(past->n, sizeof(*all));
	int64_t from;

	for (size_t row = 0; row < past->n; row++)
		all[row] = column->values[column->of[row]].moment;
	qsort(all, past->n, sizeof(*all), by_number);
	from = all[past->n - past->n / 5 - 1] + 1;
	mem_free(all);
	return from;
}

bool
trial_later(struct later *later, const struct past *past, struct wanted wanted)
{
	const struct past_column *column = NULL;
	struct predicted *all;
	struct trial trial;
	uint8_t *in;
	size_t n = 0, before = 0, won = 0;

	for (size_t i = 0; i < past->columns_n && !column; i++)
		if (is_dated(past, &past->columns[i]))
			column = &past->columns[i];
	if (!column)
		return false;
	*later = (struct later){
		.column = column->name, .from = last_fifth(past, column)};
	in = mem_new(past->n, 1);
	for (size_t row = 0; row < past->n; row++) {
		in[row] = column->values[column->of[row]].moment < later->from;
		before += in[row];
		won += in[row] & past->won[row];
	}
	later->won_before = (double)won / (double)before;
	trial_learn(&trial, past, in, wanted);
	all = mem_new(past->n, sizeof(*all));
	for (size_t row = 0; row < past->n; row++)
		if (!in[row])
			all[n++] = trial_predict(&trial, past, row);
	measure_all(&later->measure, all, n);
	trial_fini(&trial);
	mem_free(all);
	mem_free(in);
	return later->measure.won && later->measure.won < n;
}
