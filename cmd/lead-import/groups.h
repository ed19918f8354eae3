/*
 * groups.h - which rows become one lead, as link.h found it.
 *
 * A lead stands where the first of its rows does.
 */
#ifndef GROUPS_H
#define GROUPS_H

#include "intake.h"
#include "merge.h"

/* A row that goes to another, its group's first. */
struct member {
	uint32_t first, row;
};

struct groups {
	struct intake *in;	/* borrowed */
	struct merge *merge;	/* owned */
	struct member *members; /* owned: by first, then row */
	uint32_t *skip;		/* owned: the rows of members, in order */
	size_t n;
	bool crowded; /* ids are to be made anew */
};

/* link_run() has been called. */
void groups_find(struct groups *groups, struct intake *in);
void groups_end(struct groups *groups);

/*
 * The first of members whose group begins at a row or behind it, and the
 * first of skip that is a row or behind it.
 */
size_t groups_member(const struct groups *groups, uint32_t row);
size_t groups_skip(const struct groups *groups, uint32_t row);

#endif
