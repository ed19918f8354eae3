#include "standing.h"

#include "base/day.h"
#include "base/lang.h"
#include "law.h"
#include "lead/outcome.h"

/* An entry, or the gist of one. */
struct event {
	struct gist gist;
	const struct view *field; /* borrowed: of the entry */
	struct view channel_word, outcome_word;
	const struct entry *entry; /* NULL: its gist is all there is */
	unsigned outcome;	   /* flags */
	bool contact;		   /* not internal */
	bool was_out;		   /* they had told us to stop before it */
};

static void
judge_words(struct event *event)
{
	int outcome = event->gist.outcome;

	event->outcome = outcome < 0 ? 0 : outcome_words.word[outcome].flags;
	event->contact = event->gist.channel != CHANNEL_INTERNAL &&
		(event->gist.channel >= 0 || event->outcome);
}

static bool
is_attempt(const struct event *event)
{
	return event->contact && event->gist.direction == DIRECTION_OUT &&
		(event->outcome & OUTCOME_ATTEMPT);
}

static struct stamp
stamp_of(const struct event *event)
{
	return (struct stamp){true, event->gist.at, event->field[CONTACT_AT]};
}

/* They were reached too when they came to us, machines apart. */
static bool
is_reached(const struct event *event)
{
	return event->contact &&
		((event->outcome & OUTCOME_REACHED) ||
			(event->gist.direction == DIRECTION_IN &&
				!event->outcome_word.len));
}

static void
count(struct standing *out, const struct event *event)
{
	if (!event->contact)
		return;
	out->attempts += is_attempt(event);
	out->reached += is_reached(event);
	if (!out->first_contact.there)
		out->first_contact = stamp_of(event);
	out->last_contact = stamp_of(event);
	out->last_channel = event->channel_word;
	out->last_outcome = event->outcome_word;
}

/*
 * An address that failed is no good until somebody is reached by it.  Who has
 * left is told of the address they were sought at; when the entry names none
 * (a meeting, a visit, no channel), of all that we have.
 */
static void
hear_address(struct standing *out, const struct event *event)
{
	unsigned flags = event->gist.channel < 0
		? 0
		: channel_words.word[event->gist.channel].flags;
	bool dead = event->outcome & OUTCOME_DEAD;
	bool gone = event->outcome & OUTCOME_GONE;

	if ((flags & CHANNEL_PHONE) && (dead || is_reached(event)))
		out->dead_phone = dead;
	if ((flags & CHANNEL_MAIL) && (dead || is_reached(event)))
		out->dead_mail = dead;
	if (gone && !(flags & (CHANNEL_PHONE | CHANNEL_MAIL)))
		out->dead_phone = out->dead_mail = true;
}

/* Is the day of next_at there when the event happens? */
static bool
is_due(struct view next_at, int64_t at)
{
	int64_t moment;

	return !moment_read(next_at, &moment) ||
		moment_day(moment) <= moment_day(at);
}

/*
 * What is to be done next: an entry that says so says it; a contact on that
 * day or later has done it; the end of a lead ends it.
 */
static void
plan(struct standing *out, const struct event *event)
{
	const struct view *field = event->field;
	unsigned stage = vocab_flags(&stage_words, field[CONTACT_STAGE]);
	bool done = (is_attempt(event) || is_reached(event)) &&
		is_due(out->next_at, event->gist.at);

	if (field[CONTACT_NEXT_AT].len || field[CONTACT_NEXT_ACTION].len) {
		out->next_at = field[CONTACT_NEXT_AT];
		out->next_action = field[CONTACT_NEXT_ACTION];
		out->agenda = field[CONTACT_AGENDA];
	} else if (done || (stage & STAGE_CLOSED)) {
		out->next_at = (struct view){0};
		out->next_action = (struct view){0};
		out->agenda = (struct view){0};
	}
	if (field[CONTACT_AGENDA].len)
		out->agenda = field[CONTACT_AGENDA];
}

static void
enter(struct standing *out, enum stage stage, const struct event *event)
{
	out->stage = stage;
	out->stage_at = stamp_of(event);
	out->stage_reason = event->field[CONTACT_REASON];
}

