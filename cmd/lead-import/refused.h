/*
 * refused.h - what the contact log says of a lead that comes in again: above
 * all, that they refused.
 */
#ifndef REFUSED_H
#define REFUSED_H

#include "stops.h"

#include "base/opt.h"
#include "lead/history.h"

struct refused {
	enum status status; /* PART: not all of the log can be read */
	char *path;	    /* owned */
	struct log log;
	struct history_log entries;
	struct history history;
};

/*
 * Open the store's contact log as it was at a moment; there need be none.
 * When it cannot be read the program ends: nobody could say who refused.
 */
void refused_open(
	struct refused *refused, const struct common *common, int64_t as_of);
void refused_close(struct refused *refused);

/*
 * By which channels a lead wants no contact, by the last that it said of each:
 * an enum stop_set.  Asked by several threads, each with a room of its own.
 */
unsigned refused_stops(const struct refused *refused, struct history *room,
	struct view lead_id);

/*
 * Put "known: refused 2026-05" at the end of out if the lead's last word was
 * that it wants no contact.  False, with out as it was, if it was not.
 */
bool refused_say(struct refused *refused, struct view lead_id, struct str *out);

#endif
