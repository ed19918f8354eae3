/*
 * pattern_match.h - a pattern as it is matched, for pattern*.c alone.
 *
 * Each character of the pattern is a place (Glushkov's construction): takes
 * says which places a byte may be at, follow which places may come next.  Two
 * signs beside the 256 bytes stand before and behind the text, for ^ and $.
 */
#ifndef BASE_PATTERN_MATCH_H
#define BASE_PATTERN_MATCH_H

#include "base/pattern.h"

#define PATTERN_WORDS (PATTERN_PLACES / 64)

enum pattern_sign {
	SIGN_START = 256,
	SIGN_END,
	SIGNS,
};

struct places {
	uint64_t bits[PATTERN_WORDS];
};

struct pattern {
	struct places first, last;
	bool empty; /* matches no character at all, so always */
	unsigned n; /* places */
	struct places follow[PATTERN_PLACES];
	struct places takes[SIGNS];
};

static inline void
places_set(struct places *places, unsigned i)
{
	places->bits[i / 64] |= UINT64_C(1) << i % 64;
}

static inline void
places_add(struct places *to, const struct places *from)
{
	for (unsigned i = 0; i < PATTERN_WORDS; i++)
		to->bits[i] |= from->bits[i];
}

#endif
