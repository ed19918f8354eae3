/*
 * seek.h - a word found in a lot of text: ASCII letters in either case, all
 * else as it is.
 */
#ifndef LEAD_SEEK_H
#define LEAD_SEEK_H

#include "base/view.h"

#define SEEK_MOST 256 /* bytes of a word */

/* A word made ready. */
struct seek {
	unsigned char low[SEEK_MOST];  /* the word in lower case */
	unsigned char fold[SEEK_MOST]; /* 0x20 where the case does not matter */
	size_t len;
	size_t first, second; /* its two rarest bytes: looked for at once */
};

/* False when the word is empty or too long. */
bool seek_make(struct seek *seek, struct view word);

/* Where it stands first, or v.len when it does not. */
size_t seek_in(const struct seek *seek, struct view v);

/*
 * Where the first byte stands that is a ', a ` or part of a character beyond
 * ASCII, or v.len: text without one is its own key but for case and
 * separators (see fold.h).
 */
size_t seek_mark(struct view v);

#endif
