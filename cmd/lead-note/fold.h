/*
 * fold.h - the note log folded onto a stream of leads.
 */
#ifndef NOTE_FOLD_H
#define NOTE_FOLD_H

#include "settings.h"

/* The status to end with; all is said. */
enum status note_fold(const struct note_settings *set,
	const struct journal *journal, char **operands);

#endif
