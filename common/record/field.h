/*
 * field.h - one field of the record stream: its escapes.
 *
 * In the stream a field is written with four escapes, \\ \t \n \r, and no
 * others; what a program sees of a stream is always in that form ("written").
 * Empty means absent.  This is PostgreSQL's COPY ... (format text, null '').
 */
#ifndef RECORD_FIELD_H
#define RECORD_FIELD_H

#include "base/str.h"

/* Put plain text at the end of out as a field is written. */
void field_write(struct view plain, struct str *out);

/* The same of several, with TABs between them. */
void fields_write(const struct view *plain, size_t n, struct str *out);

/*
 * The plain text of a written field: the field itself when it has no escape,
 * else a decoded copy at the end of scratch, which lives until that changes.
 */
struct view field_plain(struct view written, struct str *scratch);

/* Is a field of a stream as field_write() writes it, byte for byte? */
bool field_is_written(struct view field);

/* Does plain text need escapes? */
bool field_needs_escape(struct view plain);

/* Put fields, of which none needs an escape, at the end of out as a line. */
void fields_write_plain(const struct view *fields, size_t n, struct str *out);

/*
 * The same in the way of any processor or of those that have wide registers,
 * and is this one of them?  For tests, which hold one against the other.
 */
void fields_write_by(
	const struct view *fields, size_t n, struct str *out, bool wide);
bool fields_wide(void);

#endif
