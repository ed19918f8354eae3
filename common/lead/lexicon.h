/*
 * lexicon.h - a word looked up in a table of words.
 *
 * The rows of a table are structs, or plain pointers, whose first member is
 * the word as a C string; they stand in the order of bytes (LC_ALL=C sort).
 */
#ifndef LEAD_LEXICON_H
#define LEAD_LEXICON_H

#include "base/view.h"

struct lexicon {
	const void *rows; /* borrowed */
	size_t n;
	size_t size; /* of a row, in bytes */
};

#define LEXICON(table)                                                         \
	((struct lexicon){                                                     \
		table, sizeof(table) / sizeof(*(table)), sizeof(*(table))})

/* The row with this word, or NULL. */
const void *lexicon_find(struct lexicon lexicon, struct view v);

#endif
