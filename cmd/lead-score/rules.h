/*
 * rules.h - a scorecard: rules.tsv read and checked.
 *
 *	axis  points  column  test  value  label
 *
 * One row is one test; an axis of '+' makes it one more condition of the rule
 * above.  Rows of the axes cap, grade and scale are no rules.  See
 * lead-rules(5), which has the format whole.
 */
#ifndef RULES_H
#define RULES_H

#include "base/opt.h"
#include "lead/test.h"
#include "record/sheet.h"

#define RULES_AXES 32			/* at most, of any name */
#define POINTS_MOST INT64_C(1000000000) /* of one rule, either way */
#define SCORE_MOST INT64_C(2147483647)	/* of an axis or a score */
#define SCALE_ONE INT64_C(1000)		/* scale counts thousandths */

/* The axes that are always there; others follow. */
enum axis {
	AXIS_FIT,
	AXIS_INTEREST,
	AXIS_ABILITY,
	AXIS_WIN,      /* learned points: they alone make win_probability */
	AXIS_PRIORITY, /* not part of the score: see scored.h */
	AXIS_OTHERS,
};

struct rules_axis {
	const char *name;	      /* in the arena */
	int64_t low, high;	      /* its caps */
	uint64_t low_line, high_line; /* 0: no such cap */
};

/* One row's test. */
struct condition {
	size_t column; /* of rules.columns */
	struct test test;
	uint64_t line;
};

struct rule {
	int axis;
	int64_t points;
	int64_t half;	   /* seconds in which they halve; 0: they do not */
	size_t first, n;   /* of rules.conditions */
	struct view label; /* as written, without ';' */
	struct view tests; /* all of them, as written: "a is 1 + b set" */
	struct view said;  /* the points as written, decay and all */
	uint64_t line;
};

struct grade {
	int64_t from; /* the score it starts at; INT64_MIN: any */
	struct view label;
	uint64_t line;
};

struct rules {
	const char *name;      /* borrowed: what messages call the file */
	struct arena arena;    /* owned */
	struct header columns; /* owned: those the tests look at */
	struct rules_axis axes[RULES_AXES];
	int axes_n;
	struct condition *conditions; /* owned */
	size_t conditions_n, conditions_cap;
	struct rule *all; /* owned */
	size_t n, cap;
	struct grade *grades; /* owned: highest first */
	size_t grades_n, grades_cap;
	/* Points that double the odds, and those of even odds: thousandths. */
	int64_t scale, offset;
	struct view scale_text; /* both as written, for people */
	uint64_t scale_line;	/* 0: no row for it */
	size_t wrong;		/* rows that were left out */
};

/*
 * Take the rows of a sheet; now is what within and older count from.  Each row
 * that is wrong is a message, counted in wrong, and left out.
 */
void rules_read(struct rules *rules, const struct sheet *sheet, int64_t now);

/*
 * Read a file.  NULL is the store's rules.tsv, and where there is none the
 * rules that we ship, which is said.  A file without rules on the axis
 * priority gets those we ship.  Anything wrong is a message and status 2.
 */
void rules_load(struct rules *rules, const char *path,
	const struct common *common, int64_t now);

void rules_fini(struct rules *rules);

#endif
