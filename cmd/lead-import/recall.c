#include "recall.h"

#include "base/hash.h"
#include "base/mem.h"

void
recall_init(struct recall *recall)
{
	recall->slots = mem_new(RECALL_SLOTS, sizeof(*recall->slots));
}

void
recall_fini(struct recall *recall)
{
	mem_free(recall->slots);
}

/* The first and the last eight bytes of eight to sixteen. */
static inline void
load_ends(struct view v, uint64_t *first, uint64_t *last)
{
	memcpy(first, v.at, 8);
	memcpy(last, v.at + v.len - 8, 8);
}

/* Most values are short: so much mixing is enough for them. */
static inline uint64_t
hash_of(struct view v, uint8_t salt)
{
	uint64_t a = 0;
	uint64_t b = 0;
	uint32_t half[2];

	if (v.len > 16)
		return hash_table(v, salt);
	if (v.len >= 8) {
		load_ends(v, &a, &b);
	} else if (v.len >= 4) {
		memcpy(&half[0], v.at, 4);
		memcpy(&half[1], v.at + v.len - 4, 4);
		a = (uint64_t)half[0] << 32 | half[1];
	} else {
		for (size_t i = 0; i < v.len; i++)
			a = a << 8 | (unsigned char)v.at[i];
	}
	b += (uint64_t)salt << 8 | v.len;
	a = (a ^ UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xBF58476D1CE4E5B9);
	a = (a ^ a >> 29 ^ b) * UINT64_C(0x94D049BB133111EB);
	return a ^ a >> 32;
}

static inline bool
is_same(const char *text, struct view v)
{
	uint64_t a[2];
	uint64_t b[2];

	if (v.len < 8 || v.len > 16)
		return memcmp(text, v.at, v.len) == 0;
	load_ends((struct view){text, v.len}, &a[0], &a[1]);
	load_ends(v, &b[0], &b[1]);
	return a[0] == b[0] && a[1] == b[1];
}

struct recall_slot *
recall_find(
	const struct recall *recall, struct view in, uint8_t salt, bool *found)
{
	uint64_t hash = hash_of(in, salt);
	uint32_t high = (uint32_t)(hash >> 32);
	struct recall_slot *pair = &recall->slots[hash % RECALL_SLOTS & ~1U];

	*found = true;
	for (int i = 0; i < 2; i++)
		if (pair[i].hash == high && pair[i].in == in.len &&
			pair[i].salt == salt && is_same(pair[i].text, in))
			return &pair[i];
	*found = false;
	pair[1] = pair[0];
	pair[0].hash = high;
	return pair;
}

void
recall_keep(struct recall_slot *slot, struct view in, struct view made,
	uint8_t salt, uint8_t answer)
{
	slot->in = 0;
	if (in.len + made.len > RECALL_TEXT)
		return;
	memcpy(slot->text, in.at, in.len);
	if (made.len)
		memcpy(slot->text + in.len, made.at, made.len);
	slot->in = (uint16_t)in.len;
	slot->out = (uint16_t)made.len;
	slot->salt = salt;
	slot->answer = answer;
}
