/*
 * spool.h - the records of an intake, read back: many that stand together, or
 * one row by its number.
 */
#ifndef SPOOL_H
#define SPOOL_H

#include "intake.h"

struct spool {
	const struct intake *in; /* borrowed */
	struct str rows;	 /* owned: what spool_rows() read */
	struct str one;		 /* owned: what spool_row() read */
};

void spool_open(struct spool *spool, const struct intake *in);
void spool_close(struct spool *spool);

/*
 * The lines of rows from..to, with their LFs: until the next call.  from is a
 * multiple of INTAKE_MARK, and so is to, unless it is behind the last.
 */
struct view spool_rows(struct spool *spool, uint32_t from, uint32_t to);

/* The line of a row, without its LF: until the next call. */
struct view spool_row(struct spool *spool, uint32_t row);

#endif
