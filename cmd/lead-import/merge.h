/*
 * merge.h - two records of one lead become one.
 *
 * For each column, or block of columns that belong together, there is an
 * order of values, whatever record they stand in, and the greater stays.  So
 * merging is associative, commutative and idempotent: any number of records,
 * merged in any order, in parts, on several machines or twice, give the same.
 * Empty is least: it never overwrites.
 *
 *	texts		the longer; of equal length the first in byte order
 *	names		first, middle, last and full name together, from the
 *			record that has more of them
 *	address		street to country together, likewise
 *	email, phones	with their status: a good one before a bad one
 *	obtained_at	with source, source_id and import_id: the earlier
 *	privacy_notice_at	the earlier
 *	do_not_*	yes when either says yes
 *	lawful_basis	the stricter: refused, withdrawn, objected,
 *			legitimate-interests, others, contract, soft-opt-in,
 *			consent
 *	subscriber	the stricter: individual, unknown, corporate
 *	notes, tags, products, match_keys, columns of second addresses and
 *			numbers: the pieces of both, each once, in byte order
 *	lead_id		the first in byte order
 *
 * E-mail addresses, numbers and full names that do not stay are kept in the
 * notes: see also_lines.h.
 */
#ifndef MERGE_H
#define MERGE_H

#include "headers.h"
#include "pieces.h"

#include "base/mem.h"
#include "record/header.h"

struct merge; /* a plan for a header */

/*
 * headers: what second addresses and numbers are called, or NULL, if there
 * are none.
 */
struct merge *merge_new(const struct header *header, struct headers *headers);
void merge_free(struct merge *merge);

/*
 * What a field is, which was made by merging, then changed to now by somebody,
 * when it would be made anew: of pieces those that were added stay, besides
 * those of anew; of another column now does.
 */
struct view
merge_anew(const struct merge *merge, size_t column, struct view now,
	struct view made, struct view anew, struct arena *text);

/*
 * Merge records in turn, in time that grows with their number: start with the
 * first, add others, each of which is said to change into or not, end.  All
 * are in the columns of merge_new() and unescaped.  Fields of into become
 * views of what is added, which must stay until the end, or of text; between,
 * those that are pieces are not what they will be.
 */
struct merging {
	const struct merge *merge; /* borrowed, and outlives it */
	struct view *into;	   /* borrowed */
	struct arena *text;	   /* borrowed: has what is made */
	struct pieces *pieces;	   /* owned: of each list of pieces */
	struct pieces also;	   /* owned: what the notes keep */
};

void merging_start(struct merging *merging, const struct merge *merge,
	struct view *into, struct arena *text);
bool merging_add(struct merging *merging, const struct view *from);
void merging_end(struct merging *merging);
void merging_fini(struct merging *merging);

#endif
