/*
 * review.h - what people decide of doubtful pairs, in and out of an import.
 */
#ifndef REVIEW_H
#define REVIEW_H

#include "intake.h"
#include "link/decisions.h"

struct review {
	struct decisions decisions; /* of the store, then those told now */
	const struct sheet *told; /* borrowed: the file of --decide; or NULL */
	char *store;		  /* owned: its pairs.tsv */
};

/* Load what was merged (-U) and decided; told: see struct review. */
void review_open(struct review *review, const struct settings *set,
	const struct sheet *told);
void review_fini(struct review *review);

/* Write the doubtful pairs to -p, after link_run(). */
void review_write(struct intake *in);

/*
 * Note in the store which rows were joined by likeness, so that they stay
 * joined when they come in again.
 */
void review_remember(struct intake *in, const struct review *review);

/* Say what likeness joined and left open. */
void review_say(const struct intake *in);

/* Keep what --decide said in the store. */
void review_keep(const struct review *review, const struct settings *set);

/* --threshold as a number; 0: not given. */
double review_threshold(const struct settings *set);

#endif
