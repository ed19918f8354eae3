/*
 * link_exact.h - rows that share a key.
 *
 * 16 bytes for each key of each row, whatever the rows' size.  Keys are shared
 * out by their digests as they come, into pages that never move; each share is
 * sorted by itself, in the cache and on any thread, in time that grows with
 * their number.
 */
#ifndef LINK_EXACT_H
#define LINK_EXACT_H

#include "link_sets.h"
#include "link_share.h"

/*
 * A key on rows of more different names than this is a placeholder, the
 * number of a switchboard or the address of a list: it is crowded, and joins
 * only rows that have the same name too.
 */
#define LINK_NAMES_MAX 20

struct link_exact {
	struct link_share shares[LINK_SHARES];
	struct arena pages; /* owned: where all items stand until sorted */
	struct link_crowd *crowds; /* owned: by digest */
	size_t crowds_n, crowds_cap;
	uint32_t *rows; /* owned: room for those of a key */
	size_t rows_cap;
	unsigned kinds; /* of the keys that there are, a bit each */
	unsigned also;	/* and of those of link_also.h */
};

/* A key that is crowded. */
struct link_crowd {
	struct link_item item; /* of any of its rows */
	uint64_t rows;
};

/* also: they are those of link_also.h, and join after others of their kind. */
void link_exact_add(struct link_exact *exact, const struct link_key *keys,
	size_t n, uint32_t row, bool also);

/*
 * Find what rows share, on so many threads.  Then join the rows of each key:
 * names has for each row the hash of its name, 0 for none.  The cause of
 * joining is 1 + the kind of key.  The items are freed, the crowds found.
 */
void link_exact_sort(struct link_exact *exact, unsigned jobs);
void link_exact_join(struct link_exact *exact, struct link_sets *sets,
	const uint64_t *names);
void link_exact_fini(struct link_exact *exact);

bool
link_exact_is_crowded(const struct link_exact *exact, struct digest digest);

#endif
