/*
 * law.h - which moves between stages are lawful, and what each needs.
 *
 * A prospect needs an agenda and a date to come; nurture a date;
 * disqualified a reason, with a text when that is "other"; converted is only
 * reached from prospect.  To leave converted or disqualified, or to go back
 * to an earlier stage, needs a text that says why; after an opt-out there is
 * no way back.
 */
#ifndef CONTACT_LAW_H
#define CONTACT_LAW_H

#include "lead/entry.h"
#include "lead/stage.h"

struct move {
	enum stage from, to;
	bool opted_out; /* they told us to stop, and it stands */
	int64_t at;
	/* Of the entry that makes it, as written: */
	struct view next_at, agenda, reason, text;
};

/* Why a move is not lawful, N_(); NULL when it is. */
const char *law_refuses(const struct move *move);

/*
 * Is a time to come, seen from at?  A date is until it is over (UTC), a
 * moment until it is there.
 */
bool law_to_come(struct view time, int64_t at);

#endif
