#include "decided.h"

#include "base/mem.h"

struct decided_slot {
	struct digest id;
	uint32_t row;
	bool taken;
};

/* Where an id is, or would be. */
static struct decided_slot *
slot_of(const struct decided *decided, struct digest id)
{
	size_t mask = decided->slots_n - 1;
	size_t at = (size_t)id.low & mask;

	while (decided->slots[at].taken &&
		(decided->slots[at].id.low != id.low ||
			decided->slots[at].id.high != id.high))
		at = (at + 1) & mask;
	return &decided->slots[at];
}

static void
expect(struct decided *decided, struct digest id)
{
	*slot_of(decided, id) = (struct decided_slot){id, UINT32_MAX, true};
}

void
decided_open(struct decided *decided, const struct decisions *decisions)
{
	*decided = (struct decided){0};
	if (!decisions->n)
		return;
	decided->slots_n = 16;
	/* Of the two ids of each at most half the slots are taken. */
	while (decided->slots_n < decisions->n * 4)
		decided->slots_n *= 2;
	decided->slots = mem_new(decided->slots_n, sizeof(*decided->slots));
	for (size_t i = 0; i < decisions->n; i++) {
		expect(decided, decisions->items[i].a);
		expect(decided, decisions->items[i].b);
	}
}

void
decided_fini(struct decided *decided)
{
	mem_free(decided->slots);
	*decided = (struct decided){0};
}

void
decided_see(struct decided *decided, struct digest id, uint32_t row)
{
	struct decided_slot *slot;

	if (!decided->slots_n)
		return;
	slot = slot_of(decided, id);
	if (slot->taken && slot->row == UINT32_MAX)
		slot->row = row;
}

uint32_t
decided_row(const struct decided *decided, struct digest id)
{
	const struct decided_slot *slot;

	if (!decided->slots_n)
		return UINT32_MAX;
	slot = slot_of(decided, id);
	return slot->taken ? slot->row : UINT32_MAX;
}
