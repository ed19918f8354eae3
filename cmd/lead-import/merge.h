/*
 * merge.h - two records of one lead become one.
 *
 * For each column there is an order of values, whatever record they stand
 * in, and the greater one stays.  So merging is associative, commutative and
 * idempotent: any number of records, merged in any order, in parts or twice,
 * give the same.  Empty is least: it never overwrites.
 *
 *	full text	the longer, then the later in byte order
 *	addresses	street, city, region, postcode and country together,
 *			from the record that has more of them
 *	email, phones	with their status; a good one before a bad one
 *	obtained_at	the earlier, and with it source and source_id
 *	do_not_*	yes when either says yes
 *	lawful_basis	the stricter: refused, consent, ... (see merge.c)
 *	notes, tags	the pieces of both, each once
 */
#ifndef MERGE_H
#define MERGE_H

#include "base/mem.h"
#include "base/str.h"

struct merge; /* a plan for a header */

struct merge *merge_new(const struct view *columns, size_t columns_n);
void merge_free(struct merge *merge);

/*
 * Merge from into into, both in the columns of merge_new() and unescaped.
 * Fields of into are set to views of into's or from's fields or, where new
 * text had to be made, of text.  Returns whether any field of into changed.
 */
bool merge_fields(const struct merge *merge, struct view *into,
	const struct view *from, struct arena *text);

#endif
