/*
 * row_value.h - a field's value put into a row, by its kind.
 */
#ifndef ROW_VALUE_H
#define ROW_VALUE_H

#include "row.h"

/* value is trimmed and not empty. */
void row_put(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value);

#endif
