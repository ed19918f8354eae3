/*
 * written.h - the columns that lead-score writes itself.
 *
 * A test of one would see its own answer of the last time: the same leads
 * would score otherwise when they are scored again.
 */
#ifndef WRITTEN_H
#define WRITTEN_H

#include "lead/product.h"
#include "rules.h"

/* Is it one that every rules file gives? */
bool written_is(struct view name);

/* The same, or the column of an axis of these rules. */
bool written_by(const struct rules *rules, struct view name);

/* Say that a condition is on such a column. */
void written_say(struct place at, struct view column);

/*
 * End with a message for each, and status 2, when a condition of the
 * catalogue is on such a column, or (when assign) one of the catalogue or the
 * rules is on owner, which is then written too.
 */
void written_refuse(const struct rules *rules,
	const struct catalogue *catalogue, bool assign);

#endif
