/*
 * memo.h - answers remembered by the field they were given for.
 *
 * Columns such as country hold few values: to look one up is much cheaper
 * than to test it again.  Columns such as email hardly ever repeat: a memo
 * that misses more often than it hits shuts itself for a while.
 */
#ifndef MEMO_H
#define MEMO_H

#include "base/view.h"

#include <string.h>

#define MEMO_BITS 9
#define MEMO_SLOTS (1 << MEMO_BITS)
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
	size_t longest;			    /* 0: shut */
	uint32_t asked, missed;		    /* since the last look at them */
	uint32_t shut;			    /* questions until it opens again */
};

void memo_init(struct memo *memo);

/* The first n of 16 bytes, as two words. */
extern const uint64_t memo_mask[17][2];

static inline uint64_t
memo_load(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return word;
}

/*
 * Together with its length the words tell a field from all others.  They are
 * made in the same way for any length, so that there is nothing to guess.
 */
static inline struct memo_key
memo_key(struct view v)
{
	const uint64_t *mask = memo_mask[v.len < 16 ? v.len : 16];
	const char *last = v.at + (v.len > 16 ? v.len - 16 : 0);

	/* Behind a field there is room to read: RECORD_SLACK. */
	return (struct memo_key){
		.words = {memo_load(v.at) & mask[0],
			memo_load(v.at + 8) & mask[1],
			memo_load(last) & mask[0],
			memo_load(last + 8) & mask[1]},
		.len = v.len,
	};
}

static inline size_t
memo_place(const struct memo_key *key)
{
	/* For a short field the last words are the first. */
	uint64_t one = key->words[0] + 2 * key->words[2] + key->len;
	uint64_t two = key->words[1] + 2 * key->words[3];

	return (size_t)((one * UINT64_C(0x9E3779B97F4A7C15) ^
				two * UINT64_C(0xC2B2AE3D27D4EB4F)) >>
		(64 - MEMO_BITS));
}

static inline bool
memo_is_same(const struct memo_key *a, const struct memo_key *b)
{
	return !((a->len ^ b->len) | (a->words[0] ^ b->words[0]) |
		(a->words[1] ^ b->words[1]) | (a->words[2] ^ b->words[2]) |
		(a->words[3] ^ b->words[3]));
}

/*
 * The answer that is remembered for a field, or NULL.  Fields must not be
 * empty, and must be of a record: some bytes behind them are read
 * (RECORD_SLACK).
 */
static inline const struct memo_answer *
memo_find(struct memo *memo, struct view field)
{
	struct memo_key key;
	const struct memo_slot *slot;

	memo->asked++;
	if (field.len > memo->longest)
		return NULL;
	key = memo_key(field);
	slot = &memo->slots[memo_place(&key)];
	return memo_is_same(&slot->key, &key) ? &slot->answer : NULL;
}

/* What memo_find() did not find: remember it, if that is worth it. */
void memo_keep(struct memo *memo, struct view field, struct memo_answer answer);

#endif
