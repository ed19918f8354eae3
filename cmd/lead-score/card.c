#include "card.h"

#include "record/field.h"

#include <stdlib.h>

/* The column of the stream a condition looks at. */
static int
column_of(const struct card *card, const struct header *header, size_t i)
{
	const struct rules *rules = card->rules;

	return header_find(header,
		view_of(header_name(
			&rules->columns, rules->conditions[i].column)));
}

/* The probe with room for one more test of a column, for an axis. */
static size_t
probe_for(struct card *card, size_t column, int axis)
{
	for (size_t i = 0; i < card->probes_n; i++)
		if (card->probes[i].tests[0]->column == column &&
			card->probes[i].axis == axis &&
			card->probes[i].n < PROBE_TESTS)
			return i;
	card->probes = mem_grow(card->probes, &card->probes_cap,
		card->probes_n + 1, sizeof(*card->probes));
	card->probes[card->probes_n] = (struct probe){.axis = axis};
	return card->probes_n++;
}

/* Does it take more than one probe's answer to say what a rule gives? */
static bool
is_slow(const struct rule *rule)
{
	return rule->n > 1 || rule->half;
}

static void
place_rule(struct card *card, const struct header *header, size_t i)
{
	const struct rule *rule = &card->rules->all[i];

	for (size_t k = rule->first; k < rule->first + rule->n; k++) {
		const struct condition *test = &card->rules->conditions[k];
		size_t p = probe_for(card, test->column, rule->axis);
		struct probe *probe = &card->probes[p];

		probe->column = column_of(card, header, k);
		card->bit_of[k] = (uint32_t)(p * PROBE_TESTS + probe->n);
		if (!is_slow(rule))
			probe->points[probe->n] = rule->points;
		probe->tests[probe->n++] = test;
	}
}

/*
 * Is the answer for a field as written that for its plain text?  Not if the
 * test's text may begin with the letter of an escape.
 */
static bool
is_written_same(const struct test *test)
{
	struct view text = test->text;

	if (test->kind == TEST_MATCHES || field_needs_escape(text))
		return false;
	if (test->kind != TEST_CONTAINS && test->kind != TEST_ENDS)
		return true;
	return !text.len || !strchr("tnr", text.at[0]);
}

/* The answer to tests of numbers. */
static struct memo_answer
ask_number(const struct probe *probe, int64_t n)
{
	struct memo_answer answer = {0, 0};

	for (unsigned i = 0; i < probe->n; i++) {
		const struct test *test = &probe->tests[i]->test;

		if (n < test->low || n > test->high)
			continue;
		answer.held |= UINT64_C(1) << i;
		answer.points += probe->points[i];
	}
	return answer;
}

static int
by_edge(const void *a, const void *b)
{
	const struct probe_band *left = a, *right = b;

	return (left->from > right->from) - (left->from < right->from);
}

/* Bands begin where a test begins to hold, and behind where it ends. */
static void
make_bands(struct probe *probe)
{
	struct probe_band *bands = mem_new(2 * probe->n + 1, sizeof(*bands));
	size_t n = 0;

	bands[n++].from = INT64_MIN;
	for (unsigned i = 0; i < probe->n; i++) {
		const struct test *test = &probe->tests[i]->test;

		if (test->low > INT64_MIN)
			bands[n++].from = test->low;
		if (test->high < INT64_MAX)
			bands[n++].from = test->high + 1;
	}
	qsort(bands, n, sizeof(*bands), by_edge);
	for (size_t i = 0; i < n; i++)
		if (!i || bands[i].from > bands[i - 1].from)
			bands[probe->bands_n++] = bands[i];
	for (size_t i = 0; i < probe->bands_n; i++)
		bands[i].answer = ask_number(probe, bands[i].from);
	probe->bands = bands;
}

/* Fields seldom repeat that are asked for some text: no memo pays there. */
static bool
is_part(const struct probe *probe)
{
	return probe->n == 1 && probe->written &&
		probe->tests[0]->test.kind == TEST_CONTAINS;
}

static enum probe_kind
kind_of(const struct probe *probe)
{
	bool set = true, numbers = true;

	for (unsigned i = 0; i < probe->n; i++) {
		const struct test *test = &probe->tests[i]->test;

		if (test->kind != TEST_SET && test->kind != TEST_UNSET)
			set = false;
		if (!test_is_number(test))
			numbers = false;
	}
	return set		 ? PROBE_SET
		: numbers	 ? PROBE_NUMBERS
		: is_part(probe) ? PROBE_PART
				 : PROBE_TEXTS;
}

static void
finish_probe(struct probe *probe, struct str *scratch)
{
	probe->written = true;
	for (unsigned i = 0; i < probe->n; i++)
		if (!is_written_same(&probe->tests[i]->test))
			probe->written = false;
	probe->kind = kind_of(probe);
	probe->part = VIEW("x");
	if (probe->kind == PROBE_PART)
		probe->part = probe->tests[0]->test.text;
	if (probe->kind == PROBE_NUMBERS)
		make_bands(probe);
	probe->set[0] = probe_ask(probe, VIEW(""), scratch);
	probe->set[1] = probe_ask(probe, probe->part, scratch);
}

/* Does one of a rule's tests fail on a column that the stream has not? */
static bool
is_dead(const struct card *card, const struct rule *rule)
{
	for (size_t k = rule->first; k < rule->first + rule->n; k++) {
		uint32_t at = card->bit_of[k];
		const struct probe *probe = &card->probes[at / PROBE_TESTS];

		if (probe->column < 0 &&
			!(probe->set[0].held >> at % PROBE_TESTS & 1))
			return true;
	}
	return false;
}

void
card_bind(struct card *card, const struct rules *rules,
	const struct header *header, int64_t now)
{
	struct str scratch = {0};

	*card = (struct card){.rules = rules, .now = now};
	card->bit_of = mem_new(rules->conditions_n, sizeof(*card->bit_of));
	card->slow = mem_new(rules->n, sizeof(*card->slow));
	for (size_t i = 0; i < rules->n; i++)
		place_rule(card, header, i);
	card->live = mem_new(card->probes_n, sizeof(*card->live));
	for (size_t i = 0; i < card->probes_n; i++) {
		struct probe *probe = &card->probes[i];

		finish_probe(probe, &scratch);
		if (probe->column >= 0)
			card->live[card->live_n++] = i;
		else
			card->base[probe->axis] += probe->set[0].points;
	}
	for (size_t i = 0; i < rules->n; i++)
		if (is_slow(&rules->all[i]) && !is_dead(card, &rules->all[i]))
			card->slow[card->slow_n++] = i;
	str_fini(&scratch);
}

void
card_fini(struct card *card)
{
	for (size_t i = 0; i < card->probes_n; i++)
		mem_free(card->probes[i].bands);
	mem_free(card->probes);
	mem_free(card->live);
	mem_free(card->bit_of);
	mem_free(card->slow);
	*card = (struct card){0};
}
