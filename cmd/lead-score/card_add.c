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
	*sums = (struct sums){0};
	sums->held = mem_new(card->probes_n, sizeof(*sums->held));
	sums->askers = mem_new(card->live_n, sizeof(*sums->askers));
	sums->ready = mem_new(card->live_n, sizeof(*sums->ready));
	for (size_t i = 0; i < card->probes_n; i++)
		sums->held[i] = card->probes[i].set[0].held;
	for (enum probe_kind kind = 0; kind < PROBE_KINDS; kind++)
		for (size_t k = 0; k < card->live_n; k++) {
			size_t i = card->live[k];
			const struct probe *probe = &card->probes[i];
			struct asker *asker = &sums->askers[sums->askers_n];

			if (probe->kind != kind)
				continue;
			asker->probe = probe;
			asker->held = &sums->held[i];
			asker->axis = &sums->axis[probe->axis];
			asker->memo = mem_new(1, sizeof(*asker->memo));
			memo_init(asker->memo);
			sums->askers_n++;
		}
}

void
sums_fini(struct sums *sums)
{
	for (size_t k = 0; k < sums->askers_n; k++)
		mem_free(sums->askers[k].memo);
	mem_free(sums->askers);
	mem_free(sums->ready);
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

/* To read a plain number is no dearer than to look it up. */
static inline bool
read_plain(struct view field, int64_t *n)
{
	return read_digits(field, n) || test_decimal(field, n);
}

static inline struct memo_answer
answer(const struct asker *asker, struct view field, struct str *scratch)
{
	const struct memo_answer *known;

	if (!field.len)
		return asker->probe->set[0];
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

/* Make askers ready for the source where the records begin. */
static void
find_fields(
	const struct card *card, const struct record *record, struct sums *sums)
{
	struct asker *to = sums->ready;

	memset(sums->ready_n, 0, sizeof(sums->ready_n));
	memcpy(sums->base, card->base, sizeof(sums->base));
	for (size_t k = 0; k < sums->askers_n; k++) {
		const struct asker *asker = &sums->askers[k];
		const struct probe *probe = asker->probe;
		int field = record->where ? record->where[probe->column]
					  : probe->column;

		if (field < 0) {
			*asker->held = probe->set[0].held;
			sums->base[probe->axis] += probe->set[0].points;
			continue;
		}
		*to = *asker;
		to++->field = field;
		sums->ready_n[probe->kind]++;
	}
	sums->where = record->where;
	sums->found = true;
}

/* The field an asker asks, of a record with these ends. */
static inline struct view
field_of(const struct asker *asker, const char *base, const uint32_t *ends)
{
	uint32_t start = ends[asker->field - 1] + 1;

	return (struct view){base + start, ends[asker->field] - start};
}

static inline void
add(const struct asker *asker, struct memo_answer answer)
{
	*asker->held = answer.held;
	*asker->axis += answer.points;
}

/* Put all askers to a record, a kind at a time. */
static void
ask_all(struct sums *sums, const char *base, const uint32_t *ends)
{
	const struct asker *asker = sums->ready, *end = asker;
	struct view field;
	int64_t n;

	for (end += sums->ready_n[PROBE_SET]; asker < end; asker++) {
		field = field_of(asker, base, ends);
		add(asker, asker->probe->set[field.len > 0]);
	}
	for (end += sums->ready_n[PROBE_PART]; asker < end; asker++) {
		const struct probe *probe = asker->probe;

		field = field_of(asker, base, ends);
		add(asker,
			probe->set[view_find(field, probe->part) < field.len]);
	}
	for (end += sums->ready_n[PROBE_NUMBERS]; asker < end; asker++) {
		field = field_of(asker, base, ends);
		add(asker,
			read_plain(field, &n)
				? answer_number(asker->probe, n)
				: answer(asker, field, &sums->plain));
	}
	for (end += sums->ready_n[PROBE_TEXTS]; asker < end; asker++) {
		field = field_of(asker, base, ends);
		add(asker, answer(asker, field, &sums->plain));
	}
}

void
card_add(
	const struct card *card, const struct record *record, struct sums *sums)
{
	int64_t points;

	if (!sums->found || sums->where != record->where)
		find_fields(card, record, sums);
	for (int i = 0; i < card->rules->axes_n; i++)
		sums->axis[i] = sums->base[i];
	ask_all(sums, record->base, record->ends);
	for (size_t k = 0; k < card->slow_n; k++) {
		size_t i = card->slow[k];

		if (card_gave(card, record, sums, i, &points))
			sums->axis[card->rules->all[i].axis] += points;
	}
}
