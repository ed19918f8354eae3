#include "link_search.h"

#include "base/die.h"
#include "base/lang.h"
#include "link_chunk.h"
#include "link_weigh.h"

#include <math.h>
#include <stdlib.h>

#define PAIRS_LEAD 8	    /* a rule's pairs for each lead ... */
#define PAIRS_LEAST 1000000 /* ... or so many, when leads are few */
#define PAIRS_ALL 48	    /* the same of all rules together */
#define PAIRS_ALL_LEAST 10000000
#define LEARN 50000 /* pairs of a rule that are learned from */
#define LOW (-1000) /* weights are counted from here, tenths of bits ... */
#define RANGE 2000  /* ... so many of them */
#define STEP 65536

/* A list of pairs that grows. */
struct pairs {
	uint64_t *items; /* owned */
	size_t n, cap;
};

static void
pairs_add(struct pairs *pairs, uint64_t pair)
{
	pairs->items = mem_grow(
		pairs->items, &pairs->cap, pairs->n + 1, sizeof(*pairs->items));
	pairs->items[pairs->n++] = pair;
}

/* What goes on while the rules are gone through. */
struct state {
	struct link_search *search;
	const struct link_table *table;
	struct pairs all;   /* to be compared */
	struct pairs learn; /* of the rule at hand */
	uint32_t *covered;  /* owned: of a lead, the fields whose blocks did */
	uint64_t left;	    /* pairs that may still be taken */
	unsigned jobs;
};

/* A number that looks random, the same for a pair whenever it is asked. */
static uint64_t
lot(uint64_t pair)
{
	pair *= UINT64_C(0x9E3779B97F4A7C15);
	pair ^= pair >> 29;
	return pair * UINT64_C(0xBF58476D1CE4E5B9) >> 20;
}

/* Of how many pairs one is learned from. */
static uint64_t
lots_of(uint64_t pairs)
{
	return pairs / LEARN + 1;
}

/* Take the pairs of one block. */
static void
take_block(struct state *state, const struct link_block *block, size_t from,
	size_t end)
{
	const struct link_keyed *items = block->items;
	uint64_t lots = lots_of(block->pairs);

	for (size_t i = from; i < end; i++)
		for (size_t k = i + 1; k < end; k++) {
			uint64_t pair;

			if (items[i].lead == items[k].lead)
				continue;
			pair = link_pair_of(items[i].lead, items[k].lead);
			pairs_add(&state->all, pair);
			if (lots == 1 || lot(pair) % lots == 0)
				pairs_add(&state->learn, pair);
		}
	if (block->rule.kind == LINK_RULE_FIELD)
		for (size_t i = from; i < end; i++)
			state->covered[items[i].lead] |=
				link_rule_mask(&block->rule);
}

static void
go_through(struct state *state, struct link_rule rule)
{
	struct link_block block;
	uint64_t budget = (uint64_t)state->table->leads->n * PAIRS_LEAD;
	double lots;
	size_t end;

	if (budget < PAIRS_LEAST)
		budget = PAIRS_LEAST;
	if (budget > state->left)
		budget = state->left;
	link_block_make(&block, state->table, rule, state->covered, budget);
	if (rule.kind == LINK_RULE_FIELD)
		state->search->crowd[rule.a] = block.largest;
	lots = (double)lots_of(block.pairs);
	state->learn.n = 0;
	for (size_t from = 0; from < block.n; from = end) {
		end = link_block_end(&block, from);
		if (end - from <= block.most)
			take_block(state, &block, from, end);
	}
	link_block_fini(&block);
	state->learn.n = link_sort_unique(state->learn.items, state->learn.n);
	link_model_learn(&state->search->model, state->table,
		&(struct link_sample){state->learn.items, state->learn.n, lots},
		link_rule_mask(&rule), state->jobs);
}

static uint64_t
most_pairs(uint64_t leads)
{
	return leads * PAIRS_ALL > PAIRS_ALL_LEAST ? leads * PAIRS_ALL
						   : PAIRS_ALL_LEAST;
}

/* All rules: the pairs to compare, each once, and the model. */
static void
find_pairs(struct state *state)
{
	struct link_rule rules[LINK_RULES];
	unsigned n = link_rules_find(state->table, rules);
	uint64_t most = most_pairs(state->table->leads->n);

	state->covered =
		mem_new(state->table->leads->n, sizeof(*state->covered));
	for (unsigned r = 0; r < n; r++) {
		state->left = most > state->all.n ? most - state->all.n : 0;
		go_through(state, rules[r]);
	}
	state->all.n = link_sort_unique(state->all.items, state->all.n);
	mem_free(state->covered);
}

