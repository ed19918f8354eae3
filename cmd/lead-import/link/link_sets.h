/*
 * link_sets.h - rows in disjoint sets, and rows that must stay apart.
 *
 * The name of a set is its lowest row.  Two rows that were told to stay
 * apart are never in one set, by whatever way they are joined.  Where that
 * makes it matter which rows are joined first, it is those of the lowest
 * rank, which is made of what a row says: not those that came first.
 */
#ifndef LINK_SETS_H
#define LINK_SETS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Bits of a rank that a row's name makes; those above are of its id. */
#define LINK_RANK_NAME 16

struct link_apart {
	uint32_t a, b;
};

/* One row of two that must stay apart, in the ring of those of its set. */
struct link_bar {
	uint32_t other; /* the other row */
	uint32_t next;	/* bar of the ring */
};

struct link_sets {
	uint32_t *parent; /* owned */
	size_t n;
	uint16_t *cause;       /* owned: why a row is not its set's lowest */
	uint32_t known;	       /* rows before this one are leads already */
	const uint64_t *ranks; /* borrowed: of rows; needed when any are known
				  or must stay apart */
	struct link_bar *bars; /* owned: [0] is none */
	size_t bars_n, bars_cap;
	uint32_t *ring; /* owned: of a set, a bar of its ring, or 0 */
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

/* The same, but two known ones may be joined: those of one lead_id. */
bool link_sets_join_known(
	struct link_sets *sets, uint32_t a, uint32_t b, uint16_t cause);

/* Must any rows stay apart, so that it matters which are joined first? */
static inline bool
link_sets_is_choosy(const struct link_sets *sets)
{
	return sets->bars_n || sets->known;
}

/* Put rows in the order of their ranks. */
void link_sets_rank(const struct link_sets *sets, uint32_t *rows, size_t n);

/*
 * Make one set of many rows; when some must stay apart, of each row and the
 * first in order that it may be joined to.  Rows of a known lead are where
 * that is in the order: so they are when they come in again.
 */
void link_sets_join_all(
	struct link_sets *sets, uint32_t *rows, size_t n, uint16_t cause);

#endif
