/*
 * listed.h - what the lists of whom to leave out say of a row (suppress.h).
 */
#ifndef LISTED_H
#define LISTED_H

#include "intake_work.h"

/*
 * The entry that forbids to contact the row's lead at all, or NULL: by what it
 * is known by, or by another address of it, but for those like info@.
 */
const struct suppress_entry *listed_find(const struct intake *in,
	struct intake_worker *w, const struct dump_plan *plan);

/*
 * What the lists close of a lead that is not left out: a channel, or of one
 * that is known all of them.  The list of -x is in no store that the gate
 * could read, and of a lead that is merged another address may stay: so the
 * lead is to say it.
 */
void listed_close(const struct intake *in, struct intake_worker *w,
	const struct dump_plan *plan);

/* Stop all channels of a row that is left out, for others who have them. */
void listed_stop(const struct intake *in, struct intake_worker *w);

#endif
