#include "answers.h"

#include "base/hash.h"
#include "base/mem.h"

void
answers_init(struct answers *answers)
{
	answers->all = mem_new(ANSWERS, sizeof(*answers->all));
	answers->seed = hash_seed();
}

void
answers_fini(struct answers *answers)
{
	mem_free(answers->all);
}

uint64_t *
answers_at(const struct answers *answers, struct view question, uint8_t kind,
	uint64_t *hash)
{
	uint64_t h = hash_table(question, answers->seed + kind);

	*hash = h & ~UINT64_C(15);
	return &answers->all[(h >> 4) % ANSWERS];
}

void
answers_expect(
	const struct answers *answers, struct view question, uint8_t kind)
{
	uint64_t hash;

	__builtin_prefetch(answers_at(answers, question, kind, &hash));
}
