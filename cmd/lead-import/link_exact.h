/*
 * link_exact.h - rows that share a key.
 *
 * 20 bytes for each key of each row, whatever the rows' size; the keys are
 * sorted once, in time that grows with their number.
 */
#ifndef LINK_EXACT_H
#define LINK_EXACT_H

#include "link_key.h"
#include "link_sets.h"

/*
 * A key on rows of more different names than this is a placeholder, the
 * number of a switchboard or the address of a list: it is crowded, and joins
 * only rows that have the same name too.
 */
#define LINK_NAMES_MAX 20

#define LINK_ROWS_MAX 0x1FFFFFFF

/* 20 bytes, since there is one for each key of each row. */
struct link_item {
	struct digest digest;
	uint32_t row : 29;
	uint32_t kind : 3; /* enum link_key_kind */
} __attribute__((packed, aligned(4)));

struct link_exact {
	struct link_item *items; /* owned */
	size_t n, cap;
	struct link_crowd *crowds; /* owned: by digest */
	size_t crowds_n, crowds_cap;
};

/* A key that is crowded. */
struct link_crowd {
	struct digest digest;
	enum link_key_kind kind;
	uint64_t rows;
};

void link_exact_add(struct link_exact *exact, const struct link_key *keys,
	unsigned n, uint32_t row);

/*
 * Join the rows of each key.  names has for each row the hash of its name, 0
 * for none.  The cause of joining is 1 + the kind of key.  The items are
 * freed, the crowds found.
 */
void link_exact_run(struct link_exact *exact, struct link_sets *sets,
	const uint64_t *names);
void link_exact_fini(struct link_exact *exact);

bool
link_exact_is_crowded(const struct link_exact *exact, struct digest digest);

/* Sort items by digest, then by row. */
void link_items_sort(struct link_item **items, size_t n);

#endif
