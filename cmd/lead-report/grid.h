/*
 * grid.h - an aligned table for a terminal: the only file that knows
 * libsmartcols.
 */
#ifndef REPORT_GRID_H
#define REPORT_GRID_H

#include "base/str.h"

enum grid_flag {
	GRID_RIGHT = 1, /* numbers */
	GRID_WRAP = 2,	/* LF goes on in the next line of the cell */
};

struct grid;

/* Owned by the caller: grid_free().  Cells are as wide as they come. */
struct grid *grid_new(bool colour, bool headings);
void grid_free(struct grid *grid);

void grid_column(struct grid *grid, const char *label, unsigned flags);
void grid_row(struct grid *grid);

/* A cell of the last row; sequence is a colour's ("\033[1m") or NULL. */
void grid_cell(struct grid *grid, size_t column, const char *text,
	const char *sequence);

/* Put all of it at the end of out; no line ends with a blank. */
void grid_write(struct grid *grid, struct str *out);

#endif
