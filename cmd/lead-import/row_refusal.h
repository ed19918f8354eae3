/*
 * row_refusal.h - what other values of a row refuse than those that ask for
 * permission.
 */
#ifndef ROW_REFUSAL_H
#define ROW_REFUSAL_H

#include "row.h"

/* The state of an address, or why mail came back, may be that they object. */
void row_put_complaint(
	struct row *row, const struct schema_columns *at, struct view reason);

/*
 * What the state of the address refuses, "unsubscribed", and what notes do, and
 * columns that nobody knows.
 */
void row_put_refusals(struct row *row, const struct schema *schema);

/*
 * The column of the output among notes, and those that nobody knows, in which
 * somebody may refuse who has refused neither mail nor calls; -1: none.
 */
int row_may_refuse(const struct schema *schema, const struct view *out,
	struct str *scratch);

#endif
