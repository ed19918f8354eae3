/*
 * csv_layout.h - where in a text its table is: what stands above the header,
 * how many lines the header takes, whether there is one.
 */
#ifndef RECORD_CSV_LAYOUT_H
#define RECORD_CSV_LAYOUT_H

#include "base/mem.h"
#include "record/csv_sniff.h"

struct csv_layout {
	struct csv_dialect dialect;
	struct view *names; /* owned with their text: as they stand, joined
			       with a blank where the header has several rows;
			       made up ("col_0") where it has none */
	size_t width;	    /* columns: of the header and of most rows */
	size_t named;	    /* columns that the header has */
	size_t tail; /* columns at the end without a name, and so far empty */
	size_t header_line; /* from 1; 0: there is no header */
	size_t header_rows;
	size_t header_at;   /* offset of the header, or as data_at */
	size_t data_at;	    /* offset of the first record behind the header */
	size_t data_line;   /* line ends before that */
	bool repeats;	    /* the header's rows are equal */
	bool named_by_hand; /* by --columns */
	struct arena arena; /* owned */
};

/*
 * Look at text, which starts the input and is all of it when whole; zero
 * bytes behind it as for csv_feed().
 */
void csv_layout_find(struct csv_layout *layout, struct view text, bool whole);
void csv_layout_fini(struct csv_layout *layout);

#endif
