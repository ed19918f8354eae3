/*
 * spool.h - the records of an intake, read back: one after another, or one
 * row by its number.
 */
#ifndef SPOOL_H
#define SPOOL_H

#include "intake.h"

struct spool {
	const struct intake *in; /* borrowed */
	struct str bytes;	 /* owned: what was read */
	size_t at;		 /* of it handed out */
	uint64_t next;		 /* offset in the file behind bytes */
	struct str one;		 /* owned: for spool_row() */
};

void spool_open(struct spool *spool, const struct intake *in);
void spool_close(struct spool *spool);

/*
 * The next lines, up to n of them: they live until the next call.  *got: how
 * many they are; fewer than n only because a block ends.
 */
struct view spool_next(struct spool *spool, uint32_t n, uint32_t *got);

/* The line of a row, without its LF: until the next call. */
struct view spool_row(struct spool *spool, uint32_t row);

#endif
