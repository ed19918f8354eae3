/*
 * refused.h - what the contact log says of a lead that comes in again: above
 * all, that they refused.
 */
#ifndef REFUSED_H
#define REFUSED_H

#include "base/opt.h"
#include "lead/history.h"

struct refused {
	bool open;
	char *path; /* owned */
	struct log log;
	struct history_log entries;
	struct history history;
};

/* Open the store's contact log as it was at a moment. */
void refused_open(
	struct refused *refused, const struct common *common, int64_t as_of);
void refused_close(struct refused *refused);

/*
 * Put "known: refused 2026-05" at the end of out if the lead's last word was
 * that it wants no contact.  False, with out as it was, if it was not.
 */
bool refused_say(struct refused *refused, struct view lead_id, struct str *out);

#endif
