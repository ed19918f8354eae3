#include "gist.h"

#include "base/hash.h"
#include "lead/outcome.h"
#include "record/record.h"

/*
 * The bits, from the highest: 39 moment, 13 id, 4 channel, 6 outcome, and one
 * each: direction, LOG_GIST_ALL.  So the order of two is that of their moments.
 * Where a line must be looked at, channel to direction are not there.
 */
enum {
	DIRECTION_SHIFT = 1,
	OUTCOME_SHIFT = 2,
	CHANNEL_SHIFT = 8,
	ID_SHIFT = 12,
	AT_SHIFT = 25,
};

#define OUTCOME_MASK 63 /* of the words' numbers, plus one */
#define CHANNEL_MASK 15
#define ID_MASK 8191 /* of the id's hash */

/* Seconds before 1970 of the day before year 1: no moment is before that. */
#define BEGIN INT64_C(62135683200)

_Static_assert(CONTACT_NEXT_AT + 1 == CONTACT_NEXT_ACTION &&
		CONTACT_NEXT_ACTION + 1 == CONTACT_AGENDA &&
		CONTACT_AGENDA + 1 == CONTACT_STAGE &&
		CONTACT_STAGE + 1 == CONTACT_REASON,
	"what a gist cannot say stands together");
_Static_assert(CHANNEL_INTERNAL + 1 <= CHANNEL_MASK, "channels are few");

static unsigned
flags_of(const struct vocab *vocab, int word)
{
	return word < 0 ? 0 : vocab->word[word].flags;
}

static struct gist
gist_of_words(struct view channel, struct view direction, struct view outcome)
{
	struct gist gist = {.channel = vocab_find(&channel_words, channel),
		.outcome = vocab_find(&outcome_words, outcome)};
	bool in = (flags_of(&outcome_words, gist.outcome) & OUTCOME_IN) ||
		(flags_of(&channel_words, gist.channel) & CHANNEL_IN);

	if (direction.len)
		in = view_is(direction, "in");
	gist.direction = in ? DIRECTION_IN : DIRECTION_OUT;
	return gist;
}

struct gist
gist_of(const struct view *field, int64_t at)
{
	struct gist gist = gist_of_words(field[CONTACT_CHANNEL],
		field[CONTACT_DIRECTION], field[CONTACT_OUTCOME]);

	gist.at = at;
	return gist;
}

/* Is a moment written as moment_write() does it? */
static bool
is_usual(struct view at)
{
	return at.len == 20 && at.at[10] == 'T' && at.at[16] == ':' &&
		at.at[17] < '6' && at.at[19] == 'Z';
}

/* Says an entry nothing that its gist would not: no next step, no stage? */
static bool
is_plain(const struct record *entry)
{
	return record_empty(entry, CONTACT_NEXT_AT, CONTACT_REASON) &&
		is_usual(record_get(entry, CONTACT_AT));
}

static uint64_t
pack_words(const struct record *entry)
{
	struct view channel = record_get(entry, CONTACT_CHANNEL);
	struct view outcome = record_get(entry, CONTACT_OUTCOME);
	struct gist gist = gist_of_words(
		channel, record_get(entry, CONTACT_DIRECTION), outcome);

	if ((gist.channel < 0 && channel.len) ||
		(gist.outcome < 0 && outcome.len))
		return 0;
	return LOG_GIST_ALL | (uint64_t)gist.direction << DIRECTION_SHIFT |
		(uint64_t)(gist.outcome + 1) << OUTCOME_SHIFT |
		(uint64_t)(gist.channel + 1) << CHANNEL_SHIFT;
}

uint64_t
gist_pack(const struct record *entry, int64_t at)
{
	uint64_t id = hash_table(record_get(entry, CONTACT_ID), 0) & ID_MASK;

	if (!record_empty(entry, CONTACT_VOID, CONTACT_VOID))
		return 0;
	return (uint64_t)(at + BEGIN) << AT_SHIFT | id << ID_SHIFT |
		(is_plain(entry) ? pack_words(entry) : 0);
}

static int64_t
moment_of(uint64_t packed)
{
	return (int64_t)(packed >> AT_SHIFT) - BEGIN;
}

struct gist
gist_unpack(uint64_t packed)
{
	return (struct gist){
		.at = moment_of(packed),
		.channel = (int)(packed >> CHANNEL_SHIFT & CHANNEL_MASK) - 1,
		.outcome = (int)(packed >> OUTCOME_SHIFT & OUTCOME_MASK) - 1,
		.direction = packed >> DIRECTION_SHIFT & 1,
	};
}

/* May two gists be of one entry, or need their ids to be put in order? */
static bool
is_alike(uint64_t a, uint64_t b)
{
	uint64_t differ = a ^ b;

	return !(differ >> AT_SHIFT) || !(differ >> ID_SHIFT & ID_MASK);
}

/* Put one in its place among the others. */
static bool
add(struct gists *gists, const struct log_place *place)
{
	size_t i = gists->n;

	if (!place->gist || gists->n == GISTS_MOST)
		return false;
	for (size_t k = 0; k < gists->n; k++)
		if (is_alike(gists->place[k]->gist, place->gist))
			return false;
	for (; i > 0 && gists->place[i - 1]->gist > place->gist; i--)
		gists->place[i] = gists->place[i - 1];
	gists->place[i] = place;
	gists->n++;
	return true;
}

bool
gists_load(
	struct gists *gists, const struct history_log *log, struct view lead_id)
{
	struct digest hash = log_index_hash(&log->index, lead_id);
	const struct log_place *place;
	struct view other;
	size_t at = 0, merged = 0;

	gists->n = 0;
	if (log->aliases.n &&
		aliases_next(&log->aliases, lead_id, &merged, &other))
		return false;
	while ((place = log_index_next(&log->index, hash, &at)))
		if (!add(gists, place))
			return false;
	while (gists->n &&
		moment_of(gists->place[gists->n - 1]->gist) > log->as_of)
		gists->n--;
	return true;
}
