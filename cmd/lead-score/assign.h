/*
 * assign.h - who is to look after a lead that has no owner.
 *
 * Of the colleagues whose territory has the lead and who sell its product,
 * one is drawn by a hash of the lead's id and the name (weighted rendezvous
 * hashing, Schindelhauer and Schomaker 2005): the same lead falls to the same
 * colleague on any machine and in any order, and when one joins or leaves,
 * only the leads that fall to that one move.
 */
#ifndef ASSIGN_H
#define ASSIGN_H

#include "base/mem.h"
#include "record/flow.h"

struct colleague {
	struct view user;		   /* as written */
	struct view *territory, *products; /* none: all */
	size_t territory_n, products_n;
	uint64_t weight; /* of the leads that come to be shared out; 0: none */
};

struct assign {
	struct arena arena;    /* owned */
	struct colleague *all; /* owned */
	size_t n;
	int ids[4];    /* columns that tell one lead from another */
	int places[4]; /* country, region, city, postcode */
	int owner, wanted;
};

/* Read colleagues; what is wrong is a message and status 2. */
void assign_load(
	struct assign *assign, const char *path, const struct header *header);
void assign_fini(struct assign *assign);

/*
 * The owner of a lead, as written: the one it has, else the one drawn; empty,
 * which is said, when there is nobody for it.  product is the key of what
 * suits it, as written, and may be empty.
 */
struct view assign_owner(const struct assign *assign,
	const struct record *record, struct view product);

#endif
