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

struct answer
answers_ask(const struct answers *answers, struct view question, uint8_t kind)
{
	uint64_t hash = hash_table(question, answers->seed + kind);
	struct answer answer = {
		&answers->all[(hash >> 5) % ANSWERS], hash & ~UINT64_C(31)};

	__builtin_prefetch(answer.at);
	return answer;
}
