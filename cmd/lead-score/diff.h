/*
 * diff.h - two scorecards side by side; for diff*.c alone.
 */
#ifndef DIFF_H
#define DIFF_H

#include "scored.h"

enum side { OLD, NEW, SIDES };

/* What a thread has counted, and in the end all of them. */
struct counts {
	struct sums sums[SIDES];
	uint64_t *fired[SIDES]; /* owned: by rule */
	uint64_t *grades;	/* owned: by grade of old + 1, of new + 1 */
	/* Leads held at the limit of an axis: the least, the most. */
	uint64_t held[SIDES][RULES_AXES][2];
	uint64_t higher, lower, same;
};

struct diff {
	struct rules rules[SIDES];
	struct card cards[SIDES];
	int64_t *was; /* owned: new rule -> the old one, or -1 */
	bool *stays;  /* owned: old rule -> is there a new one for it? */
	struct counts all;
};

/* One line; no view is needed where there is nothing to say. */
struct diff_row {
	const char *what, *axis;
	struct view rule, old, new;
	uint64_t leads;
};

void diff_put(struct str *out, const struct diff_row *row);

/* Where leads are counted that go from one grade, or none (-1), to another. */
size_t diff_slot(const struct diff *diff, int old, int new);

/* Rows for caps, grades and the scale that are not as they were. */
void diff_put_others(const struct diff *diff, struct str *out);

#endif
