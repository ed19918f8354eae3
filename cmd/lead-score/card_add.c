#include "card.h"

#include "base/day.h"
#include "half.h"
#include "record/field.h"

#include <endian.h>

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

struct memo_answer
probe_ask(const struct probe *probe, struct view written, struct str *scratch)
{
	struct memo_answer answer = {0, 0};
	struct test_field field = test_field(written);

	if (!probe->written) {
		str_clear(scratch);
		field = test_field(field_plain(written, scratch));
	}
	for (unsigned i = 0; i < probe->n; i++) {
		if (!test_holds(&probe->tests[i]->test, &field))
			continue;
		answer.held |= UINT64_C(1) << i;
		answer.points += probe->points[i];
	}
	return answer;
}

void
sums_init(struct sums *sums, const struct card *card)
{
	*sums = (struct sums){.askers_n = card->live_n};
	sums->held = mem_new(card->probes_n, sizeof(*sums->held));
	sums->askers = mem_new(card->live_n, sizeof(*sums->askers));
	for (size_t i = 0; i < card->probes_n; i++)
		sums->held[i] = card->probes[i].set[0].held;
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

/* What a memo does not know. */
static struct memo_answer
ask(const struct asker *asker, struct view field, struct str *scratch)
{
	struct memo_answer answer = probe_ask(asker->probe, field, scratch);

	memo_keep(asker->memo, field, answer);
	return answer;
}

/* The band of a number: a step for each, and none to be guessed wrong. */
static inline struct memo_answer
answer_number(const struct probe *probe, int64_t n)
{
	size_t band = 0;

	for (size_t i = 1; i < probe->bands_n; i++)
		band += n >= probe->bands[i].from;
	return probe->bands[band].answer;
}

static inline struct memo_answer
answer(const struct asker *asker, struct view field, struct str *scratch)
{
	const struct probe *probe = asker->probe;
	const struct memo_answer *known;
	int64_t n;

	if (probe->kind == PROBE_SET)
		return probe->set[field.len > 0];
	if (!field.len)
		return probe->set[0];
	/* To read a plain number is no dearer than to look it up. */
	if (probe->kind == PROBE_NUMBERS &&
		(read_digits(field, &n) || test_decimal(field, &n)))
		return answer_number(probe, n);
	known = memo_find(asker->memo, field);
	return known ? *known : ask(asker, field, scratch);
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
