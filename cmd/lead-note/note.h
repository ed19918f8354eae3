/*
 * note.h - notes logged from the command line.
 */
#ifndef NOTE_NOTE_H
#define NOTE_NOTE_H

#include "lead/money.h"
#include "settings.h"

/* Read a sum that is worth a note: not less than nothing. */
bool note_money_read(const char *text, struct money *out);

/* Take the one --set that a note may have: the first of two would be lost. */
void note_take_set(const struct program *program, struct note_settings *set);

/* Is something to be logged? */
bool note_is_meant(const struct note_settings *set);

/* Is what was given good, as far as it goes?  Ends the program if not. */
void note_check(const struct program *program, const struct note_settings *set,
	const struct journal *journal);

/*
 * Log what the settings say for all leads that they name: the status, all
 * said.  Bad usage ends the program.
 */
enum status note_log(const struct program *program,
	const struct note_settings *set, struct journal *journal);

#endif
