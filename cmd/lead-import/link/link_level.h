/*
 * link_level.h - the levels of agreement of two values, kind by kind.
 */
#ifndef LINK_LEVEL_H
#define LINK_LEVEL_H

#include "link_field.h"

/* The level of two values that are the same. */
unsigned link_top(enum link_kind kind);

/*
 * The level, from 1, of two values of a field, neither of them empty.  words
 * is what the values' words are numbers of (link_values_cut()).
 */
unsigned link_level(enum link_kind kind, const struct link_values *values,
	const struct link_values *words, uint32_t a, uint32_t b);

#endif
