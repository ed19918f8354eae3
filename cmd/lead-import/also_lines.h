/*
 * also_lines.h - values that do not stay when leads are merged, as the last
 * lines of the notes, in the order of bytes (lead/also.h).
 *
 * The texts that are made live in an arena.
 */
#ifndef ALSO_LINES_H
#define ALSO_LINES_H

#include "pieces.h"

#include "lead/also.h"

/* Notes without these lines, wherever they stand: borrowed or made in text. */
struct view also_without(struct view notes, struct arena *text);

/* Add the line of a value; returns whether it is new. */
bool also_keep(struct pieces *also, struct view value, struct arena *text);

/* Leave out the line of a value that stays elsewhere. */
void also_drop(struct pieces *also, struct view value, struct arena *text);

/* The notes with these lines at the end. */
struct view
also_text(struct pieces *also, struct pieces *notes, struct arena *text);

#endif
