/*
 * notes.h - messages about records, kept until it is their block's turn.
 *
 * Threads meet faulty records in any order; a person is told in the order of
 * the input, with the right line numbers, and not a million times the same.
 */
#ifndef RECORD_NOTES_H
#define RECORD_NOTES_H

#include "base/die.h"
#include "base/str.h"

#include <stdarg.h>

#define NOTES_MOST 20 /* messages of a run; the others are counted */

struct note {
	enum status status;
	uint32_t line;	    /* in the block, from 0 */
	const char *column; /* borrowed; NULL: the whole record */
	size_t text;	    /* where its text starts */
};

struct notes {
	struct note *all; /* owned */
	size_t n, cap;
	struct str text;    /* owned: the texts, NUL-ended */
	enum status status; /* the worst of them */
};

void notes_add(struct notes *notes, struct note note, const char *format,
	va_list args) __attribute__((format(printf, 3, 0)));

/*
 * Say them all, the lines counted from where.line; *said counts messages
 * over the whole run.  Empties notes.
 */
void notes_say(struct notes *notes, struct place where, uint64_t *said);

void notes_fini(struct notes *notes);

#endif
