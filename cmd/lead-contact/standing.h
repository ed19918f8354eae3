/*
 * standing.h - where a lead stands, by all that was logged of it.
 *
 * A pure function of a lead's history (see history.h).
 */
#ifndef CONTACT_STANDING_H
#define CONTACT_STANDING_H

#include "gist.h"
#include "lead/consent.h"
#include "lead/stage.h"

/* A moment that was logged. */
struct stamp {
	bool there;
	int64_t at;
	struct view written; /* as it was; empty: as moment_write() does it */
};

/* Views are of the log, or of the vocabularies. */
struct standing {
	enum stage stage;
	struct stamp stage_at;
	struct view stage_reason;
	uint64_t attempts; /* that went out */
	uint64_t reached;
	struct stamp first_contact, last_contact; /* but internal ones */
	struct view last_channel, last_outcome;
	struct view next_at, next_action, agenda; /* what is to be done */
	struct consent consent[CHANNELS_GATED];
	bool dead_phone, dead_mail; /* the address was no good, last */
};

/* What is told of an entry that breaks the law of stages. */
struct standing_hearer {
	void (*unlawful)(
		void *self, const struct entry *entry, const char *why);
	void *self;
};

/* hearer may be NULL. */
void standing_of(const struct history *history, struct standing *out,
	const struct standing_hearer *hearer);

/*
 * The same by the gists of a lead's entries, as far as they tell; false when
 * its whole history is needed (see gists_load()).
 */
bool standing_look(const struct history_log *log, struct view lead_id,
	struct standing *out, const struct standing_hearer *hearer);

/* Told us to stop, on every channel? */
bool standing_opted_out(const struct standing *standing);

/* Is there no way back: told us to stop, or out for that reason? */
bool standing_is_out(const struct standing *standing);

#endif
