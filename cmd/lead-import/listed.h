/*
 * listed.h - what the lists of whom to leave out say of a row (suppress.h).
 */
#ifndef LISTED_H
#define LISTED_H

#include "intake_work.h"

/* The entry that forbids to contact the row's lead at all, or NULL. */
const struct suppress_entry *
listed_find(const struct intake *in, struct intake_worker *w);

/*
 * What the list of -x closes of a lead that is not left out: a channel, or of
 * one that is known all of them.  It is in no store that the gate could read,
 * so the lead is to say it.
 */
void listed_close(const struct intake *in, struct intake_worker *w);

#endif
