/*
 * source.h - the input of a filter: its operands in turn, as blocks of whole
 * records.
 */
#ifndef RECORD_SOURCE_H
#define RECORD_SOURCE_H

#include "base/opt.h"
#include "record/header.h"

/* One operand. */
struct source {
	const char *name;     /* borrowed: what messages call it */
	const char *path;     /* borrowed; "-": stdin */
	int fd;		      /* -1: not open now */
	bool regular;	      /* a file of known size, not a pipe */
	int64_t size;	      /* bytes, of a regular file */
	struct header header; /* owned: its own columns */
	struct str head;      /* owned: read already, behind the header */
	struct str line;      /* owned: its header line, LF included */
	int *where;	      /* owned: column of the stream -> field, or -1 */
};

struct sources {
	struct source *all; /* owned */
	size_t n, current;
	struct header header; /* owned: the union by name, in order met */
	struct str carry;     /* owned: the start of the next block */
	uint64_t max_record;
	uint64_t blocks; /* taken so far */
	bool has_header; /* no --columns */
};

/* Some whole records of one source. */
struct block {
	const struct source *source; /* borrowed */
	struct str bytes;	     /* owned: ends with LF */
	uint64_t number;	     /* from 0, over all sources */
	int error;		     /* errno of a failed read, or 0 */
	bool too_long;		     /* bytes starts with too long a record */
};

/*
 * Open all operands (none: stdin) and read their headers.  What is wrong with
 * one is a message and status 2.
 */
void sources_open(
	struct sources *sources, char **operands, const struct common *common);

/*
 * The next block, of at most 256 KiB unless a record is longer; from a pipe,
 * what is there.  False at the end of the last source.
 */
bool sources_take(struct sources *sources, struct block *block);

/* Bytes of all sources, -1 when one is a pipe. */
int64_t sources_size(const struct sources *sources);

void sources_close(struct sources *sources);

#endif
