/*
 * text_mend.h - text made UTF-8 where it is not.
 */
#ifndef TEXT_MEND_H
#define TEXT_MEND_H

#include "base/str.h"

/* Is it UTF-8 without NUL, so that text_mend() has nothing to do? */
bool text_is_clean(struct view v);

/*
 * Put v at the end of out: NULs dropped; what is not UTF-8, and the control
 * characters U+0080 to U+009F that came of taking it for Latin-1, read as
 * Windows-1252.  Returns whether that made a difference: it was not clean.
 */
bool text_mend(struct view v, struct str *out);

#endif
