/*
 * bins.h - the values of each column, grouped into at most 64 bins.
 *
 * A column of numbers or dates is cut at quantiles; of any other, each value
 * with enough rows has a bin of its own.  Which bins there are is decided by
 * some rows (those learned from), then every row is put into one.
 */
#ifndef BINS_H
#define BINS_H

#include "past.h"

#define BINS_MOST 64
#define BIN_EMPTY 0 /* the empty field */
#define BIN_OTHER 1 /* values that are too rare, or no numbers among numbers */
#define BIN_FIRST 2

/*
 * Moments count by how far from now they are: minus so many days, -1 at most.
 */
enum bins_kind { BINS_VALUES, BINS_NUMBERS, BINS_MOMENTS };

struct bins_column {
	const struct past_column *column; /* borrowed */
	enum bins_kind kind;
	bool ahead; /* some moments are to come: older leaves those out */
	unsigned n; /* bins, the two special ones counted */
	/* The value of a bin; for numbers the least that belongs to it. */
	uint32_t value[BINS_MOST];
	int64_t least[BINS_MOST];
	uint8_t *of; /* owned: row -> bin, of all rows */
};

struct bins {
	struct bins_column *columns; /* owned: those that are used */
	size_t n;
	size_t rows;
};

/* What nine in ten of the rows with a value say. */
enum bins_kind bins_kind(const struct past_column *column);

/* The bins as the rows with in[row] != 0 make them. */
void bins_make(struct bins *bins, const struct past *past, const uint8_t *in);
void bins_fini(struct bins *bins);

#endif
