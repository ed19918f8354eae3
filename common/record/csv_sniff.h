/*
 * csv_sniff.h - what dialect of CSV some text is in, found from the text.
 *
 * Each dialect is tried on the sample; the one that gives the most even
 * table wins.  A first line "sep=;" settles the delimiter.
 */
#ifndef RECORD_CSV_SNIFF_H
#define RECORD_CSV_SNIFF_H

#include "record/csv.h"

/* A record of a sample. */
struct csv_row {
	struct view *cells; /* owned by the sample's arena, as is their text */
	size_t n;	    /* cells */
	size_t filled;	    /* of them not empty */
	size_t start, end;  /* offsets in the text */
	size_t line;	    /* line ends before it */
	bool damaged;
	bool mended; /* quotes stood for themselves */
};

/* The first records of a text. */
struct csv_sample {
	struct csv_row *rows; /* owned */
	size_t n, cap;
	size_t width;	     /* how many cells most rows have */
	struct arena *arena; /* owned */
};

/*
 * Find the dialect of text, which starts the input and is all of it when
 * whole.  *skip: bytes of a "sep=" line in front.  CSV_PADDING zero bytes
 * must be behind text.
 */
struct csv_dialect csv_sniff(struct view text, bool whole, size_t *skip);

/* Read the records of text from offset at on, at most so many. */
void csv_sample_read(struct csv_sample *sample, struct csv_dialect dialect,
	struct view text, size_t at, bool whole, size_t rows);
void csv_sample_fini(struct csv_sample *sample);

#endif
