/*
 * standing.h - where a lead stands, by all that was logged of it.
 *
 * A pure function of a lead's history (see history.h).
 */
#ifndef CONTACT_STANDING_H
#define CONTACT_STANDING_H

#include "lead/channel.h"
#include "lead/history.h"
#include "lead/stage.h"

enum said { SAID_NOTHING, SAID_YES, SAID_NO };

struct consent {
	enum said said; /* last */
	int64_t at;	/* when */
};

/* Views are of the log. */
struct standing {
	enum stage stage;
	struct view stage_at, stage_reason;
	uint64_t attempts; /* that went out */
	uint64_t reached;
	struct view first_contact, last_contact; /* but internal ones */
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

/* Told us to stop, on every channel? */
bool standing_opted_out(const struct standing *standing);

/* Is there no way back: told us to stop, or out for that reason? */
bool standing_is_out(const struct standing *standing);

/* The direction of an entry, by channel and outcome when it is not said. */
enum direction standing_direction(const struct entry *entry);

#endif
