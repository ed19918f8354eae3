/*
 * sheet.h - a small file of records held whole: rules, catalogue, people,
 * policy.
 *
 * It has the stream's own form; lines that start with '#' and blank lines
 * are for people and skipped, as is the header when it comes again.  Lines
 * may have fewer fields than the header, the others being empty, since such
 * files are written by hand; they may begin with a byte order mark and have
 * lines that end in CRLF.
 */
#ifndef RECORD_SHEET_H
#define RECORD_SHEET_H

#include "base/die.h"
#include "record/header.h"
#include "record/page.h"

struct sheet {
	const char *name; /* borrowed: what messages call it */
	struct header header;
	struct sheet_row *rows; /* owned */
	size_t n, cap;
	struct str bytes; /* owned */
	struct page page; /* owned */
};

struct sheet_row {
	uint32_t first; /* of the page's fields */
	uint32_t fields;
	uint64_t line; /* in the file, from 1 */
};

/* Read a file; trouble is a message and status 2.  name is borrowed. */
void sheet_load(struct sheet *sheet, const char *name);

/* As sheet_load(), but false, with an empty sheet, when there is no file. */
bool sheet_load_if(struct sheet *sheet, const char *name);

/* As sheet_load(), from text in memory, which is copied. */
void sheet_read(struct sheet *sheet, const char *name, struct view text);

/* A field as written (see field.h), empty when column is -1 or not there. */
struct view sheet_get(const struct sheet *sheet, size_t row, int column);

/*
 * The column with a name, which must be there: else a message, status 2.
 */
int sheet_need(const struct sheet *sheet, const char *name);

/* Where a row stands, for messages; column is a name or NULL. */
struct place
sheet_place(const struct sheet *sheet, size_t row, const char *column);

void sheet_fini(struct sheet *sheet);

#endif
