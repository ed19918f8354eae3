/*
 * scored.h - the columns lead-score writes: sums under their caps, score,
 * grade, win_probability, priority and the reasons.
 *
 *	score     the sum of all axes but priority, each within its caps
 *	priority  the score, as far as it lies in 0..100, and the points of
 *	          the axis priority: who is to be rung next
 */
#ifndef SCORED_H
#define SCORED_H

#include "assign.h"
#include "card.h"
#include "offer.h"
#include "record/flow.h"

/* An axis that has a column of its own. */
struct scored_axis {
	int axis;
	size_t own;
};

/* Which of own[] is which. */
struct scored {
	const struct card *card;     /* borrowed */
	const struct offers *offers; /* borrowed; NULL: no catalogue */
	const struct assign *assign; /* borrowed; NULL: owners as they are */
	struct scored_axis shown[RULES_AXES];
	size_t shown_n;
	size_t score, grade, win_probability;
	size_t product, product_gaps, offers_column, priority;
	size_t reasons, product_reasons, owner;
	bool explain, explain_product;
};

/* A thread's own memory. */
struct scored_state {
	struct sums sums;
	struct offer_found found;
	struct str ready;   /* small numbers as text, one behind the other */
	struct view *small; /* owned: each of them, in ready */
	struct str text;    /* what own[] points into, piece by piece: */
	struct scored_piece {
		size_t own, start;
	} pieces[RULES_AXES + 12];
	size_t n;
};

/* Own the columns of a flow; reasons only if asked for, or there already. */
void scored_own(struct scored *to, struct flow *flow, bool explain);

void scored_state_init(struct scored_state *state, const struct scored *to);
void scored_state_fini(struct scored_state *state);

/*
 * The score of a record: capped[] gets the sum of each axis within its caps.
 * What is beyond SCORE_MOST is held there, and that is said.
 */
int64_t scored_sum(const struct card *card, const struct record *record,
	struct sums *sums, int64_t *capped);

/* The grade of a score: which of rules->grades, or -1. */
int scored_grade(const struct rules *rules, int64_t score);

/* Fill in the fields for a record; they live until the next call. */
void scored_fill(const struct scored *to, struct scored_state *state,
	const struct record *record, struct view *own);

#endif
