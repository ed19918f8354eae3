#include "columns.h"

#include "base/day.h"
#include "base/lang.h"
#include "law.h"

enum {
	STAGE,
	STAGE_AT,
	STAGE_REASON,
	ATTEMPTS,
	REACHED,
	FIRST_CONTACT,
	LAST_CONTACT,
	LAST_CHANNEL,
	LAST_OUTCOME,
	NEXT_AT,
	NEXT_ACTION,
	AGENDA,
	OVERDUE,
	CONSENT_CALL,
	CONSENT_EMAIL,
	CONSENT_SMS,
	DO_NOT_CALL,
	DO_NOT_EMAIL,
	DO_NOT_SMS,
	DO_NOT_POST,
	OWN,
};

static const char *const names[] = {
	[STAGE] = "stage",
	[STAGE_AT] = "stage_at",
	[STAGE_REASON] = "stage_reason",
	[ATTEMPTS] = "attempts",
	[REACHED] = "reached",
	[FIRST_CONTACT] = "first_contact",
	[LAST_CONTACT] = "last_contact",
	[LAST_CHANNEL] = "last_channel",
	[LAST_OUTCOME] = "last_outcome",
	[NEXT_AT] = "next_at",
	[NEXT_ACTION] = "next_action",
	[AGENDA] = "agenda",
	[OVERDUE] = "overdue",
	[CONSENT_CALL] = "consent_call",
	[CONSENT_EMAIL] = "consent_email",
	[CONSENT_SMS] = "consent_sms",
	[DO_NOT_CALL] = "do_not_call",
	[DO_NOT_EMAIL] = "do_not_email",
	[DO_NOT_SMS] = "do_not_sms",
	[DO_NOT_POST] = "do_not_post",
};

/* The channel of each consent and of each do_not. */
static const enum channel consents[] = {
	CHANNEL_CALL, CHANNEL_EMAIL, CHANNEL_SMS};
static const enum channel do_nots[] = {
	CHANNEL_CALL, CHANNEL_EMAIL, CHANNEL_SMS, CHANNEL_POST};

void
columns_own(struct columns *columns, struct flow *flow)
{
	columns->lead_id = header_find(&flow->header, VIEW("lead_id"));
	if (columns->lead_id < 0)
		die(_("the input has no column 'lead_id'; lead-import gives "
		      "one"));
	for (int i = 0; i < OWN; i++) {
		size_t at = flow_own(flow, names[i]);

		if (i == 0)
			columns->own_base = at;
	}
	for (int i = 0; i < 4; i++)
		columns->do_not[i] = header_find(
			&flow->header, view_of(names[DO_NOT_CALL + i]));
}

/* A number, as text that stays while the room is not cleared. */
static struct view
number(struct columns_room *room, uint64_t n)
{
	size_t start = room->numbers.len;

	if (!n)
		return VIEW("0");
	str_int(&room->numbers, (int64_t)n);
	return str_tail(&room->numbers, start);
}

static struct view
moment(struct columns_room *room, const struct stamp *stamp)
{
	if (!stamp->there || stamp->written.len)
		return stamp->written;
	/* Often it is the moment that was written just before. */
	if (!room->text.len || room->moment != stamp->at) {
		size_t start = room->numbers.len;

		moment_write(stamp->at, &room->numbers);
		room->moment = stamp->at;
		room->text = str_tail(&room->numbers, start);
	}
	return room->text;
}

static struct view
consent_text(const struct consent *consent)
{
	switch (consent->said) {
	case SAID_YES:
		return VIEW("yes");
	case SAID_NO:
		return VIEW("no");
	default:
		return (struct view){0};
	}
}

/* What the lead's own column says stands, unless the log says stop. */
static struct view
do_not(const struct columns *columns, const struct record *in,
	const struct standing *standing, int i)
{
	struct view old = record_get(in, columns->do_not[i]);

	if (standing->consent[do_nots[i]].said == SAID_NO &&
		!view_is(old, "yes"))
		return VIEW("yes");
	return old;
}

void
columns_set(const struct columns *columns, struct columns_room *room,
	const struct record *in, const struct standing *standing,
	struct view *own)
{
	own += columns->own_base;
	str_clear(&room->numbers);
	room->text = (struct view){0};
	/* so that it stays where it is */
	str_reserve(&room->numbers, 5 * sizeof("2026-11-23T09:15:00Z"));
	own[STAGE] = view_of(vocab_name(&stage_words, (int)standing->stage));
	own[STAGE_AT] = moment(room, &standing->stage_at);
	own[STAGE_REASON] = standing->stage_reason;
	own[ATTEMPTS] = number(room, standing->attempts);
	own[REACHED] = number(room, standing->reached);
	own[FIRST_CONTACT] = moment(room, &standing->first_contact);
	own[LAST_CONTACT] = moment(room, &standing->last_contact);
	own[LAST_CHANNEL] = standing->last_channel;
	own[LAST_OUTCOME] = standing->last_outcome;
	own[NEXT_AT] = standing->next_at;
	own[NEXT_ACTION] = standing->next_action;
	own[AGENDA] = standing->agenda;
	if (standing->next_at.len &&
		!law_to_come(standing->next_at, columns->now))
		own[OVERDUE] = VIEW("yes");
	for (int i = 0; i < 3; i++)
		own[CONSENT_CALL + i] =
			consent_text(&standing->consent[consents[i]]);
	for (int i = 0; i < 4; i++)
		own[DO_NOT_CALL + i] = do_not(columns, in, standing, i);
}

void
columns_room_fini(struct columns_room *room)
{
	str_fini(&room->numbers);
}
