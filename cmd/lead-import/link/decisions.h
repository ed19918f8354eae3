/*
 * decisions.h - what people said of pairs, kept and obeyed for ever.
 *
 * The store's pairs.tsv: lead_id_a lead_id_b weight reasons decision.  It is
 * what -p writes and a person fills in:
 *
 *	y	the same lead: join them, whatever the records say
 *	n	two leads: never join them, nor through a third
 *	=	the same lead, as lead-import found by likeness: so that what
 *		was joined once stays joined
 *	-	what was said before is withdrawn
 *	empty	nothing is said
 *
 * Of several records for one pair the last that says something counts, so a
 * decision is undone by adding a record below it.  The order of the two ids
 * does not matter.
 */
#ifndef DECISIONS_H
#define DECISIONS_H

#include "base/hash.h"
#include "record/sheet.h"

/* The header of a pairs file. */
#define DECISIONS_HEADER "lead_id_a\tlead_id_b\tweight\treasons\tdecision"

struct decision {
	struct digest a, b; /* of the lead_ids, the lesser first */
	bool same;
};

struct decisions {
	struct decision *items; /* owned: in order, each pair once */
	size_t n, cap;
};

/*
 * Begin with what was merged, by the merges.tsv that stands beside the store's
 * pairs.tsv: who comes in again by the id of a part is the lead.
 */
void decisions_of_merges(struct decisions *decisions, const char *store);

/*
 * Add the decisions of a file, which count as later than those there.  One
 * other than those above, or a missing column, is status 2.
 */
void decisions_read(struct decisions *decisions, const struct sheet *file);

/* The same with the store's file, of which there may be none. */
void decisions_load(struct decisions *decisions, const char *store);
void decisions_fini(struct decisions *decisions);

/* Is anything decided of a pair of ids? */
bool
decisions_has(const struct decisions *decisions, struct view a, struct view b);

/* Was it decided that they are two leads? */
bool
decisions_part(const struct decisions *decisions, struct view a, struct view b);

/*
 * Append records, with their line ends, to the store's file, unless they are
 * what it ends with: a command that is repeated adds nothing.
 */
void decisions_append(const char *store, struct view records);

/*
 * Append the records of a file that decide something to the store's, so that
 * they are obeyed from now on.
 */
void decisions_keep(const struct sheet *file, const char *store);

#endif
