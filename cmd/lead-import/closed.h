/*
 * closed.h - addresses and numbers that have refused, for all leads that have
 * them.
 *
 * Lists of those who unsubscribed name an address and nobody, and an address
 * like info@ may be that of three leads: no mail may go there for any of them.
 * What closes an address is what rows say of it, and what leads do that are
 * made of several, known leads too: so importing twice closes no more.
 *
 * do_not_email	closes the row's e-mail address, and others in its dump.
 *	A lead's addresses, but for those like info@, close together: who
 *	refuses is the same person (UK GDPR, article 21(3)).  An info@ that did
 *	not stay in a merger is in the notes, which do not say that it refused:
 *	later runs do not close it for others.
 * do_not_call, do_not_sms	close its number, if it has but one: of two
 *	nobody knows which was meant.  A company's number that is not a mobile
 *	one may be a switchboard: the word of somebody named closes it for that
 *	person only.  That of a household is closed as a line (PECR 21(1)(a)).
 */
#ifndef CLOSED_H
#define CLOSED_H

#include "schema.h"

/* Digests of two addresses of one lead. */
struct closed_pair {
	uint64_t one, other;
};

/* What rows of a chunk close.  {0} has none. */
struct closed_batch {
	uint64_t *all; /* owned: digests; by which channels, in the low bits */
	size_t n, cap;
	struct closed_pair *pairs; /* owned */
	size_t pairs_n, pairs_cap;
	struct str address; /* owned: room to bring one into its form */
};

/* {0} has none. */
struct closed {
	uint64_t *slots; /* owned: the same; open addressing, 0 is free */
	size_t n, slots_n;
	uint64_t *filter; /* owned: a bit for some of each digest's bits */
	uint64_t stops;	  /* the channels of all */
	struct closed_pair *pairs; /* owned */
	size_t pairs_n, pairs_cap;
};

void closed_fini(struct closed *closed);
void closed_batch_fini(struct closed_batch *batch);

/*
 * Note what the row with these columns of the output closes, made of a record
 * by a plan, or NULL.  Returns whether it refuses anything, or has several
 * addresses: what its lead says is to be noted, too.
 */
bool closed_note(struct closed_batch *batch, const struct schema *schema,
	const struct view *out, const struct dump_plan *plan,
	const struct csv *csv);

/* Add what was noted, and empty the batch. */
void closed_add(struct closed *closed, struct closed_batch *batch);

/*
 * All has been added: what closes one address of a lead closes the others.
 * What follows may be asked now.
 */
void closed_end(struct closed *closed);

/* Has the address in these columns refused for a person, not for an info@? */
bool closed_person(const struct closed *closed, const struct schema_columns *at,
	const struct view *out);

/*
 * Which of schema_columns' stops are to be set in a lead, and are not yet: a
 * bit for each.  The columns from the first on that are looked at are
 * closed_width() many: 0, if nothing has refused.
 */
unsigned closed_stops(const struct closed *closed,
	const struct schema_columns *at, const struct view *out);
size_t
closed_width(const struct closed *closed, const struct schema_columns *at);

#endif
