#include "link_model.h"

#include "link_chunk.h"
#include "link_level.h"

#include <math.h>

#define RANDOM 500000 /* pairs that u is taken from */
#define STEP 16384
#define LEAST 1e-5   /* of u: what a sample of that size can tell */
#define ASSUMED 20   /* pairs that what is assumed of u counts for ... */
#define RARELY 0.005 /* ... which is this */

struct patterns {
	const struct link_table *table;
	const uint64_t *pairs;
	uint64_t *patterns;
};

static void
compare_some(void *shared, uint64_t from, uint64_t to)
{
	const struct patterns *job = shared;
	struct link_memo *memo = mem_new(1, sizeof(*memo));
	struct link_pairing pairing;

	for (uint64_t i = from; i < to; i++) {
		link_fetch_ahead(job->table, job->pairs, i, to);
		link_compare(job->table, memo, (uint32_t)(job->pairs[i] >> 32),
			(uint32_t)job->pairs[i], &pairing);
		job->patterns[i] =
			link_pattern(&pairing, job->table->fields->n);
	}
	mem_free(memo);
}

/* The patterns of a sample.  Owned by the caller. */
static uint64_t *
patterns_of(const struct link_table *table, const struct link_sample *sample,
	unsigned jobs)
{
	struct patterns job = {table, sample->pairs, NULL};
	struct link_chunks chunks = {&job, jobs, sample->n, STEP, compare_some};

	job.patterns = mem_new(sample->n, sizeof(*job.patterns));
	link_chunks_run(&chunks);
	return job.patterns;
}

/* splitmix64: a number that looks random for each number. */
static uint64_t
scatter(uint64_t n)
{
	n += UINT64_C(0x9E3779B97F4A7C15);
	n = (n ^ n >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	n = (n ^ n >> 27) * UINT64_C(0x94D049BB133111EB);
	return n ^ n >> 31;
}

/* All pairs when they are few, else some at random.  How many. */
static size_t
random_pairs(uint32_t leads, uint64_t *pairs)
{
	size_t n = 0;

	if ((uint64_t)leads * (leads - 1) / 2 <= RANDOM) {
		for (uint32_t a = 0; a < leads; a++)
			for (uint32_t b = a + 1; b < leads; b++)
				pairs[n++] = link_pair_of(a, b);
		return n;
	}
	for (uint64_t i = 0; n < RANDOM; i++) {
		uint32_t a = (uint32_t)(scatter(i * 2) % leads);
		uint32_t b = (uint32_t)(scatter(i * 2 + 1) % leads);

		if (a != b)
			pairs[n++] = link_pair_of(a, b);
	}
	return n;
}

void
link_model_random(
	struct link_model *model, const struct link_table *table, unsigned jobs)
{
	uint64_t *pairs = mem_new(RANDOM, sizeof(*pairs)), *patterns;
	size_t n = random_pairs(table->leads->n, pairs);
	struct link_sample sample = {pairs, n, 1};

	patterns = patterns_of(table, &sample, jobs);
	for (unsigned f = 0; f < table->fields->n; f++) {
		unsigned top = link_top(table->fields->items[f].kind);
		uint64_t count[LINK_LEVELS] = {0};
		double all = ASSUMED;

		for (size_t i = 0; i < n; i++)
			count[patterns[i] >> (3 * f) & 7]++;
		for (unsigned l = 1; l <= top; l++)
			all += (double)count[l];
		for (unsigned l = 1; l <= top; l++)
			model->u[f][l] = fmax(LEAST,
				((double)count[l] + ASSUMED * RARELY) / all);
	}
	mem_free(patterns);
	mem_free(pairs);
}

static void
make_lesson(struct link_lesson *lesson, const struct link_table *table,
	const struct link_sample *sample, unsigned jobs)
{
	uint64_t *patterns = patterns_of(table, sample, jobs);

	link_lesson_make(lesson, patterns, sample->n);
	lesson->scale = sample->scale;
	mem_free(patterns);
}

void
link_model_learn(struct link_model *model, const struct link_table *table,
	const struct link_sample *sample, uint32_t mask, unsigned jobs)
{
	struct link_lesson lesson = {.mask = mask};

	if (!sample->n)
		return;
	make_lesson(&lesson, table, sample, jobs);
	model->lessons = mem_grow(model->lessons, &model->lessons_cap,
		model->lessons_n + 1, sizeof(*model->lessons));
	model->lessons[model->lessons_n++] = lesson;
}

static int
tenths(double ratio)
{
	return (int)lround(10 * log2(ratio));
}

void
link_model_settle(struct link_model *model, const struct link_table *table,
	const struct link_sample *every, unsigned jobs)
{
	double leads = table->leads->n;
	struct link_lesson lesson = {0};
	struct link_em em = {.fields = table->fields->n,
		.named = table->people ? -1 : table->company,
		.u = (const double(*)[LINK_LEVELS])model->u,
		.all = leads * (leads - 1) / 2,
		.lessons = model->lessons,
		.lessons_n = model->lessons_n,
		.every = &lesson,
		.share = 1 / leads};

	for (unsigned f = 0; f < em.fields; f++)
		em.top[f] = link_top(table->fields->items[f].kind);
	make_lesson(&lesson, table, every, jobs);
	link_em_run(&em);
	memcpy(model->m, em.m, sizeof(em.m));
	for (unsigned f = 0; f < em.fields; f++)
		for (unsigned l = 1; l <= em.top[f]; l++)
			model->weight[f][l] = tenths(l == em.top[f]
					? em.m[f][l]
					: em.m[f][l] / em.u[f][l]);
	mem_free(lesson.seen);
	for (size_t i = 0; i < model->lessons_n; i++)
		mem_free(model->lessons[i].seen);
	mem_free(model->lessons);
	model->lessons = NULL;
}

int
link_model_field(const struct link_model *model, const struct link_table *table,
	const struct link_pairing *pairing, unsigned f)
{
	const struct link_field *field = &table->fields->items[f];
	int weight = model->weight[f][pairing->level[f]];

	if (pairing->level[f] != link_top(field->kind))
		return weight;
	return weight +
		table->values[field->values].items[pairing->value[f]].rarity;
}

int
link_model_weigh(const struct link_model *model, const struct link_table *table,
	const struct link_pairing *pairing)
{
	int weight = 0;

	for (unsigned f = 0; f < table->fields->n; f++)
		weight += link_model_field(model, table, pairing, f);
	return weight;
}

double
link_probability(int weight)
{
	return 1 / (1 + exp2(-weight / 10.0));
}

int
link_weight_of(double probability)
{
	return (int)ceil(10 * log2(probability / (1 - probability)) - 1e-9);
}

void
link_model_prior(struct link_model *model, const uint64_t *counts, size_t n,
	int low, double all)
{
	double share = 1e-4;

	for (int round = 0; round < 100; round++) {
		double prior = log2(share / (1 - share)), sum = 0, next;

		for (size_t i = 0; i < n; i++)
			sum += (double)counts[i] /
				(1 + exp2(-(((double)i + low) / 10 + prior)));
		next = sum / all;
		next = next < 1e-12 ? 1e-12 : next > 0.5 ? 0.5 : next;
		if (fabs(next - share) < share * 1e-9)
			break;
		share = next;
	}
	model->prior = tenths(share / (1 - share));
}
