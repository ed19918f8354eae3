/*
 * memo.h - answers remembered by the field they were given for.
 *
 * Columns such as country hold few values: to look one up is much cheaper
 * than to test it again.  Columns such as email hardly ever repeat: a memo
 * that misses more often than it hits shuts itself for a while.  Measured on
 * the scoring job of tests/bench: 0.24 s without, 0.15 s with, one thread.
 */
#ifndef MEMO_H
#define MEMO_H

#include "base/view.h"

#define MEMO_SLOTS 256
#define MEMO_LONGEST 32 /* bytes of a field; longer ones are not kept */

struct memo_key {
	uint64_t words[4]; /* the first and the last 16 bytes */
	uint64_t len;
};

struct memo_answer {
	uint64_t held;	/* which tests hold, as bits */
	int64_t points; /* and what they give */
};

struct memo_slot {
	struct memo_key key;
	struct memo_answer answer;
};

struct memo {
	struct memo_slot slots[MEMO_SLOTS]; /* len 0: free */
	uint32_t asked, missed;		    /* of the current round */
	uint32_t shut;			    /* questions until it opens again */
};

/*
 * Where the answer for field is or goes; *found says which.  NULL when it is
 * not to be kept.  Fields must not be empty, and must be of a record: some
 * bytes behind them are read (RECORD_SLACK).
 */
struct memo_slot *memo_find(struct memo *memo, struct view field, bool *found);

#endif
