/*
 * also.h - what a lead is known by besides its columns.
 *
 * When leads are merged, of two addresses, numbers or names one stays, and a
 * field has room for one.  The others are lines of the notes, each behind
 * "also: "; notes are plain text here, as field_plain() gives them.
 */
#ifndef LEAD_ALSO_H
#define LEAD_ALSO_H

#include "base/str.h"

#define ALSO "also: "

/* Have notes any such line?  Perhaps; if not, there is none for certain. */
bool also_any(struct view notes);

/* The value of the next of these lines in notes, which are cut behind it. */
bool also_find(struct view *notes, struct view *value);

/*
 * The next e-mail address of a person (not info@) in these lines, in its form
 * in out.  Lines that have other words, too, are somebody's own.  line is {0}
 * at first, and the rest of the line later.
 */
bool also_email(struct view *notes, struct view *line, struct str *out);

#endif