/* The early stages follow from what was tried. */
static void
advance(struct standing *out, const struct event *event)
{
	if (!(stage_words.word[out->stage].flags & STAGE_EARLY))
		return;
	if (is_reached(event) && out->stage < STAGE_CONTACTED)
		enter(out, STAGE_CONTACTED, event);
	else if (is_attempt(event) && out->stage < STAGE_ATTEMPTING)
		enter(out, STAGE_ATTEMPTING, event);
}

/* The later ones were somebody's decision, if it was lawful. */
static void
decide(struct standing *out, const struct event *event,
	const struct standing_hearer *hearer)
{
	const struct view *field = event->field;
	struct move move = {.from = out->stage,
		.at = event->gist.at,
		.next_at = field[CONTACT_NEXT_AT],
		.agenda = field[CONTACT_AGENDA],
		.reason = field[CONTACT_REASON],
		.text = field[CONTACT_TEXT]};
	int to = vocab_find(&stage_words, field[CONTACT_STAGE]);
	const char *why = N_("no such stage");

	if (!field[CONTACT_STAGE].len)
		return;
	move.opted_out = event->was_out;
	if (to >= 0) {
		move.to = (enum stage)to;
		why = law_refuses(&move);
	}
	if (!why)
		enter(out, move.to, event);
	else if (hearer)
		hearer->unlawful(hearer->self, event->entry, why);
}

bool
standing_opted_out(const struct standing *standing)
{
	for (int i = 0; i < CHANNELS_GATED; i++)
		if (standing->consent[i].said != SAID_NO)
			return false;
	return true;
}

bool
standing_is_out(const struct standing *standing)
{
	return standing_opted_out(standing) ||
		(vocab_flags(&reason_words, standing->stage_reason) &
			REASON_FOR_GOOD);
}

static void
hear(struct standing *out, struct event *event,
	const struct standing_hearer *hearer)
{
	judge_words(event);
	event->was_out =
		event->field[CONTACT_STAGE].len && standing_is_out(out);
	count(out, event);
	consent_hear(out->consent, event->gist.channel, event->outcome,
		event->field[CONTACT_REASON], event->gist.at);
	hear_address(out, event);
	plan(out, event);
	advance(out, event);
	decide(out, event, hearer);
}

static void
hear_entry(struct standing *out, const struct entry *entry,
	const struct standing_hearer *hearer)
{
	struct event event = {.gist = gist_of(entry->field, entry->at),
		.field = entry->field,
		.channel_word = entry->field[CONTACT_CHANNEL],
		.outcome_word = entry->field[CONTACT_OUTCOME],
		.entry = entry};

	hear(out, &event, hearer);
}

static struct view
word(const struct vocab *vocab, int i)
{
	return i < 0 ? (struct view){0}
		     : (struct view){vocab->word[i].name, vocab->word[i].len};
}

static void
hear_gist(struct standing *out, struct gist gist)
{
	static const struct view nothing[CONTACT_COLUMNS];
	struct event event = {.gist = gist,
		.field = nothing,
		.channel_word = word(&channel_words, gist.channel),
		.outcome_word = word(&outcome_words, gist.outcome)};

	hear(out, &event, NULL);
}

void
standing_of(const struct history *history, struct standing *out,
	const struct standing_hearer *hearer)
{
	*out = (struct standing){0};
	for (size_t i = 0; i < history->n; i++)
		hear_entry(out, history->entry[i], hearer);
}

bool
standing_look(const struct history_log *log, struct view lead_id,
	struct standing *out, const struct standing_hearer *hearer)
{
	struct entry entry;
	struct gists gists;

	if (!gists_load(&gists, log, lead_id))
		return false;
	*out = (struct standing){0};
	for (size_t i = 0; i < gists.n; i++) {
		const struct log_place *place = gists.place[i];

		if (place->gist & LOG_GIST_ALL)
			hear_gist(out, gist_unpack(place->gist));
		else if (history_read(log, place, lead_id, &entry))
			hear_entry(out, &entry, hearer);
	}
	return true;
}
