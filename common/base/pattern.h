/*
 * pattern.h - regular expressions that cannot run away.
 *
 * POSIX extended syntax without back-references: . [a-z] [^...] () | * + ?
 * {m,n} ^ $ and \ before what is to be taken as it is; [[:alpha:]] and its
 * like are ASCII.  A character of UTF-8 is one character to . and [^...], a
 * set holds ASCII only.  Compiled to at most PATTERN_PLACES places, matched by
 * following all of them at once: time grows with text times places, never
 * worse, whatever the pattern (the C library's matcher is cubic or worse).
 */
#ifndef BASE_PATTERN_H
#define BASE_PATTERN_H

#include "base/mem.h"
#include "base/view.h"

#define PATTERN_PLACES 256 /* characters, after {m,n} has been written out */

struct pattern; /* lives in the arena it was read into */

/*
 * NULL, with *why set (translated, lives as long as the program), when it is
 * not a pattern or too large.
 */
const struct pattern *
pattern_read(struct view text, struct arena *arena, const char **why);

/* Does it stand somewhere in text? */
bool pattern_in(const struct pattern *pattern, struct view text);

#endif
