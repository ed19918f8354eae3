/*
 * known.h - what is known of a lead, by the notes on it.
 *
 * A pure function of a lead's history (see history.h).
 */
#ifndef LEAD_KNOWN_H
#define LEAD_KNOWN_H

#include "lead/history.h"
#include "lead/kind.h"

/*
 * Something that has a status of its own: a need, an objection, ...  A later
 * note is about the same item when it refers to one of its notes (ref), or
 * has the same kind, value and product, and the same text if it has no value.
 * A status but the kind's first, without a value, is news of the last one of
 * its kind that is open; where items are not open but stand, without a text
 * too.  A product that it names must not be another one.
 */
struct item {
	enum kind kind;
	const struct entry *first; /* the note that brought it up */
	const struct entry *last;  /* the note that said its status */
	unsigned flags;		   /* enum status_flag of that */
};

/* A correction of a lead's column. */
struct correction {
	struct view column, value; /* as written */
};

/* Views are of the log. */
struct known {
	struct item *items; /* owned */
	size_t items_n, items_cap;
	struct correction *set; /* owned: by column, each once */
	size_t set_n, set_cap;
	const struct entry *last[KIND_GENERAL + 1]; /* that was not dropped */
	struct view renewal_at;
	struct view last_note;
	uint64_t notes;
};

/* Start with {0}; what was known of another lead is forgotten. */
void known_of(const struct history *history, struct known *known);

void known_fini(struct known *known);

/* Read "column=value" of a note of kind set; false when it is none. */
bool known_read_set(struct view value, struct correction *out);

#endif
