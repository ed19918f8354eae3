#include "refused.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/consent.h"
#include "lead/outcome.h"
#include "lead/store.h"

#include <stdlib.h>

void
refused_open(
	struct refused *refused, const struct common *common, int64_t as_of)
{
	*refused = (struct refused){.path = store_path(common, "contacts.tsv")};
	refused->log = (struct log){.path = refused->path,
		.header = VIEW(CONTACT_HEADER),
		.quiet = common->quiet};
	refused->status = history_open(&refused->entries, &refused->log, as_of);
	if (refused->status == STATUS_FAIL)
		exit(STATUS_FAIL); /* it has been said why */
}

void
refused_close(struct refused *refused)
{
	history_close(&refused->entries);
	history_fini(&refused->history);
	mem_free(refused->path);
}

unsigned
refused_stops(const struct refused *refused, struct history *room,
	struct view lead_id)
{
	static const enum channel channels[STOPS] = {
		[STOP_EMAIL] = CHANNEL_EMAIL,
		[STOP_CALL] = CHANNEL_CALL,
		[STOP_SMS] = CHANNEL_SMS,
		[STOP_POST] = CHANNEL_POST,
	};
	struct consent consent[CHANNELS_GATED];
	unsigned stops = 0;

	history_load(room, &refused->entries, lead_id);
	consent_of(room, consent);
	for (enum stop i = 0; i < STOPS; i++)
		if (consent[channels[i]].said == SAID_NO)
			stops |= 1U << i;
	return stops;
}

/* Did this contact end in a no?  -1: it says nothing of that. */
static int
is_no(const struct entry *entry)
{
	struct view outcome = entry->field[CONTACT_OUTCOME];
	unsigned flags = vocab_flags(&outcome_words, outcome);

	if (view_is(outcome, "refused") || flags & OUTCOME_WITHDRAWS)
		return 1;
	if (flags & OUTCOME_CONSENTS || view_is(outcome, "meeting-booked"))
		return 0;
	return -1;
}

bool
refused_say(struct refused *refused, struct view lead_id, struct str *out)
{
	const struct entry *last = NULL;
	struct str moment = {0};

	history_load(&refused->history, &refused->entries, lead_id);
	for (size_t i = 0; i < refused->history.n; i++) {
		const struct entry *entry = refused->history.entry[i];
		int no = is_no(entry);

		if (no >= 0)
			last = no ? entry : NULL;
	}
	if (!last)
		return false;
	moment_write(last->at, &moment);
	str_printf(out, _("known: %.*s %.7s"),
		VIEW_ARGS(last->field[CONTACT_OUTCOME]), str_text(&moment));
	str_fini(&moment);
	return true;
}
