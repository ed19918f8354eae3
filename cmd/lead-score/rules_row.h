/*
 * rules_row.h - one row of rules.tsv, for rules*.c alone.
 */
#ifndef RULES_ROW_H
#define RULES_ROW_H

#include "rules.h"

/* Where the fields of a row are, and the row at hand. */
struct rules_reader {
	struct rules *rules;
	const struct sheet *sheet;
	int axis, points, column, test, value, label; /* columns */
	size_t row;
	int64_t now;
	struct str plain; /* scratch */
	bool open;  /* a '+' may follow: the row above is of a good rule */
	bool above; /* there is a rule above, good or not */
};

static const struct view rules_no_value = {0};

/* A field of the row at hand, without blanks at its ends. */
struct view rules_get(const struct rules_reader *in, int column);

/* Say that the row is wrong, and count that; a value is shown if there. */
void rules_say(struct rules_reader *in, const char *column, const char *what,
	struct view value);

/* The number of an axis, or -1. */
int rules_axis(const struct rules *rules, struct view name);

/*
 * Read a whole number; what is beyond POINTS_MOST is said and held there.
 * False, with a message, when it is none.
 */
bool rules_whole(struct rules_reader *in, struct view v, int64_t *out);

/* The row at hand is a cap, a grade, a scale. */
void rules_cap(struct rules_reader *in);
void rules_grade(struct rules_reader *in);
void rules_scale(struct rules_reader *in);

#endif
