/*
 * row_normal.h - a value brought into the form of its kind.
 */
#ifndef ROW_NORMAL_H
#define ROW_NORMAL_H

#include "row.h"

/*
 * Put the normalised value at the end of the row's text; false when it cannot
 * be read.  For the kinds where text goes in and text comes out.
 */
bool row_normalise(
	struct row *row, const struct field_plan *field, struct view value);

/* Is there nothing to tidy: no blank but single spaces, ASCII only? */
bool row_is_tidy(struct view v);

/* Is a value plainly in the form that its kind would be brought into? */
bool row_is_normal(const struct row *row, enum kind kind, struct view v);

/*
 * Put the website and behind it its registrable domain at the end of the
 * row's text, so that one thing to recall gives both; returns how long the
 * website is, 0 when it is none.
 */
size_t row_make_website(struct row *row, struct view value);

#endif
