#include "recall.h"

#include "base/hash.h"
#include "base/mem.h"

/*
 * A tag is the top of a value's hash, then which of its place's two slots is
 * the value's, and whether that is filled: small enough for the processor to
 * hold all of them.
 */
#define WHICH 2U
#define FILLED 1U

void
recall_init(struct recall *recall)
{
	recall->slots = mem_large(RECALL_SLOTS, sizeof(*recall->slots));
	recall->tags = mem_new(RECALL_SLOTS, sizeof(*recall->tags));
	for (size_t i = 1; i < RECALL_SLOTS; i += 2)
		recall->tags[i] = WHICH;
}

void
recall_fini(struct recall *recall)
{
	mem_free(recall->slots);
	mem_free(recall->tags);
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

static inline bool
has_tag(uint32_t tag, uint32_t hash)
{
	return !((tag ^ hash) & ~(WHICH | FILLED));
}

struct recall_slot *
recall_find(struct recall *recall, struct view in, uint8_t salt, bool *found)
{
	uint64_t hash = hash_of(in, salt);
	uint32_t high = (uint32_t)(hash >> 32) & ~(WHICH | FILLED);
	size_t place = hash % RECALL_SLOTS & ~(size_t)1;
	uint32_t *tags = &recall->tags[place];

	*found = false;
	for (int i = 0; i < 2; i++) {
		struct recall_slot *slot =
			&recall->slots[place + !!(tags[i] & WHICH)];

		if (!has_tag(tags[i], high))
			continue;
		*found = (tags[i] & FILLED) && slot->in == in.len &&
			slot->salt == salt && is_same(slot->text, in);
		tags[i] |= FILLED;
		return slot;
	}
	high |= tags[1] & WHICH;
	tags[1] = tags[0];
	tags[0] = high;
	return NULL;
}

void
recall_expect(const struct recall *recall, struct view in, uint8_t salt)
{
	size_t place = hash_of(in, salt) % RECALL_SLOTS & ~(size_t)1;

	__builtin_prefetch(&recall->tags[place]);
	__builtin_prefetch(&recall->slots[place]);
	__builtin_prefetch(&recall->slots[place + 1]);
}

void
recall_keep(struct recall_slot *slot, struct view in, struct view made,
	uint8_t salt, uint8_t answer)
{
	size_t start = view_starts(made, in) ? 0 : in.len;

	if (!slot)
		return;
	slot->in = 0;
	if (in.len > RECALL_TEXT || start + made.len > RECALL_TEXT)
		return;
	memcpy(slot->text, in.at, in.len);
	if (made.len)
		memcpy(slot->text + start, made.at, made.len);
	slot->in = (uint8_t)in.len;
	slot->made = (uint8_t)start;
	slot->end = (uint8_t)(start + made.len);
	slot->salt = salt;
	slot->answer = answer;
}
