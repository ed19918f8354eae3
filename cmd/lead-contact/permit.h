/*
 * permit.h - may these contacts be logged: by the law of stages, and by the
 * gate?
 */
#ifndef CONTACT_PERMIT_H
#define CONTACT_PERMIT_H

#include "gate.h"
#include "lead/draft.h"

/* What is to be logged, for each of the targets. */
struct permit {
	const struct draft *draft; /* all but id and lead */
	const struct targets *targets;
	const struct journal *journal;
};

/* Is a contact of ours with this outcome one that the gate may refuse? */
bool permit_needs_leave(struct view outcome);

/*
 * STATUS_PART, said, when one may not; nothing is to be logged then.  What
 * the gate would rather not is said, too.
 */
enum status permit_all(const struct permit *permit);

/*
 * Put the gate's verdict for a lead and a channel, as things stand, at the
 * end of out; false when the log cannot be read (said).
 */
bool permit_verdict(const struct journal *journal, const struct target *target,
	enum channel channel, struct str *out);

#endif
