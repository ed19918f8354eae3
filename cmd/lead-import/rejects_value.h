/*
 * rejects_value.h - what only a whole column tells, told in the value.
 *
 * Whether 03/04/2026 is in March, and whether 1.234 has thousands, was decided
 * over the dump; the few rows that were refused of it, mended and imported
 * again, would not tell.
 */
#ifndef REJECTS_VALUE_H
#define REJECTS_VALUE_H

#include "schema.h"

/*
 * Put a value that would be read otherwise without the column at the end of
 * out, as it is read with it: "2026-03-04", "1234".  False, with out as it
 * was, for what reads the same, or not at all.
 */
bool
rejects_value(const struct field_plan *field, struct view in, struct str *out);

#endif
