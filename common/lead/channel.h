/*
 * channel.h - how somebody is contacted, and in which direction.
 */
#ifndef LEAD_CHANNEL_H
#define LEAD_CHANNEL_H

#include "lead/vocab.h"

enum channel {
	CHANNEL_CALL,
	CHANNEL_AUTOCALL,
	CHANNEL_EMAIL,
	CHANNEL_SMS,
	CHANNEL_SOCIAL,
	CHANNEL_POST,
	CHANNEL_MEETING,
	CHANNEL_VIDEO,
	CHANNEL_VISIT,
	CHANNEL_EVENT,
	CHANNEL_WEB,
	CHANNEL_CHAT,
	CHANNEL_INTERNAL, /* no contact: something noted among ourselves */
};

/* The first so many have a consent of their own, and a gate. */
#define CHANNELS_GATED (CHANNEL_POST + 1)

enum channel_flag {
	CHANNEL_GATED = 1, /* marketing law speaks of it; names a consent */
	CHANNEL_PHONE = 2, /* needs a telephone number */
	CHANNEL_MAIL = 4,  /* needs an e-mail address */
	CHANNEL_IN = 8,	   /* they came to us, unless told otherwise */
};

extern const struct vocab channel_words;

enum direction { DIRECTION_OUT, DIRECTION_IN };

extern const struct vocab direction_words;

#endif
