/*
 * layout.h - which columns of a section a terminal has room for, and how
 * wide each is.
 */
#ifndef REPORT_LAYOUT_H
#define REPORT_LAYOUT_H

#include "doc.h"

struct layout {
	const struct doc *doc;		   /* borrowed */
	const struct doc_section *section; /* borrowed */
	bool *shown;			   /* owned: by column */
	size_t *width;			   /* owned: columns of the terminal */
	size_t bar; /* columns of the bar behind the last; 0: none */
};

/*
 * Fit into width columns of the terminal; 0: whatever it takes.  Set doc,
 * section and bar first.  What is too wide gives way in this order: columns
 * that grow wrap, spare ones go, text is cut.
 */
void layout_fit(struct layout *layout, size_t width);
void layout_fini(struct layout *layout);

/*
 * Put a cell at the end of out as it is shown: visible, wrapped at LF or cut
 * to its column's width.
 */
void layout_cell(const struct layout *layout, size_t row, size_t column,
	struct str *out);

/*
 * Text made visible, in lines of at most width columns, broken at blanks
 * where there are any; 0: one line.
 */
void layout_lines(struct view plain, size_t width, struct str *out);

#endif
