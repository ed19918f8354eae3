/*
 * refusal_find.h - a refusal found in the words of a text: for refusal.h.
 */
#ifndef REFUSAL_FIND_H
#define REFUSAL_FIND_H

#include "refusal.h"

/*
 * The channels that the refusal at a word refuses, and where it ends; 0: there
 * is none.  It may be a part of more or, unless strict, is all of the key.
 */
unsigned refusal_at(struct view key, size_t at, bool strict, size_t *behind);

/*
 * With what stands behind it: "do not email" may go on "or call", "do not
 * contact" "by phone or text".
 */
unsigned
refusal_with_channels(unsigned refusal, struct view key, size_t *behind);

#endif
