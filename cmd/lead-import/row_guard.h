/*
 * row_guard.h - what stands in a field in place of a value, or around one.
 */
#ifndef ROW_GUARD_H
#define ROW_GUARD_H

#include "schema.h"

/*
 * Does a value begin as those do that are no value, or carry a guard: "-",
 * "n/a", "TBC", '+44, ="00123"?  Most do not.
 */
static inline bool
row_is_suspect(struct view value)
{
	switch (value.at[0]) {
	case '-':
	case '.':
	case '_':
	case '?':
	case '/':
	case '#':
	case '[':
	case 'n':
	case 'N':
	case '\'':
	case '=':
	case '(':
	case '\xE2': /* a dash */
		return true;
	case 'A':
	case 'a':
		return value.len == strlen("anonymous");
	case 'T':
	case 't':
		return value.len == strlen("tbc");
	case 'U':
	case 'u':
		return value.len == strlen("unknown");
	case 'X':
	case 'x':
		return value.len <= strlen("xxx");
	default:
		return false;
	}
}

/* Take the guard off a suspect value; empty: it is none, or none is left. */
struct view row_unguard(const struct field_plan *field, struct view value);

#endif
