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

/* What the state of the address refuses, "unsubscribed", and the notes do. */
void row_put_refusals(struct row *row, const struct schema_columns *at);

/*
 * May notes among these columns of the output refuse, where nothing has been
 * refused by mail or telephone?
 */
bool row_may_refuse(const struct schema_columns *at, const struct view *out,
	struct str *scratch);

#endif
