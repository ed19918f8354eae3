/*
 * ask_note.h - the questions about a note.
 */
#ifndef NOTE_ASK_NOTE_H
#define NOTE_ASK_NOTE_H

#include "lead/ask.h"
#include "settings.h"

/* Ask for what the settings lack.  The answers live in ask. */
void ask_note(struct ask *ask, struct note_settings *set);

#endif
