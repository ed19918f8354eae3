/*
 * listed.h - what the lists of whom to leave out say of a row (suppress.h).
 */
#ifndef LISTED_H
#define LISTED_H

#include "intake_work.h"

/*
 * The entry that forbids to contact the row's lead at all, or NULL: by what it
 * is known by, or by another address of it, but for those like info@.  Known
 * leads are not left out.
 *
 * What the lists close is closed in the row: of one that is left out all
 * channels, for others who have its address; of any other a channel that is
 * listed.  A known lead is closed for all of them, and for what the contact
 * log says it refused: so others are who have its address or number.  The list
 * of -x is in no store that the gate could read, and of a lead that is merged
 * another address may stay: so the lead is to say it.
 */
const struct suppress_entry *listed_look(const struct intake *in,
	struct intake_worker *w, const struct dump_plan *plan);

#endif
