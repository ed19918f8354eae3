/*
 * corrected.h - what the gate looks at of a lead, as notes have corrected it
 * (lead-note --set): leads.tsv stays as it is.
 */
#ifndef CONTACT_CORRECTED_H
#define CONTACT_CORRECTED_H

#include "gate.h"
#include "lead/known.h"

struct corrected {
	struct history_log log; /* the store's notes */
	struct history history;
	struct known known;
	struct str plain; /* owned: values without their escapes */
};

/*
 * Read the store's notes, all or what is there of the only lead (or empty); a
 * store without any has none.  False: they cannot be read, which was said.
 */
bool corrected_open(struct corrected *corrected, const struct common *common,
	struct view only, int64_t as_of);

/* Put a lead's corrections over its fields: they live until the next call. */
void corrected_put(struct corrected *corrected, struct view lead_id,
	struct view field[GATE_FIELDS]);

void corrected_close(struct corrected *corrected);

#endif
