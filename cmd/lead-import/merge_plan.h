/*
 * merge_plan.h - what merge.h's struct merge is made of.
 */
#ifndef MERGE_PLAN_H
#define MERGE_PLAN_H

#include "merge.h"

enum rule {
	RULE_TEXT,
	RULE_MOST,   /* a block: the record that has more of it */
	RULE_GOOD,   /* a block of a value and its status */
	RULE_EARLY,  /* a block led by a date: the earlier */
	RULE_YES,    /* yes over no */
	RULE_STRICT, /* by a list of words */
	RULE_PIECES, /* the pieces of both */
	RULE_FIRST,  /* the first in byte order */
};

enum block {
	BLOCK_NONE, /* a column by itself */
	BLOCK_NAME,
	BLOCK_ADDRESS,
	BLOCK_EMAIL,
	BLOCK_PHONE,
	BLOCK_MOBILE,
	BLOCK_SOURCE,
	BLOCK_MONEY,
};

#define MERGE_KEPT 4	/* at most */
#define BLOCK_COLUMNS 8 /* at most */

/* A column by itself, or a block of them. */
struct merge_part {
	enum rule rule;
	enum block block;
	const char *detail;
	size_t columns[BLOCK_COLUMNS];
	size_t n;
};

struct merge {
	struct merge_part *parts; /* owned */
	size_t n;
	size_t kept[MERGE_KEPT]; /* columns whose values the notes keep */
	size_t kept_n;
	int notes; /* -1: there are none */
};

/* Let the greater of both stay; returns whether that is from's. */
bool merge_choose(const struct merge_part *part, struct view *into,
	const struct view *from);

#endif
