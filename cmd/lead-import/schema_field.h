/*
 * schema_field.h - what becomes of one field of a dump: for schema.c.
 */
#ifndef SCHEMA_FIELD_H
#define SCHEMA_FIELD_H

#include "schema.h"

/* Which of our columns a meaning leads to, and how; NULL: none. */
const struct column *
schema_destination(struct view canonical, enum kind *kind, bool *keep);

/* What a column of the output holds, by what its name means as a header. */
enum kind schema_kind(struct headers *headers, struct view name);

/* How many columns -r wrote in front: file, line, reason. */
size_t schema_reject_columns(const struct dump *dump);

/*
 * Plan for all fields of a dump, whose plan has its vendor, and add their
 * columns to the output.
 */
void schema_plan_fields(struct schema *schema, struct dump_plan *plan,
	const struct dump *dump, const struct meaning *meanings);

#endif
