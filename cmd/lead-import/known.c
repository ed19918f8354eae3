#include "known.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/outcome.h"
#include "lead/store.h"

void
known_open(struct known *known, const struct common *common, int64_t as_of)
{
	*known = (struct known){.path = store_path(common, "contacts.tsv")};
	known->log = (struct log){.path = known->path,
		.header = VIEW(CONTACT_HEADER),
		.quiet = common->quiet};
	known->open =
		history_open(&known->entries, &known->log, as_of) < STATUS_FAIL;
}

void
known_close(struct known *known)
{
	if (known->open)
		history_close(&known->entries);
	history_fini(&known->history);
	mem_free(known->path);
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
known_refused(struct known *known, struct view lead_id, struct str *out)
{
	const struct entry *last = NULL;
	struct str moment = {0};

	if (!known->open)
		return false;
	history_load(&known->history, &known->entries, lead_id);
	for (size_t i = 0; i < known->history.n; i++) {
		const struct entry *entry = known->history.entry[i];
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
