/*
 * header.h - the columns of a stream: names in their order.
 *
 * A name is [a-z][a-z0-9_]*, at most once in a header.  Columns are always
 * found by name, never by position.
 */
#ifndef RECORD_HEADER_H
#define RECORD_HEADER_H

#include "base/str.h"

#define HEADER_MAX 4096 /* columns */

struct header {
	struct str text;   /* owned: the names, NUL-ended, one after another */
	uint32_t *offsets; /* owned: where each starts in text */
	uint32_t *slots;   /* owned: open hash table of column + 1 */
	size_t n;	   /* columns */
	size_t cap, slots_n;
};

void header_fini(struct header *header);

/* Name i, NUL-ended: borrowed, until the header next changes. */
const char *header_name(const struct header *header, size_t i);

/* The column with a name, or -1. */
int header_find(const struct header *header, struct view name);

/* Add a column unless it is there; its number. */
int header_add(struct header *header, struct view name);

/* Is this a name a column can have? */
bool header_is_name(struct view name);

/*
 * Read "a<separator>b": the columns of a header line or of --columns.  NULL
 * when good; else what is wrong, as text owned by *why, with the advice, if
 * any, where the line is no header of ours.
 */
const char *header_read(struct header *header, struct view line, char separator,
	const char *advice, struct str *why);

/* Write as a header line, LF included. */
void header_write(const struct header *header, struct str *out);

#endif
