/*
 * csv_record.h - a record cut otherwise than by masks, or looked at again:
 * for csv.c and csv_odd.c.
 */
#ifndef RECORD_CSV_RECORD_H
#define RECORD_CSV_RECORD_H

#include "record/csv.h"

/*
 * Try the line at start as a record whose fields are quoted from end to end
 * or not at all, which is what libcsv makes of it; quotes inside of the others
 * stand for themselves.
 */
bool csv_one_line(struct csv *csv);

/*
 * The same where quotes come in pairs with no delimiter between, around a
 * whole field or not ("Best" Builders).
 */
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
