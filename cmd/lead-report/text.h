/*
 * text.h - a document for a terminal or a plain text mail.
 */
#ifndef REPORT_TEXT_H
#define REPORT_TEXT_H

#include "doc.h"

struct text_style {
	size_t width; /* columns; 0: as wide as it comes */
	bool colour;
};

/*
 * How standard output wants it: its width and colour when it is a terminal
 * (none with $NO_COLOR not empty, or $TERM dumb), else $COLUMNS or no limit.
 */
struct text_style text_style_of(int fd);

/* Put the document at the end of out; hostile text is made visible. */
void text_write(
	const struct doc *doc, const struct text_style *style, struct str *out);

/*
 * A bar of size/most of width columns, in eighths of a column; never empty
 * for a size above 0.
 */
void text_bar(uint64_t size, uint64_t most, size_t width, struct str *out);

/* A column of a sparkline: one of eight heights. */
void text_spark(uint64_t size, uint64_t most, struct str *out);

#endif
