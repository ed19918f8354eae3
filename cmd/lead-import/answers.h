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
#define ANSWER_MOST 14

struct answers {
	uint64_t *all; /* owned: the hash, its low four bits the answer + 1 */
	uint64_t seed;
};

void answers_init(struct answers *answers);
void answers_fini(struct answers *answers);

/*
 * Where the answer to a question of a kind is or is to be put, and what goes
 * there but for the answer.
 */
uint64_t *answers_at(const struct answers *answers, struct view question,
	uint8_t kind, uint64_t *hash);

/* Say that a question will be asked soon: memory is slow. */
void answers_expect(
	const struct answers *answers, struct view question, uint8_t kind);

/* Is the answer there? */
static inline bool
answers_has(const uint64_t *at, uint64_t hash, uint8_t *answer)
{
	*answer = (uint8_t)((*at & 15) - 1);
	return (*at & ~UINT64_C(15)) == hash && (*at & 15);
}

/* Put it there: at most ANSWER_MOST. */
static inline void
answers_keep(uint64_t *at, uint64_t hash, uint8_t answer)
{
	*at = hash | (answer + 1U);
}

#endif
