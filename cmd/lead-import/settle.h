/*
 * settle.h - rows that stand together in the spool become lines of leads: on
 * any thread, since each row is settled with its first one's.
 */
#ifndef SETTLE_H
#define SETTLE_H

#include "groups.h"
#include "spool.h"

/* What one thread settles with.  {0}, its groups and its spool to start. */
struct settler {
	const struct groups *groups; /* borrowed */
	struct spool spool;
	struct str text; /* owned: the leads, as lines */
	struct str met;	 /* owned: "id name" of known leads that came in */
	uint64_t fates[FATES];
	uint64_t closed;	/* leads that others' refusals closed */
	size_t width;		/* of what is read of a line for that */
	struct arena arena;	/* owned: of the group in hand */
	struct str plain;	/* owned */
	struct merging merging; /* owned: of the group in hand */
	struct view *into;	/* owned: the group's record */
	struct view *from;	/* owned */
	struct link_scratch scratch;
	struct str id; /* owned */
};

void settler_init(struct settler *settler, const struct groups *groups);
void settler_fini(struct settler *settler);

/*
 * Make text the lines of the leads that begin with rows from..to, of which
 * from is a multiple of INTAKE_MARK; met, for each lead that was known and
 * came in again, its id and its name, a line of two fields; and fates the
 * fates of those leads' rows, which the ledger is told, too.  What has refused
 * (closed.h) is refused for each lead that has it.
 */
void settle(struct settler *settler, uint32_t from, uint32_t to);

/*
 * The id of a row by its line.  That which it got in the first half does not
 * know yet which numbers and addresses many people share.
 */
struct view settle_id(struct settler *settler, uint32_t row, struct view line);

/* Cut a line into plain fields that live as long as the arena. */
void
settle_read(struct settler *settler, struct view line, struct view *fields);

#endif
