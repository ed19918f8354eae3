/*
 * link_sets.h - rows in disjoint sets, and rows that must stay apart.
 *
 * The name of a set is its lowest row.  Two rows that were told to stay
 * apart are never in one set, by whatever way they are joined.
 */
#ifndef LINK_SETS_H
#define LINK_SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct link_apart {
	uint32_t a, b;
};

struct link_sets {
	uint32_t *parent; /* owned */
	size_t n;
	struct link_apart *apart; /* owned */
	size_t apart_n, apart_cap;
	uint8_t *marked; /* owned: of a set, whether it has such a row */
	uint16_t *cause; /* owned: why a row is not its set's lowest, or 0 */
	uint32_t known;	 /* rows before this one are leads already */
};

/* n sets of one row each. */
void link_sets_init(struct link_sets *sets, size_t n);
void link_sets_fini(struct link_sets *sets);

/* Keep two rows apart; before any joining. */
void link_sets_forbid(struct link_sets *sets, uint32_t a, uint32_t b);

uint32_t link_sets_find(const struct link_sets *sets, uint32_t row);

/* Must the sets of two rows stay apart? */
bool link_sets_forbidden(const struct link_sets *sets, uint32_t a, uint32_t b);

/*
 * Make one set of two.  cause, which is not 0, is kept for the row that was
 * the lowest of its set and no longer is.  False when they must stay apart,
 * as two known ones must.
 */
bool
link_sets_join(struct link_sets *sets, uint32_t a, uint32_t b, uint16_t cause);

#endif
