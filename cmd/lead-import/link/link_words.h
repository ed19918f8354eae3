/*
 * link_words.h - how alike two texts of several words are, in any order.
 */
#ifndef LINK_WORDS_H
#define LINK_WORDS_H

#include "link_value.h"

struct link_overlap {
	int both;    /* of 1000: what is shared, of both together */
	int shorter; /* of 1000: what is shared, of the lighter of the two */
};

/*
 * Words are weighed by their rarity (as in Cohen, Ravikumar and Fienberg's
 * soft TF-IDF, 2003), and shared when they are equal, or, unless they are
 * numbers, when one begins the other or they differ in a letter or so
 * (Jaro-Winkler of 0.9 and more, which is then their share).
 */
void
link_overlap(const struct link_values *values, const struct link_values *words,
	uint32_t a, uint32_t b, struct link_overlap *out);

#endif
