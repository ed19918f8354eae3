/*
 * fold.h - text made comparable: what two spellings of one name share.
 *
 * The only file that knows utf8proc.  Keys are for matching, never shown.
 */
#ifndef LEAD_FOLD_H
#define LEAD_FOLD_H

#include "base/str.h"

/*
 * Put the matching key of in at the end of out: lower case, marks taken off
 * (â is a, ł l, ø o, æ ae, þ th, ß ss, ı i), apostrophes dropped, every run
 * of anything but letters and digits one space, none at the ends.
 *
 *	"O'Brien & Süleyman-Łoś" gives "obrien suleyman los"
 *
 * Bytes that are not UTF-8 count as separators.  Text in scripts without
 * case stays as it is, decomposed.
 */
void fold_key(struct view in, struct str *out);

/* The character in the other case, or itself. */
uint32_t fold_lower(uint32_t character);
uint32_t fold_upper(uint32_t character);

/*
 * The character that was meant in an address: ASCII for what word processors
 * and full-width keyboards make of it, a space for a blank of any kind, 0 for
 * what shows nothing (zero-width characters, soft hyphens, marks of
 * direction); else itself.
 */
uint32_t fold_typed(uint32_t character);

/* Does the character have this case? */
bool fold_is_lower(uint32_t character);
bool fold_is_upper(uint32_t character);

/*
 * Put in at the end of out with blanks trimmed and each run of white space
 * of any kind (no-break space, TAB, line break) made one space; zero-width
 * characters are dropped.
 */
void fold_blanks(struct view in, struct str *out);

#endif
