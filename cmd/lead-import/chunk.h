/*
 * chunk.h - the records of dumps, in pieces that threads work on.
 *
 * A thread takes a range of bytes and reads the records that start in it.
 * Where the first one starts it has to guess, since a line end may be inside
 * a quoted field; when its turn comes, the end of the chunk before tells
 * whether the guess was right, and if not the chunk is read again.
 */
#ifndef CHUNK_H
#define CHUNK_H

#include "dump.h"

#include "record/csv.h"

struct chunks {
	struct dump *dumps; /* borrowed */
	size_t n;
	size_t max_record;
	size_t dump, at; /* what the next thread takes: see chunk_take() */
	bool begun;	 /* some of the dump was taken */
};

/* What a thread works with. */
struct chunk {
	struct dump *dump; /* borrowed */
	size_t from, to;   /* its records start in this range of the file */
	bool exact;	   /* from is known to be a record's start */
	size_t start, end; /* what it has really read */
	bool looked;	   /* is clean known? */
	bool clean;	   /* all of it is UTF-8 without NUL */
	struct csv csv;
	const struct dump *set_for; /* which dialect csv is set to */
	struct str bytes;	    /* owned */
	size_t bytes_at;	    /* the file's offset of bytes */
	size_t max_record;
};

/* Take the next range; false when all dumps are done.  One at a time. */
bool chunk_take(struct chunks *chunks, struct chunk *chunk);

/* Read from the start; then chunk_next() until CSV_END. */
void chunk_begin(struct chunk *chunk);
enum csv_got chunk_next(struct chunk *chunk);

/*
 * Is all that was read UTF-8 without NUL?  Records that are csv->tidy are by
 * themselves: in many chunks nobody asks.
 */
bool chunk_is_clean(struct chunk *chunk);

/*
 * When it is the chunk's turn: is what it read right?  If not, begin again:
 * it is set to the right start.
 */
bool chunk_right(struct chunk *chunk);

/*
 * Where an offset in csv->data is from the chunk's start; and a copy of the
 * first len bytes from there.
 */
static inline size_t
chunk_offset(const struct chunk *chunk, size_t at)
{
	return chunk->bytes_at + at - chunk->start;
}

void chunk_copy(const struct chunk *chunk, size_t len, char *to);

/* The chunk is done: let the dump know where it ended. */
void chunk_done(struct chunk *chunk);

void chunk_fini(struct chunk *chunk);

/* Look at a record of a dump; false: no more are needed. */
typedef bool chunk_look(void *data, const struct csv *csv);

/*
 * Look through the records of a dump, before anything else reads it; those
 * that are damaged are passed over.
 */
void chunk_walk(const struct dump *dump, size_t max_record, chunk_look *look,
	void *data);

#endif
