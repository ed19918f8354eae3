/*
 * row_guard.h - what stands in a field in place of a value, or around one.
 */
#ifndef ROW_GUARD_H
#define ROW_GUARD_H

#include "schema.h"

#define ROW_ALWAYS 255

/* By the first byte: how long such a value is, or ROW_ALWAYS; 0: none is. */
extern const uint8_t row_suspects[256];

/*
 * Does a value begin as those do that are no value, or carry a guard: "-",
 * "n/a", "TBC", '+44, ="00123"?  Most do not.
 */
static inline bool
row_is_suspect(struct view value)
{
	uint8_t len = row_suspects[(unsigned char)value.at[0]];

	return len && (len == ROW_ALWAYS || len == value.len);
}

/* Take the guard off a suspect value; empty: it is none, or none is left. */
struct view row_unguard(const struct field_plan *field, struct view value);

#endif