/* What all pairs together say. */
static void
settle(struct state *state)
{
	uint64_t lots = lots_of(state->all.n);
	struct pairs *some = &state->learn;

	some->n = 0;
	for (size_t i = 0; i < state->all.n; i++)
		if (lots == 1 || lot(state->all.items[i]) % lots == 0)
			pairs_add(some, state->all.items[i]);
	link_model_settle(&state->search->model, state->table,
		&(struct link_sample){some->items, some->n, (double)lots},
		state->jobs);
	mem_free(some->items);
}

/* The weights of pairs, worked out side by side. */
struct weighing {
	const struct state *state;
	struct link_weigher weigher;
	int16_t *weights;
};

static void
weigh_some(void *shared, uint64_t from, uint64_t to)
{
	const struct weighing *job = shared;
	const uint64_t *pairs = job->state->all.items;
	struct link_memo *memo = mem_new(1, sizeof(*memo));

	for (uint64_t i = from; i < to; i++) {
		uint64_t pair = pairs[i];
		int weight;

		link_fetch_ahead(job->state->table, pairs, i, to);
		weight = link_weigh(&job->weigher, memo, (uint32_t)(pair >> 32),
			(uint32_t)pair);

		job->weights[i] = (int16_t)(weight < LOW ? LOW
				: weight >= LOW + RANGE	 ? LOW + RANGE - 1
							 : weight);
	}
	mem_free(memo);
}

/* Of all pairs there are. */
static double
all_pairs(const struct state *state)
{
	double leads = state->table->leads->n;

	return leads * (leads - 1) / 2;
}

/*
 * The weight below which pairs are of no interest: were all that are compared
 * as heavy, they would be expected to hold a thousandth of a duplicate for
 * each that there is.  It is below any doubt, since duplicates are no more
 * than the pairs that are compared.
 */
static int
least_weight(const struct state *state)
{
	double compared = fmax((double)state->all.n, 1);

	return (int)floor(10 * log2(all_pairs(state) / compared / 1000));
}

static int
by_weight(const void *a, const void *b)
{
	const struct link_edge *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight > y->weight ? -1 : 1;
	if (x->a != y->a)
		return x->a < y->a ? -1 : 1;
	return (x->b > y->b) - (x->b < y->b);
}

/* Keep the pairs that are not out of the question. */
static void
keep_edges(struct state *state, const int16_t *weights, int doubt)
{
	struct link_search *search = state->search;
	size_t cap = 0;

	for (size_t i = 0; i < state->all.n; i++) {
		int weight = weights[i] + search->model.prior;

		if (weights[i] == LOW || weight < doubt)
			continue;
		search->edges = mem_grow(search->edges, &cap, search->n + 1,
			sizeof(*search->edges));
		search->edges[search->n++] = (struct link_edge){
			(uint32_t)(state->all.items[i] >> 32),
			(uint32_t)state->all.items[i], weight};
	}
	if (search->n)
		qsort(search->edges, search->n, sizeof(*search->edges),
			by_weight);
}

/* Weigh the pairs, find the prior by them, keep the heavy ones. */
static void
weigh_pairs(struct state *state, int doubt)
{
	struct weighing job = {.state = state};
	struct link_chunks chunks = {
		&job, state->jobs, state->all.n, STEP, weigh_some};
	uint64_t counts[RANGE] = {0};

	link_weigher_init(&job.weigher, &state->search->model, state->table,
		least_weight(state));
	job.weights = mem_new(state->all.n, sizeof(*job.weights));
	link_chunks_run(&chunks);
	for (size_t i = 0; i < state->all.n; i++)
		counts[job.weights[i] - LOW]++;
	link_model_prior(
		&state->search->model, counts, RANGE, LOW, all_pairs(state));
	keep_edges(state, job.weights, doubt);
	mem_free(job.weights);
}

void
link_search_run(struct link_search *search, const struct link_table *table,
	int doubt, unsigned jobs)
{
	struct state state = {.search = search, .table = table, .jobs = jobs};

	*search = (struct link_search){0};
	if (table->leads->n < 2)
		return;
	link_model_random(&search->model, table, jobs);
	find_pairs(&state);
	settle(&state);
	search->compared = state.all.n;
	weigh_pairs(&state, doubt);
	mem_free(state.all.items);
}

void
link_search_warn(
	const struct link_search *search, const struct link_table *table)
{
	struct str list = {0};

	for (unsigned f = 0; f < table->fields->n; f++) {
		const struct link_field *field = &table->fields->items[f];

		/* One value on all of them is said elsewhere. */
		if (!search->crowd[f] || field->kind == LINK_CATEGORY ||
			search->crowd[f] == table->leads->n)
			continue;
		str_printf(&list, "%s%s (%llu)", list.len ? ", " : "",
			_(field->name), (unsigned long long)search->crowd[f]);
	}
	if (list.len)
		warn(_("many leads share one value, which was compared only "
		       "together with others: %s"),
			str_text(&list));
	str_fini(&list);
}

void
link_search_fini(struct link_search *search)
{
	mem_free(search->edges);
	*search = (struct link_search){0};
}
