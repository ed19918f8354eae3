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

struct recall_slot *
recall_find(
	const struct recall *recall, struct view in, uint8_t salt, bool *found)
{
	uint64_t hash = hash_table(in, salt);
	struct recall_slot *slot = &recall->slots[hash % RECALL_SLOTS];

	*found = slot->in == in.len && slot->hash == (uint32_t)(hash >> 32) &&
		slot->salt == salt && memcmp(slot->text, in.at, in.len) == 0;
	if (!*found)
		slot->hash = (uint32_t)(hash >> 32);
	return slot;
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
