/*
 * outcome_names.h - what other systems call the outcome of a contact.
 *
 * HubSpot's call outcomes, Frappe CRM's call log, EspoCRM's and SuiteCRM's
 * calls and campaign logs, by their sources and manuals; which of them count
 * as reached and as an attempt is in outcome.h.
 */
#ifndef LEAD_OUTCOME_NAMES_H
#define LEAD_OUTCOME_NAMES_H

#include "lead/outcome.h"

enum outcome_read {
	OUTCOME_KNOWN,	 /* it is in *out */
	OUTCOME_PLANNED, /* it has not happened yet: no contact */
	OUTCOME_UNKNOWN,
};

struct outcome_found {
	struct view word; /* ours; for ever */
	bool in;	  /* direction in, whatever our word would mean */
};

/*
 * Read one of our words, or another system's in any case.  channel (as
 * written) tells a call that was "Held" from a meeting.
 */
enum outcome_read
outcome_read(struct view in, struct view channel, struct outcome_found *out);

#endif
