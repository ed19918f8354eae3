/*
 * pattern_set.h - the sets of a pattern: [a-z_], [^0-9], [[:alpha:]].
 */
#ifndef BASE_PATTERN_SET_H
#define BASE_PATTERN_SET_H

#include "base/view.h"

struct pattern_set {
	uint64_t ascii[2]; /* a bit for each of its characters */
	bool negated;	   /* all others are meant, ASCII or not */
};

/*
 * Take a set, whose [ has been taken, off the front of *rest.  NULL when it
 * is one; else what is wrong, to be translated.
 */
const char *pattern_set_read(struct view *rest, struct pattern_set *set);

#endif
