/*
 * record.h - one record of a stream, as a look into its block.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "record/notes.h"

/* So many bytes behind any field can be read, whatever they are. */
#define RECORD_SLACK 16

struct record {
	const char *base;     /* borrowed: the block's bytes */
	const uint32_t *ends; /* where its fields end; ends[-1] is there */
	const int *where;     /* stream column -> field; NULL: the same */
	size_t fields;
	uint64_t block; /* number of its block, from 0 */
	uint32_t line;	/* in its block, from 0 */
	struct notes *notes;
};

/*
 * The field of a column of the stream (struct flow's header), as written
 * (see field.h).  A column of -1, or one that this input has not, is empty.
 * Lives until the record's function returns.
 */
static inline struct view
record_get(const struct record *record, int column)
{
	int i = column;
	uint32_t start;

	if (column >= 0 && record->where)
		i = record->where[column];
	if (i < 0)
		return (struct view){"", 0};
	start = record->ends[i - 1] + 1;
	return (struct view){record->base + start, record->ends[i] - start};
}

/* Is there nothing in the fields from first to last, but TABs between? */
static inline bool
record_empty(const struct record *record, int first, int last)
{
	return record->ends[last] - record->ends[first - 1] ==
		(uint32_t)(last - first + 1);
}

/* The whole line, without its LF. */
static inline struct view
record_line(const struct record *record)
{
	uint32_t start = record->ends[-1] + 1;

	return (struct view){
		record->base + start, record->ends[record->fields - 1] - start};
}

/* A number that grows with the record's place in the stream. */
static inline uint64_t
record_order(const struct record *record)
{
	return record->block << 32 | record->line;
}

/*
 * Say something about a record, in its turn, with its place.  STATUS_DONE is
 * a notice; STATUS_PART makes the program end with 1; STATUS_FAIL ends it
 * with 2 behind the records before this one.  column is a name or NULL.
 */
void
record_say(const struct record *record, enum status status, const char *column,
	const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
