/*
 * words.h - is a word in a table of words?
 */
#ifndef LEAD_WORDS_H
#define LEAD_WORDS_H

#include "base/view.h"

/* A table; list must be in the order of bytes (LC_ALL=C sort -u). */
struct words {
	const char *const *list; /* borrowed */
	size_t n;
};

#define WORDS(list) ((struct words){list, sizeof(list) / sizeof(*(list))})

bool words_have(struct words words, struct view v);

#endif
