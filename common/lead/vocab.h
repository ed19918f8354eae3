/*
 * vocab.h - closed vocabularies: words that a log may hold, each with what
 * follows from it.
 *
 * A vocabulary is a table; the place of a word in it is its number, which
 * the header of the vocabulary gives a name (an enum).
 */
#ifndef LEAD_VOCAB_H
#define LEAD_VOCAB_H

#include "base/str.h"

struct vocab_word {
	const char *name;
	size_t len;	     /* of the name: WORD() gives both */
	unsigned flags;	     /* what they mean: see the vocabulary's header */
	const char *meaning; /* N_(): for completion and help */
};

#define WORD(name) name, sizeof(name) - 1

struct vocab {
	const char *what; /* "outcome": for messages */
	const struct vocab_word *word;
	int n;
};

#define VOCAB(what, table)                                                     \
	{                                                                      \
		what, table, sizeof(table) / sizeof(*(table))                  \
	}

/* The number of a word; -1 when there is no such word. */
int vocab_find(const struct vocab *vocab, struct view v);

/* The flags of a word; 0 when there is no such word. */
unsigned vocab_flags(const struct vocab *vocab, struct view v);

/* The name of word number i; "" when i is -1. */
const char *vocab_name(const struct vocab *vocab, int i);

/* Put all of them at the end of out: "out, in". */
void vocab_write(const struct vocab *vocab, struct str *out);

#endif
