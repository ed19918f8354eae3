#include "refused.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/outcome.h"
#include "lead/store.h"

void
refused_open(
	struct refused *refused, const struct common *common, int64_t as_of)
{
	*refused = (struct refused){.path = store_path(common, "contacts.tsv")};
	refused->log = (struct log){.path = refused->path,
		.header = VIEW(CONTACT_HEADER),
		.quiet = common->quiet};
	refused->open = history_open(&refused->entries, &refused->log, as_of) <
		STATUS_FAIL;
}

void
refused_close(struct refused *refused)
{
	if (refused->open)
		history_close(&refused->entries);
	history_fini(&refused->history);
	mem_free(refused->path);
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

	if (!refused->open)
		return false;
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
