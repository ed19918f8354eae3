#include "card.h"

#include "base/day.h"
#include "half.h"
#include "record/field.h"

#include <endian.h>

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

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))

/*
 * test_decimal() for no more than 8 digits, all at once: their number is
 * different from field to field, which a loop would be guessed wrong at.
 * Behind a field there is room to read: RECORD_SLACK.
 */
static inline bool
read_digits(struct view field, int64_t *n)
{
	uint64_t word;

	if (field.len - 1 >= sizeof(word))
		return false;
	memcpy(&word, field.at, sizeof(word));
	/* Noughts in front up to 8 digits, the first in the lowest byte. */
	word = le64toh(word) << (64 - 8 * field.len) |
		EACH('0') >> 1 >> (8 * field.len - 1);
	if ((word & EACH(0xF0)) != EACH('0') ||
		((word + EACH(6)) & EACH(0xF0)) != EACH('0'))
		return false;
	/* Make pairs of digits, of pairs, and of those. */
	word = (word & EACH(0x0F)) * (10 << 8 | 1) >> 8;
	word = (word & UINT64_C(0x00FF00FF00FF00FF)) * (100 << 16 | 1) >> 16;
	word = (word & UINT64_C(0x0000FFFF0000FFFF)) *
			(UINT64_C(10000) << 32 | 1) >>
		32;
	*n = (int64_t)word * 1000;
	return true;
}

/* The answer to tests of numbers, which need no second look at the field. */
static struct memo_answer
ask_number(const struct probe *probe, int64_t n)
{
	struct memo_answer answer = {0, 0};

	for (unsigned i = 0; i < probe->n; i++) {
		int64_t held = (n >= probe->low[i]) & (n <= probe->high[i]);

		answer.held |= (uint64_t)held << i;
		answer.points += probe->points[i] & -held;
	}
	return answer;
}

