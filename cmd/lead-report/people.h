/*
 * people.h - the colleagues: the store's people.tsv.
 *
 *	user  name  email  team  territory  products
 *
 * territory and products are lists with '|' between.
 */
#ifndef REPORT_PEOPLE_H
#define REPORT_PEOPLE_H

#include "base/mem.h"
#include "base/opt.h"
#include "lead/policy.h"

struct person {
	struct view user, name, email, team, territory, products; /* plain */
};

struct people {
	struct person *all; /* owned */
	size_t n;
	struct sheet sheet;   /* owned */
	struct policy policy; /* owned: who we are */
	struct arena arena;
};

/* Load the store's people and policy; a missing file is an empty one. */
void people_load(struct people *people, const struct common *common);
void people_fini(struct people *people);

/* The one with this user name, or NULL. */
const struct person *people_find(const struct people *people, struct view user);

/* Is the value one of a list?  An empty list has everything. */
bool people_has(struct view list, struct view value);

#endif
