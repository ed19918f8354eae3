/*
 * split.h - which rows to learn from and which to be tried on.
 *
 * Rows that are equal (past.h) are never on both sides.  Winners and losers
 * are dealt out evenly.  The split depends on nothing but the rows.
 */
#ifndef SPLIT_H
#define SPLIT_H

#include "past.h"

#define FOLDS_MOST 20

/* fold[row] in 0 .. folds - 1.  Owned by the caller: mem_free(). */
uint8_t *split_folds(const struct past *past, unsigned folds);

#endif
