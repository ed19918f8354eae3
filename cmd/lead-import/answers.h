/*
 * answers.h - small answers given lately: is this company a body, does that
 * word say no?
 *
 * One for each thread.  A question is told by its hash, with a seed that
 * nobody knows: that two are taken for one is less likely than that the
 * machine errs.  Forgetting is harmless.
 */
#ifndef ANSWERS_H
#define ANSWERS_H

#include "base/view.h"

#define ANSWERS 65536
#define ANSWER_MOST 30

struct answers {
	uint64_t *all; /* owned: the hash, its low five bits the answer + 1 */
	uint64_t seed;
};

void answers_init(struct answers *answers);
void answers_fini(struct answers *answers);

/* Where the answer to a question is or is to be put. */
struct answer {
	uint64_t *at;  /* borrowed */
	uint64_t hash; /* what goes there but for the answer */
};

/*
 * Ask a question of a kind.  Memory is slow: who asks some time before he
 * wants to know, need not wait.
 */
struct answer
answers_ask(const struct answers *answers, struct view question, uint8_t kind);

/* Is the answer there? */
static inline bool
answer_has(struct answer answer, uint8_t *value)
{
	*value = (uint8_t)((*answer.at & 31) - 1);
	return (*answer.at & ~UINT64_C(31)) == answer.hash && (*answer.at & 31);
}

/* Put it there: at most ANSWER_MOST. */
static inline void
answer_keep(struct answer answer, uint8_t value)
{
	*answer.at = answer.hash | (value + 1U);
}

#endif
