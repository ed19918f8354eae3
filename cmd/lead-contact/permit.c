#include "permit.h"

#include "base/day.h"
#include "base/lang.h"
#include "corrected.h"
#include "law.h"
#include "lead/outcome.h"
#include "record/field.h"

/* What is loaded to judge. */
struct court {
	const struct permit *permit;
	struct history_log log;
	int channel;	  /* that the gate is asked about; -1: none */
	struct gate gate; /* these two only for a channel */
	struct corrected corrected;
	struct gate_room room;
	struct history history;
	struct standing standing;
	struct str plain, verdict; /* owned */
};

/* That somebody told us to stop, or what came of a message, always is. */
bool
permit_needs_leave(struct view outcome)
{
	unsigned flags = vocab_flags(&outcome_words, outcome);

	return (flags & OUTCOME_ATTEMPT) &&
		!(flags & (OUTCOME_WITHDRAWS | OUTCOME_LATER));
}

/* The channel that a contact needs leave for: of ours, one the law knows. */
static int
channel_of(const struct draft *draft)
{
	int channel = vocab_find(&channel_words, draft->field[CONTACT_CHANNEL]);
	unsigned reason =
		vocab_flags(&reason_words, draft->field[CONTACT_REASON]);

	if (channel < 0 || channel >= CHANNELS_GATED ||
		!view_is(draft->field[CONTACT_DIRECTION], "out") ||
		!permit_needs_leave(draft->field[CONTACT_OUTCOME]) ||
		(reason & REASON_FOR_GOOD))
		return -1;
	return channel;
}

/* Is a move of stage lawful, seen from what is logged already? */
static bool
is_lawful(const struct court *court, const struct target *target)
{
	const struct view *field = court->permit->draft->field;
	int to = vocab_find(&stage_words, field[CONTACT_STAGE]);
	struct move move = {.from = court->standing.stage,
		.to = (enum stage)to,
		.opted_out = standing_is_out(&court->standing),
		.next_at = field[CONTACT_NEXT_AT],
		.agenda = field[CONTACT_AGENDA],
		.reason = field[CONTACT_REASON],
		.text = field[CONTACT_TEXT]};
	const char *why;

	if (to < 0)
		return true;
	(void)moment_read(field[CONTACT_AT], &move.at);
	why = law_refuses(&move);
	if (why)
		warn(_("%.*s: from %s to %s: %s; nothing is logged"),
			VIEW_ARGS(target->lead_id),
			vocab_name(&stage_words, (int)move.from),
			vocab_name(&stage_words, to), _(why));
	return !why;
}

/* Ask the gate about the lead whose history is loaded. */
static void
judge(struct court *court, const struct target *target)
{
	struct gate_lead lead = {.known = target->header,
		.standing = &court->standing,
		.history = &court->history};

	str_clear(&court->plain);
	str_reserve(&court->plain, target->line.len);
	for (int i = 0; i < GATE_FIELDS; i++)
		lead.field[i] = field_plain(
			target_get(target, gate_names[i]), &court->plain);
	lead.field[GATE_LEAD_ID] = target->lead_id;
	corrected_put(&court->corrected, target->lead_id, lead.field);
	str_clear(&court->verdict);
	gate_judge(&court->gate, &court->room, &lead,
		(enum channel)court->channel, &court->verdict);
}

/* Does the gate let it through?  It is the law that says no. */
static bool
is_let(struct court *court, const struct target *target)
{
	const struct permit *permit = court->permit;
	struct view verdict;

	if (court->channel < 0)
		return true;
	judge(court, target);
	verdict = str_view(&court->verdict);
	if (view_starts(verdict, VIEW("ok:")))
		return true;
	if (!view_starts(verdict, VIEW("no:")) ||
		permit->draft->field[CONTACT_OVERRIDE].len) {
		if (!permit->journal->common->quiet)
			warn(_("%.*s: the gate says %.*s"),
				VIEW_ARGS(target->lead_id), VIEW_ARGS(verdict));
		return true;
	}
	warn(_("%.*s: the gate says %.*s; nothing is logged: --override WHY "
	       "logs it all the same"),
		VIEW_ARGS(target->lead_id), VIEW_ARGS(verdict));
	return false;
}

/* Read the logs: all of them, or what is there of the only lead. */
static bool
open_court(struct court *court, struct view only)
{
	const struct journal *journal = court->permit->journal;
	enum status status = history_open_lead(
		&court->log, &journal->log, only, journal->now);

	if (status == STATUS_FAIL)
		return false;
	if (court->channel < 0)
		return true;
	gate_load(&court->gate, journal->common, journal->now);
	return corrected_open(
		&court->corrected, journal->common, only, journal->now);
}

static void
close_court(struct court *court)
{
	history_close(&court->log);
	history_fini(&court->history);
	gate_room_fini(&court->room);
	gate_fini(&court->gate);
	corrected_close(&court->corrected);
	str_fini(&court->plain);
	str_fini(&court->verdict);
}

static void
load(struct court *court, const struct target *target)
{
	history_load(&court->history, &court->log, target->lead_id);
	standing_of(&court->history, &court->standing, NULL);
}

enum status
permit_all(const struct permit *permit)
{
	struct court court = {
		.permit = permit, .channel = channel_of(permit->draft)};
	enum status status = STATUS_DONE;

	if (court.channel < 0 && !permit->draft->field[CONTACT_STAGE].len)
		return STATUS_DONE;
	if (!open_court(&court,
		    permit->targets->n == 1 ? permit->targets->all[0].lead_id
					    : (struct view){0}))
		return STATUS_FAIL;
	for (size_t i = 0; i < permit->targets->n; i++) {
		const struct target *target = &permit->targets->all[i];

		load(&court, target);
		if (!is_lawful(&court, target) || !is_let(&court, target))
			status = STATUS_PART;
	}
	close_court(&court);
	return status;
}

bool
permit_verdict(const struct journal *journal, const struct target *target,
	enum channel channel, struct str *out)
{
	const struct permit permit = {.journal = journal};
	struct court court = {.permit = &permit, .channel = (int)channel};

	if (!open_court(&court, target->lead_id))
		return false;
	load(&court, target);
	judge(&court, target);
	str_put(out, str_view(&court.verdict));
	close_court(&court);
	return true;
}
