/*
 * alias.h - the ids by which a lead was known before it was merged.
 *
 * Merging two leads keeps the id of one; what was logged for the other is
 * about the same person, and counts.  lead-import notes in the store's
 * merges.tsv what went into which lead (lead-match(7)); it is looked for
 * beside the log.
 */
#ifndef LEAD_ALIAS_H
#define LEAD_ALIAS_H

#include "record/sheet.h"

struct aliases {
	struct sheet sheet; /* owned: merges.tsv */
	struct alias *all;  /* owned: by lead */
	size_t n, cap;
};

struct alias {
	struct view lead, own; /* of the sheet */
};

/* Load those beside a log, of which there may be none. */
void aliases_load(struct aliases *aliases, const char *log);
void aliases_fini(struct aliases *aliases);

/* The next other id of a lead: start with *at = 0; false when no more. */
bool aliases_next(const struct aliases *aliases, struct view lead, size_t *at,
	struct view *own);

#endif
