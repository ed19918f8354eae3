/*
 * lines.h - the records of an import as lines of the output, one behind the
 * other: in a temporary file, or where they stand in a dump already, as those
 * of known leads do.
 *
 * What is not copied is read again later.  A dump that somebody changes in
 * the meantime gives what it has then: text_check() tells in the end.
 */
#ifndef LINES_H
#define LINES_H

#include <stddef.h>
#include <stdint.h>

/* Where lines stand. */
struct lines_file {
	int fd;		  /* borrowed */
	const char *name; /* borrowed: for messages */
};

struct lines {
	int spool;	  /* owned */
	uint64_t spooled; /* bytes in it */
	uint64_t size;	  /* bytes in all */
	struct lines_piece {
		uint64_t at;   /* of its first byte among all */
		uint64_t from; /* offset in the file */
		struct lines_file file;
	} * pieces; /* owned: in order */
	size_t n, cap;
};

void lines_open(struct lines *lines);
void lines_close(struct lines *lines);

/* Put bytes at the end; or len bytes that stand in a file at an offset. */
void lines_write(struct lines *lines, const char *bytes, size_t len);
void lines_refer(
	struct lines *lines, struct lines_file file, uint64_t from, size_t len);

/* Read up to len bytes at an offset; how many, 0 at the end.  Any thread. */
size_t
lines_read(const struct lines *lines, char *bytes, size_t len, uint64_t at);

#endif
