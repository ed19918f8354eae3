/*
 * visible.h - hostile text made harmless for a terminal.
 *
 * A lead's name may hold escape sequences, direction marks or characters that
 * cannot be seen.  Every message, prompt and text report passes through here.
 */
#ifndef BASE_VISIBLE_H
#define BASE_VISIBLE_H

#include "base/str.h"

/*
 * Put v at the end of out with control characters (C0, DEL, C1), bidirectional
 * and zero-width characters and invalid bytes written as \x1b and \u202e.
 */
void visible_write(struct view v, struct str *out);

#endif
