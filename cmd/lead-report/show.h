/*
 * show.h - a value as people see it: in their language and zone.
 */
#ifndef REPORT_SHOW_H
#define REPORT_SHOW_H

#include "doc.h"

/*
 * Put cell number column of a row at the end of out, as people read it; still
 * to be escaped for the format, for it may hold hostile text.
 */
void show_cell(const struct doc *doc, const struct doc_section *section,
	size_t row, size_t column, struct str *out);

void show_figure(const struct doc_figure *figure, struct str *out);

/*
 * Which columns people see: not those of data, nor of a table those in which
 * nothing stands.  shown has room for columns_n.
 */
void show_columns(const struct doc_section *section, bool *shown);

/* Should its values stand at the right? */
bool show_is_number(enum doc_kind kind);

/* Groups of three digits: 12,345. */
void show_count(struct view digits, struct str *out);

/* How large a bar is: the whole number that the text begins with, or 0. */
uint64_t show_size(struct view text);

/* "0.2345" as 2345; 0 when it is no rate. */
uint64_t show_parts(struct view rate);

#endif
