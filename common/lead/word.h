/*
 * word.h - closed vocabularies: words that a log may hold, each with what
 * follows from it.
 *
 * A vocabulary is a table; the place of a word in it is its number, which
 * the header of the vocabulary gives a name (an enum).
 */
#ifndef LEAD_WORD_H
#define LEAD_WORD_H

#include "base/str.h"

struct word {
	const char *name;
	unsigned flags;	     /* what they mean: see the vocabulary's header */
	const char *meaning; /* N_(): for completion and help */
};

struct words {
	const char *what; /* "outcome": for messages */
	const struct word *word;
	int n;
};

#define WORDS(what, table)                                                     \
	{                                                                      \
		what, table, sizeof(table) / sizeof(*(table))                  \
	}

/* The number of a word; -1 when there is no such word. */
int words_find(const struct words *words, struct view v);

/* The flags of a word; 0 when there is no such word. */
unsigned words_flags(const struct words *words, struct view v);

/* The name of word number i; "" when i is -1. */
const char *words_name(const struct words *words, int i);

/* Put all of them at the end of out: "out, in". */
void words_write(const struct words *words, struct str *out);

#endif
