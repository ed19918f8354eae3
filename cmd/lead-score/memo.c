#include "memo.h"

#define ROUND 4096	 /* questions between two looks at the misses */
#define SHUT_FOR 1000000 /* questions */

#define MASK(n) (~UINT64_C(0) >> (64 - 8 * (n)))
const uint64_t memo_mask[17][2] = {
	{0, 0},
	{MASK(1), 0},
	{MASK(2), 0},
	{MASK(3), 0},
	{MASK(4), 0},
	{MASK(5), 0},
	{MASK(6), 0},
	{MASK(7), 0},
	{MASK(8), 0},
	{MASK(8), MASK(1)},
	{MASK(8), MASK(2)},
	{MASK(8), MASK(3)},
	{MASK(8), MASK(4)},
	{MASK(8), MASK(5)},
	{MASK(8), MASK(6)},
	{MASK(8), MASK(7)},
	{MASK(8), MASK(8)},
};

static void
open_again(struct memo *memo)
{
	memo->asked = memo->missed = 0;
	memo->longest = MEMO_LONGEST;
}

/* Half a round of misses: did it come before the round was over? */
static void
look_at_misses(struct memo *memo)
{
	bool often = memo->asked < ROUND;

	open_again(memo);
	if (often) {
		memo->longest = 0;
		memo->shut = SHUT_FOR;
	}
}

void
memo_keep(struct memo *memo, struct view field, struct memo_answer answer)
{
	struct memo_key key;
	struct memo_slot *slot;

	if (memo->shut) {
		if (--memo->shut == 0)
			open_again(memo);
		return;
	}
	if (++memo->missed == ROUND / 2)
		look_at_misses(memo);
	if (field.len > memo->longest)
		return;
	key = memo_key(field);
	slot = &memo->slots[memo_place(&key)];
	*slot = (struct memo_slot){key, answer};
}

void
memo_init(struct memo *memo)
{
	open_again(memo);
}
