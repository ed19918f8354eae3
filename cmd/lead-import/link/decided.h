/*
 * decided.h - the rows that decisions speak of, noted as the rows come: the
 * first of each lead_id.
 */
#ifndef DECIDED_H
#define DECIDED_H

#include "decisions.h"

struct decided_slot;

/* {0} has none. */
struct decided {
	struct decided_slot *slots; /* owned: open addressing */
	size_t slots_n;		    /* a power of two, or 0 */
};

/* Get ready for the rows that decisions, whose ids are kept, speak of. */
void decided_open(struct decided *decided, const struct decisions *decisions);
void decided_fini(struct decided *decided);

/* A row with this id, the hash_digest() of a lead_id, has come. */
void decided_see(struct decided *decided, struct digest id, uint32_t row);

/* The first row with an id, or UINT32_MAX. */
uint32_t decided_row(const struct decided *decided, struct digest id);

#endif
