/*
 * also.h - values that do not stay when leads are merged, though nobody wants
 * to lose them: an address, a number, a name.  They are the last lines of the
 * notes, each behind "also: ", in the order of bytes.
 *
 * The texts that are made live in an arena.
 */
#ifndef ALSO_H
#define ALSO_H

#include "pieces.h"

/* Before what did not fit elsewhere: --forget and closed.h find it so. */
#define ALSO "also: "

/* Notes without these lines, wherever they stand: borrowed or made in text. */
struct view also_without(struct view notes, struct arena *text);

/* The value of the next of these lines in notes, which are cut behind it. */
bool also_find(struct view *notes, struct view *value);

/* Add the line of a value; returns whether it is new. */
bool also_keep(struct pieces *also, struct view value, struct arena *text);

/* Leave out the line of a value that stays elsewhere. */
void also_drop(struct pieces *also, struct view value, struct arena *text);

/* The notes with these lines at the end. */
struct view
also_text(struct pieces *also, struct pieces *notes, struct arena *text);

#endif
