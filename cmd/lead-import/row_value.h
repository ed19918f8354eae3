/*
 * row_value.h - a field's value put into a row, by its kind: by row_value.c,
 * and row_contact.c, row_words.c, row_join.c, row_name.c, row_permit.c and
 * row_refusal.c; row_guard.h takes off what is around it, row_normal.h brings
 * it into form.
 */
#ifndef ROW_VALUE_H
#define ROW_VALUE_H

#include "row.h"
#include "row_guard.h"
#include "row_normal.h"

/* What the row's recall and answers hold, besides the kinds of fields. */
#define ROW_SUBSCRIBER 0x80 /* and the enum company_abroad that holds */
#define ROW_DOMAIN 0x84
#define ROW_STOP 0x85
#define ROW_PERMIT 0x86
#define ROW_REFUSAL 0x87
#define ROW_WISH 0x88
#define ROW_REMARK 0x89
#define ROW_MAIL_DOMAIN 0x8A
#define ROW_PLACE 0x8B
#define ROW_CHANNELS 0x8C

/* Blanks made single; value itself where they are. */
struct view row_tidy(struct row *row, struct view value);

/* Put value behind what is in out, unless it is there already. */
void row_join(struct row *row, enum row_joint joint, struct view *out,
	struct view value);

/* Cut the next tag, which is bare and not empty, off the front of *rest. */
bool row_cut_tag(struct view *rest, struct view *tag);

/* The same for each of the tags that a field has. */
void row_join_tags(struct row *row, struct view *out, struct view value);

/* Put a value, tidied, unless there is one. */
void row_put_text(struct row *row, struct view *out, struct view value);

/*
 * A function that puts a value, which is trimmed, not empty and without guard,
 * into the column that the field goes to, and what follows from it into
 * others.  What else stood in the field it leaves in row->rest.
 */
typedef void row_putter(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value);

/* What says whether, and by what right, somebody may be contacted. */
row_putter row_put_permission;
/* A state, or tags, of which one may refuse. */
row_putter row_put_refusal;

/* A whole name; "Rees, Nia" is turned round, "Ann Bo, Director" has a job. */
row_putter row_put_full_name;

/* Put row->job to its column, or if there is one already into the notes. */
void row_put_job(struct row *row, const struct schema_columns *at);

/* Whom a refusal names, where the row has no address or number but that. */
void row_put_refused(struct row *row, const struct schema_columns *at);

/* By what address or number somebody is reached. */
row_putter row_put_email, row_put_phone;

/*
 * Words beside a number: into the notes, but for those that only say that it
 * is one.  Where they refuse ("do not call"), that counts.
 */
row_putter row_put_words;

/* Put a mobile that Google's user numbered before a landline among mobiles. */
void row_sort_phones(struct row *row, const struct schema_columns *at);

/* The first of several values that stand in one field; the rest is kept. */
struct view row_take_first(struct row *row, struct view value);

static inline struct view
row_first(struct row *row, struct view value)
{
	return row->several ? row_take_first(row, value) : value;
}

/* ok, invalid, or what else a vendor said of an address ("Guessed"). */
struct view row_status(struct view said, bool reachable);

/*
 * Keep row->rest, other values of a field, for the notes (see schema.c); and
 * put what was kept there, last.
 */
void row_keep_rest(struct row *row, int notes);
void row_put_kept(struct row *row, int notes);

/* By the kind of a field. */
extern row_putter *const row_putters[];

/* Put a value, which is trimmed and not empty, by its field's plan. */
static inline void
row_put(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	if (row_is_suspect(value))
		value = row_unguard(field, value);
	if (!value.len)
		return;
	row->rest = (struct view){0};
	row_putters[field->kind](row, context, field, value);
	if (row->rest.len)
		row_keep_rest(row, context->schema->at.notes);
}

#endif
