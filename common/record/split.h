/*
 * split.h - one line cut into its fields, wherever it stands.
 *
 * For blocks of lines there is scan.h; this is for single ones far apart.
 */
#ifndef RECORD_SPLIT_H
#define RECORD_SPLIT_H

#include "base/view.h"

/*
 * Cut the line at the front of rest, up to LF or the end, into fields and put
 * the first most of them into field.  How many there are; *line is the whole.
 */
size_t split_line(
	struct view rest, struct view *field, size_t most, struct view *line);

#endif
