/*
 * settings.h - what lead-note was told.
 */
#ifndef NOTE_SETTINGS_H
#define NOTE_SETTINGS_H

#include "lead/draft.h"

struct note_settings {
	struct common common;
	const char *file; /* the note log; NULL: the store's */
	struct opt_list leads, sets;
	const char *kind, *product, *value, *status, *person, *amount;
	const char *due, *message, *when, *ref, *id, *undo;
	const char *set; /* the only one of sets */
	bool append, check, allow_nfs;
};

#endif
