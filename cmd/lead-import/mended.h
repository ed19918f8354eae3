/*
 * mended.h - rejects that come again, once they are mended.
 *
 * Their file has the columns of all dumps of which rows were refused, most of
 * them empty: those must not become columns of the leads.
 */
#ifndef MENDED_H
#define MENDED_H

#include "dump.h"
#include "headers.h"

/* Leave out those that are empty in all rows: they are to mean nothing. */
void mended_drop(
	const struct dump *dump, size_t max_record, struct meaning *meanings);

#endif
