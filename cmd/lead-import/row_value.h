/*
 * row_value.h - a field's value put into a row, by its kind.
 */
#ifndef ROW_VALUE_H
#define ROW_VALUE_H

#include "row.h"

/* Salts of the row's recall, besides the kinds. */
#define ROW_SUBSCRIBER 0x80
#define ROW_DOMAIN 0x81

/*
 * Put the normalised value at the end of the row's text; false when it cannot
 * be read.  For the kinds where text goes in and text comes out.
 */
bool row_normalise(
	struct row *row, const struct field_plan *field, struct view value);

/* value is trimmed and not empty. */
void row_put(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value);

#endif
