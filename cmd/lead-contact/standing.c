#include "standing.h"

#include "base/day.h"
#include "base/lang.h"
#include "law.h"
#include "lead/outcome.h"

/* An entry with its words looked up. */
struct event {
	const struct entry *entry;
	int channel;	  /* -1: none that we know */
	unsigned outcome; /* flags */
	enum direction direction;
	bool contact; /* not internal */
};

enum direction
standing_direction(const struct entry *entry)
{
	struct view said = entry->field[CONTACT_DIRECTION];

	if (said.len)
		return view_is(said, "in") ? DIRECTION_IN : DIRECTION_OUT;
	if ((vocab_flags(&outcome_words, entry->field[CONTACT_OUTCOME]) &
		    OUTCOME_IN) ||
		(vocab_flags(&channel_words, entry->field[CONTACT_CHANNEL]) &
			CHANNEL_IN))
		return DIRECTION_IN;
	return DIRECTION_OUT;
}

static struct event
read_event(const struct entry *entry)
{
	struct event event = {.entry = entry};

	event.channel =
		vocab_find(&channel_words, entry->field[CONTACT_CHANNEL]);
	event.outcome =
		vocab_flags(&outcome_words, entry->field[CONTACT_OUTCOME]);
	event.direction = standing_direction(entry);
	event.contact = event.channel != CHANNEL_INTERNAL &&
		(event.channel >= 0 || event.outcome);
	return event;
}

static bool
is_attempt(const struct event *event)
{
	return event->contact && event->direction == DIRECTION_OUT &&
		(event->outcome & OUTCOME_ATTEMPT);
}

/* They were reached too when they came to us, machines apart. */
static bool
is_reached(const struct event *event)
{
	return event->contact &&
		((event->outcome & OUTCOME_REACHED) ||
			(event->direction == DIRECTION_IN &&
				!event->entry->field[CONTACT_OUTCOME].len));
}

static void
count(struct standing *out, const struct event *event)
{
	const struct view *field = event->entry->field;

	if (!event->contact)
		return;
	out->attempts += is_attempt(event);
	out->reached += is_reached(event);
	if (!out->first_contact.len)
		out->first_contact = field[CONTACT_AT];
	out->last_contact = field[CONTACT_AT];
	out->last_channel = field[CONTACT_CHANNEL];
	out->last_outcome = field[CONTACT_OUTCOME];
}

/* The channels that an entry's consent is about: from *first to *last. */
static bool
named_channels(const struct event *event, int *first, int *last)
{
	*first = *last = event->channel;
	return event->channel >= 0 && event->channel < CHANNELS_GATED;
}

/*
 * An opt-out is about the channel it names; where that is none that marketing
 * law knows (a meeting, internal, none), about all.  Consent must name one.
 */
static void
hear_consent(struct standing *out, const struct event *event)
{
	bool no = event->outcome & OUTCOME_WITHDRAWS;
	struct consent consent = {no ? SAID_NO : SAID_YES, event->entry->at};
	int first, last;

	if (!(event->outcome & (OUTCOME_WITHDRAWS | OUTCOME_CONSENTS)))
		return;
	if (!named_channels(event, &first, &last)) {
		if (!no)
			return;
		first = 0;
		last = CHANNELS_GATED - 1;
	}
	/* Who wants no call wants none from a machine. */
	if (no && first == CHANNEL_CALL && last == CHANNEL_CALL)
		last = CHANNEL_AUTOCALL;
	for (int i = first; i <= last; i++)
		out->consent[i] = consent;
}

/*
 * An address that failed is no good until somebody is reached by it.  Who has
 * left is told of the address they were sought at; when the entry names none
 * (a meeting, a visit, no channel), of all that we have.
 */
static void
hear_address(struct standing *out, const struct event *event)
{
	unsigned flags = event->channel < 0
		? 0
		: channel_words.word[event->channel].flags;
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
	const struct view *field = event->entry->field;
	unsigned stage = vocab_flags(&stage_words, field[CONTACT_STAGE]);
	bool done = (is_attempt(event) || is_reached(event)) &&
		is_due(out->next_at, event->entry->at);

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
enter(struct standing *out, enum stage stage, const struct entry *entry)
{
	out->stage = stage;
	out->stage_at = entry->field[CONTACT_AT];
	out->stage_reason = entry->field[CONTACT_REASON];
}

/* The early stages follow from what was tried. */
static void
advance(struct standing *out, const struct event *event)
{
	if (!(stage_words.word[out->stage].flags & STAGE_EARLY))
		return;
	if (is_reached(event) && out->stage < STAGE_CONTACTED)
		enter(out, STAGE_CONTACTED, event->entry);
	else if (is_attempt(event) && out->stage < STAGE_ATTEMPTING)
		enter(out, STAGE_ATTEMPTING, event->entry);
}

/* The later ones were somebody's decision, if it was lawful. */
static void
decide(struct standing *out, const struct entry *entry,
	const struct standing_hearer *hearer)
{
	struct move move = {.from = out->stage,
		.opted_out = standing_is_out(out),
		.at = entry->at,
		.next_at = entry->field[CONTACT_NEXT_AT],
		.agenda = entry->field[CONTACT_AGENDA],
		.reason = entry->field[CONTACT_REASON],
		.text = entry->field[CONTACT_TEXT]};
	int to = vocab_find(&stage_words, entry->field[CONTACT_STAGE]);
	const char *why = N_("no such stage");

	if (!entry->field[CONTACT_STAGE].len)
		return;
	if (to >= 0) {
		move.to = (enum stage)to;
		why = law_refuses(&move);
	}
	if (!why)
		enter(out, move.to, entry);
	else if (hearer)
		hearer->unlawful(hearer->self, entry, why);
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

void
standing_of(const struct history *history, struct standing *out,
	const struct standing_hearer *hearer)
{
	*out = (struct standing){0};
	for (size_t i = 0; i < history->n; i++) {
		struct event event = read_event(history->entry[i]);

		count(out, &event);
		hear_consent(out, &event);
		hear_address(out, &event);
		plan(out, &event);
		advance(out, &event);
		decide(out, event.entry, hearer);
	}
}
