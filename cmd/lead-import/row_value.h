/*
 * row_value.h - a field's value put into a row, by its kind: row_value.c puts,
 * row_guard.c takes off what is around it, row_normal.c brings into form.
 */
#ifndef ROW_VALUE_H
#define ROW_VALUE_H

#include "row.h"

/* What the row's recall and answers hold, besides the kinds of fields. */
#define ROW_SUBSCRIBER 0x80
#define ROW_DOMAIN 0x81
#define ROW_STOP 0x82
#define ROW_PERMIT 0x83

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

/* Blanks made single; value itself where they are. */
struct view row_tidy(struct row *row, struct view value);

/* Put value behind what is in out, unless it is there already. */
void row_join(struct row *row, enum row_joint joint, struct view *out,
	struct view value);

/* The same for each of the tags that a field has. */
void row_join_tags(struct row *row, struct view *out, struct view value);

/* Put a value, tidied, unless there is one. */
void row_put_text(struct row *row, struct view *out, struct view value);

/* Put a whole name, unless there is one; "Rees, Nia" is turned round. */
void row_put_full_name(struct row *row, struct view *out, struct view value);

/* Put what says whether, and by what right, somebody may be contacted. */
void row_put_permission(struct row *row, const struct schema_columns *at,
	const struct field_plan *field, struct view value);

/*
 * Does a value begin as those do that are no value, or carry a guard: "-",
 * "n/a", '+44, ="00123"?  Most do not.
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
		return true;
	default:
		return false;
	}
}

/* Take the guard off a suspect value; false: it is none, or none is left. */
bool row_unguard(const struct field_plan *field, struct view *value);

/*
 * The status of an address of which a vendor has said something, or nothing:
 * ok, invalid, or the vendor's word ("Guessed").
 */
struct view row_status(struct view said, bool reachable);

/* value is trimmed and not empty. */
void row_put(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value);

#endif