static struct memo_answer
ask(const struct probe *probe, struct view written, struct str *scratch)
{
	struct memo_answer answer = {0, 0};
	struct test_field field;

	str_clear(scratch);
	field = test_field(
		probe->written ? written : field_plain(written, scratch));
	for (unsigned i = 0; i < probe->n; i++) {
		if (!test_holds(&probe->tests[i]->test, &field))
			continue;
		answer.held |= UINT64_C(1) << i;
		answer.points += probe->points[i];
	}
	return answer;
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

static void
finish_probe(struct probe *probe, struct str *scratch)
{
	probe->fixed = probe->numbers = probe->written = true;
	for (unsigned i = 0; i < probe->n; i++) {
		const struct test *test = &probe->tests[i]->test;

		if (test->kind != TEST_SET && test->kind != TEST_UNSET)
			probe->fixed = false;
		if (!is_written_same(test))
			probe->written = false;
		if (!test_is_number(test))
			probe->numbers = false;
		probe->low[i] = test->low;
		probe->high[i] = test->high;
	}
	probe->empty = ask(probe, VIEW(""), scratch);
	probe->full = ask(probe, VIEW("x"), scratch);
}

/* Does one of a rule's tests fail on a column that the stream has not? */
static bool
is_dead(const struct card *card, const struct rule *rule)
{
	for (size_t k = rule->first; k < rule->first + rule->n; k++) {
		uint32_t at = card->bit_of[k];
		const struct probe *probe = &card->probes[at / PROBE_TESTS];

		if (probe->column < 0 &&
			!(probe->empty.held >> at % PROBE_TESTS & 1))
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
			card->base[probe->axis] += probe->empty.points;
	}
	for (size_t i = 0; i < rules->n; i++)
		if (is_slow(&rules->all[i]) && !is_dead(card, &rules->all[i]))
			card->slow[card->slow_n++] = i;
	str_fini(&scratch);
}

void
card_fini(struct card *card)
{
	mem_free(card->probes);
	mem_free(card->live);
	mem_free(card->bit_of);
	mem_free(card->slow);
	*card = (struct card){0};
}

void
sums_init(struct sums *sums, const struct card *card)
{
	*sums = (struct sums){.askers_n = card->live_n};
	sums->held = mem_new(card->probes_n, sizeof(*sums->held));
	sums->askers = mem_new(card->live_n, sizeof(*sums->askers));
	for (size_t i = 0; i < card->probes_n; i++)
		sums->held[i] = card->probes[i].empty.held;
	for (size_t k = 0; k < card->live_n; k++) {
		struct asker *asker = &sums->askers[k];

		asker->probe = &card->probes[card->live[k]];
		asker->held = &sums->held[card->live[k]];
		asker->memo = mem_new(1, sizeof(*asker->memo));
		memo_init(asker->memo);
	}
}

void
sums_fini(struct sums *sums)
{
	for (size_t k = 0; k < sums->askers_n; k++)
		mem_free(sums->askers[k].memo);
	mem_free(sums->askers);
	mem_free(sums->held);
	str_fini(&sums->plain);
}

static inline struct memo_answer
answer(const struct asker *asker, struct view field, struct str *scratch)
{
	const struct probe *probe = asker->probe;
	const struct memo_answer *known;
	struct memo_answer answer;
	int64_t n;

	if (!field.len)
		return probe->empty;
	if (probe->fixed)
		return probe->full;
	/* To read a plain number is no dearer than to look it up. */
	if (probe->numbers &&
		(read_digits(field, &n) || test_decimal(field, &n)))
		return ask_number(probe, n);
	known = memo_find(asker->memo, field);
	if (known)
		return *known;
	answer = ask(probe, field, scratch);
	memo_keep(asker->memo, field, answer);
	return answer;
}

static bool
is_held(const struct card *card, const struct sums *sums, size_t condition)
{
	uint32_t at = card->bit_of[condition];

	return sums->held[at / PROBE_TESTS] >> at % PROBE_TESTS & 1;
}

/* What is left of a rule's points, by the date in its first column. */
static bool
decay(const struct card *card, const struct record *record,
	const struct rule *rule, int64_t *points)
{
	uint32_t at = card->bit_of[rule->first];
	struct view date =
		record_get(record, card->probes[at / PROBE_TESTS].column);
	int64_t then;

	if (!moment_read(date, &then))
		return false;
	*points = rule->points;
	if (then < card->now)
		*points = half_of(rule->points, (uint64_t)(card->now - then),
			(uint64_t)rule->half);
	return true;
}

bool
card_gave(const struct card *card, const struct record *record,
	struct sums *sums, size_t i, int64_t *points)
{
	const struct rule *rule = &card->rules->all[i];

	for (size_t k = 0; k < rule->n; k++)
		if (!is_held(card, sums, rule->first + k))
			return false;
	if (rule->half)
		return decay(card, record, rule, points);
	*points = rule->points;
	return true;
}

/* Look the columns up where the records of one source begin. */
static void
find_fields(const struct record *record, struct sums *sums)
{
	for (size_t k = 0; k < sums->askers_n; k++) {
		struct asker *asker = &sums->askers[k];
		int column = asker->probe->column;

		asker->field = record->where ? record->where[column] : column;
	}
	sums->where = record->where;
	sums->found = true;
}

/* record_get() for a field that has been looked up. */
static inline struct view
field_at(const char *base, const uint32_t *ends, int i)
{
	uint32_t start;

	if (i < 0)
		return (struct view){"", 0};
	start = ends[i - 1] + 1;
	return (struct view){base + start, ends[i] - start};
}

void
card_add(
	const struct card *card, const struct record *record, struct sums *sums)
{
	const uint32_t *ends = record->ends;
	const char *base = record->base;
	const struct asker *asker = sums->askers;
	int64_t points;

	if (!sums->found || sums->where != record->where)
		find_fields(record, sums);
	for (int i = 0; i < card->rules->axes_n; i++)
		sums->axis[i] = card->base[i];
	for (; asker < sums->askers + sums->askers_n; asker++) {
		struct memo_answer got = answer(asker,
			field_at(base, ends, asker->field), &sums->plain);

		*asker->held = got.held;
		sums->axis[asker->probe->axis] += got.points;
	}
	for (size_t k = 0; k < card->slow_n; k++) {
		size_t i = card->slow[k];

		if (card_gave(card, record, sums, i, &points))
			sums->axis[card->rules->all[i].axis] += points;
	}
}
