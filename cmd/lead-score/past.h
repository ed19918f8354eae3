/*
 * past.h - leads whose outcome is known, to learn from.
 *
 * Held column by column: each row has the number of its value.  Rows that
 * are equal in every column that can be learned from, and would hardly be by
 * chance, are one group, so that a split can keep them together.
 */
#ifndef PAST_H
#define PAST_H

#include "base/mem.h"
#include "base/opt.h"
#include "base/str.h"

struct past_value {
	struct view text; /* as written */
	bool is_number, is_moment;
	int64_t number, moment; /* see lead/test.h */
	uint32_t n;		/* rows that have it */
};

enum past_use {
	PAST_USED,
	PAST_TARGET,
	PAST_EXCLUDED, /* by the user */
	PAST_NAMES,    /* nearly every row has its own: an id, a name */
	PAST_CONSTANT, /* one value only */
	PAST_DATES,    /* dates that are not in the form of the stream */
	PAST_LEAK,     /* tells the outcome: see leak.h */
};

struct past_column {
	const char *name; /* in the arena */
	enum past_use use;
	struct past_value *values; /* owned: 0 is the empty one */
	size_t n, cap;
	uint32_t *slots; /* owned: hash table of value + 1 */
	size_t slots_n;
	uint32_t *of; /* owned: row -> value */
};

struct past {
	struct arena *arena;
	struct past_column *columns; /* owned */
	size_t columns_n;
	size_t n, cap;	 /* rows */
	uint8_t *won;	 /* owned: row -> 0 or 1 */
	uint32_t *group; /* owned: row -> the first row equal to it */
	size_t won_n, groups_n;
	/* Set by the caller: what ages count from, and how many threads. */
	int64_t now;
	unsigned threads;
	size_t open; /* rows left out: their outcome is not known yet */
};

/* What of the input counts as what. */
struct past_target {
	struct view column;
	struct view won;     /* values, with '|' between */
	const char *exclude; /* columns, with ',' between; may be NULL */
};

/*
 * Read the operands whole.  A row with an empty target is left out, and one
 * whose stage is still open, when that is the target.  Trouble is status 2.
 */
void past_read(struct past *past, char **operands, const struct common *common,
	const struct past_target *target);

/* Find the groups of copies; past_read() does. */
void past_group(struct past *past);

/* The column with a name, or NULL. */
struct past_column *past_find(const struct past *past, struct view name);

void past_fini(struct past *past);

#endif
