/*
 * link_em.h - expectation and maximisation over patterns of levels.
 *
 * A lesson is the pairs that one blocking rule brought together.  What a
 * pair is worth is judged by all its fields and by the prior over all pairs
 * there are, so that a rule whose pairs are nearly all two leads teaches next
 * to nothing; what it teaches, it does not teach of the fields it blocks by,
 * which agree in all its pairs.
 */
#ifndef LINK_EM_H
#define LINK_EM_H

#include "link_compare.h"

/* A pattern (see link_pattern()) and how many pairs have it. */
struct link_seen {
	uint64_t pattern;
	uint64_t pairs;
};

struct link_lesson {
	struct link_seen *seen; /* owned: in the order of patterns */
	size_t n;
	double scale;  /* pairs that each pair stands for */
	uint32_t mask; /* the fields the rule blocks by */
};

struct link_em {
	unsigned fields;
	unsigned top[LINK_FIELDS];
	int named; /* the field with a bound (see below), or -1 */
	const double (*u)[LINK_LEVELS];	   /* borrowed */
	double all;			   /* pairs that there are */
	const struct link_lesson *lessons; /* borrowed */
	size_t lessons_n;
	const struct link_lesson *every;    /* borrowed: all rules' pairs, each
					    once: the prior comes from it */
	double m[LINK_FIELDS][LINK_LEVELS]; /* out */
	double share; /* out: of all pairs, those that are one lead */
};

/* Sort patterns and count the equal ones. */
void link_lesson_make(struct link_lesson *lesson, uint64_t *patterns, size_t n);

/*
 * Find m and the share.  The field named, by which companies are known,
 * cannot come out as one in which the same lead often has two that share
 * nothing: else all that is at one address becomes one.
 */
void link_em_run(struct link_em *em);

#endif
