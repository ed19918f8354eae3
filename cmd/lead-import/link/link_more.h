/*
 * link_more.h - the keys of a lead as text: the column match_keys.
 *
 * A lead that was merged has one email where its rows had two, and no longer
 * the keys of both.  For work on several machines, whose results are joined,
 * all keys are kept beside it: pieces of a letter, the kind of key, and 20
 * characters of Crockford's base 32, with a space between them.
 */
#ifndef LINK_MORE_H
#define LINK_MORE_H

#include "link_key.h"

/* Put keys, but LINK_ID, at the end of out. */
void link_more_write(const struct link_key *keys, unsigned n, struct str *out);

/* Any number of keys; {0} has none. */
struct link_more {
	struct link_key *keys; /* owned */
	size_t n, cap;
};

void link_more_add(struct link_more *more, struct link_key key);

/* Read the keys of a text.  What is none is nothing. */
void link_more_read(struct link_more *more, struct view text);

/*
 * Has a lead that has these keys another, made from its fields?  Not when it
 * is one of them, nor when it is made of two fields: they may be those of
 * two rows, neither of which had that key.
 */
bool link_more_lacks(const struct link_more *more, struct link_key key);
void link_more_fini(struct link_more *more);

#endif
