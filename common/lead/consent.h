/*
 * consent.h - what was said of being contacted, by each channel that marketing
 * law knows: the last word counts.
 */
#ifndef LEAD_CONSENT_H
#define LEAD_CONSENT_H

#include "lead/channel.h"
#include "lead/history.h"

enum said { SAID_NOTHING, SAID_YES, SAID_NO };

struct consent {
	enum said said; /* last */
	int64_t at;	/* when */
};

/*
 * Hear what an entry says, by its channel (a word of channel_words, or -1),
 * the flags of its outcome, and its reason.
 *
 * An opt-out is about the channel it names; where that is none that marketing
 * law knows (a meeting, internal, none), about all, as a reason for good is.
 * Consent must name one.
 */
void consent_hear(struct consent consent[CHANNELS_GATED], int channel,
	unsigned outcome, struct view reason, int64_t at);

/* Hear all that was logged of a lead. */
void consent_of(
	const struct history *history, struct consent consent[CHANNELS_GATED]);

#endif
