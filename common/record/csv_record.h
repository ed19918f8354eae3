/*
 * csv_record.h - a record cut otherwise than by masks, or looked at again:
 * for csv.c and csv_odd.c.
 */
#ifndef RECORD_CSV_RECORD_H
#define RECORD_CSV_RECORD_H

#include "record/csv.h"

/*
 * Try the line at start as a record whose quotes all stand for themselves
 * inside of unquoted fields; or come in pairs with no delimiter between,
 * around a whole field or not ("Best" Builders).
 */
bool csv_literal(struct csv *csv);
bool csv_balanced(struct csv *csv);

/* Is a line inside a quoted field of it a whole record by itself? */
bool csv_swallowed(const struct csv *csv);

/* Take one of each pair of quotes out of its fields that have some. */
void csv_unpair(struct csv *csv);

/* Add a field to the record in hand. */
void csv_field(struct csv *csv, const char *at, size_t len);

/* The offset in data behind the line that the record in hand starts with. */
size_t csv_line_end(const struct csv *csv);

#endif
