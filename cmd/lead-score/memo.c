#include "memo.h"

#define ROUND 4096	 /* questions between two looks at the misses */
#define SHUT_FOR 1000000 /* questions */

static inline uint64_t
load8(const char *p)
{
	uint64_t word;

	memcpy(&word, p, sizeof(word));
	return word;
}

/* The first len bytes of 16, as two words. */
#define KEEP(n) (~UINT64_C(0) >> (64 - 8 * (n)))
static const uint64_t keep[17][2] = {
	{0, 0},
	{KEEP(1), 0},
	{KEEP(2), 0},
	{KEEP(3), 0},
	{KEEP(4), 0},
	{KEEP(5), 0},
	{KEEP(6), 0},
	{KEEP(7), 0},
	{KEEP(8), 0},
	{KEEP(8), KEEP(1)},
	{KEEP(8), KEEP(2)},
	{KEEP(8), KEEP(3)},
	{KEEP(8), KEEP(4)},
	{KEEP(8), KEEP(5)},
	{KEEP(8), KEEP(6)},
	{KEEP(8), KEEP(7)},
	{KEEP(8), KEEP(8)},
};

/* Together with its length the words tell a field from all others. */
static inline struct memo_key
key_of(struct view v)
{
	struct memo_key key = {.len = v.len};
	const uint64_t *mask = keep[v.len < 16 ? v.len : 16];

	/* Behind a field there is room to read: RECORD_SLACK. */
	key.words[0] = load8(v.at) & mask[0];
	key.words[1] = load8(v.at + 8) & mask[1];
	if (v.len > 16) {
		const char *end = v.at + v.len;

		key.words[2] = load8(end - 16);
		key.words[3] = load8(end - 8);
	}
	return key;
}

static inline size_t
slot_of(const struct memo_key *key)
{
	uint64_t mix = key->words[0] ^ key->words[1] * 31 ^ key->words[2] * 37 ^
		key->words[3] * 41 ^ key->len;

	return (size_t)(mix * UINT64_C(0x9E3779B97F4A7C15) >> 56);
}

static inline bool
is_same(const struct memo_key *a, const struct memo_key *b)
{
	return a->len == b->len && a->words[0] == b->words[0] &&
		a->words[1] == b->words[1] &&
		(a->len <= 16 ||
			(a->words[2] == b->words[2] &&
				a->words[3] == b->words[3]));
}

static void
look_at_misses(struct memo *memo)
{
	if (memo->missed > ROUND / 2)
		memo->shut = SHUT_FOR;
	memo->asked = memo->missed = 0;
}

struct memo_slot *
memo_find(struct memo *memo, struct view field, bool *found)
{
	struct memo_key key;
	struct memo_slot *slot;

	*found = false;
	if (memo->shut) {
		memo->shut--;
		return NULL;
	}
	if (++memo->asked == ROUND)
		look_at_misses(memo);
	if (field.len > MEMO_LONGEST) {
		memo->missed++;
		return NULL;
	}
	key = key_of(field);
	slot = &memo->slots[slot_of(&key)];
	*found = is_same(&slot->key, &key);
	if (!*found) {
		memo->missed++;
		slot->key = key;
	}
	return slot;
}
