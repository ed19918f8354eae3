/*
 * utf8.h - UTF-8 as RFC 3629 has it: no surrogates, no overlong forms,
 * nothing above U+10FFFF.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include "base/str.h"

/* How many bytes from the start of v are whole, valid UTF-8. */
size_t utf8_valid(struct view v);

/*
 * Take the first character off the front of *rest.  A byte that is not part
 * of a valid character gives -1 and is taken alone.  rest->len must be > 0.
 */
int32_t utf8_next(struct view *rest);

/* Bytes of the valid character at the start of v; 0 when there is none. */
size_t utf8_size(struct view v);

/* Put a character at the end. */
void utf8_put(struct str *s, uint32_t character);

/* Columns a terminal uses for a character: 0, 1 or 2. */
int utf8_width(uint32_t character);

/* Columns a terminal uses for all of v; an invalid byte counts 1. */
size_t utf8_columns(struct view v);

/*
 * Without blanks of any kind, and marks that show nothing, at both ends: what
 * comes along when people copy from pages and documents.
 */
struct view utf8_trim(struct view v);

#endif
