/*
 * settings.h - what lead-contact was told.
 */
#ifndef CONTACT_SETTINGS_H
#define CONTACT_SETTINGS_H

#include "lead/draft.h"

struct settings {
	struct common common;
	const char *file; /* the contact log; NULL: the store's */
	struct opt_list leads;
	const char *channel, *direction, *outcome, *when, *duration, *person;
	const char *next, *action, *agenda, *stage, *reason, *message;
	const char *override, *id, *undo;
	const char *gate; /* "call,email": channels to judge */
	bool only, append, check, allow_nfs;
};

#endif
