/*
 * link_text.h - how alike two short texts are, by their bytes.
 */
#ifndef LINK_TEXT_H
#define LINK_TEXT_H

#include "base/view.h"

/*
 * Jaro-Winkler, 0 to 1000, 1000 only for equal texts: Winkler, "String
 * Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model
 * of Record Linkage" (1990); prefix of at most 4, weight 0.1.  Only the first
 * 64 bytes are looked at.
 */
int link_jaro(struct view a, struct view b);

/*
 * Which bytes but spaces a text has: one of 64 bits for each, several bytes
 * to a bit.
 */
uint64_t link_letters(struct view v);

/*
 * Is it plain from their letters that link_jaro() of two texts is less than
 * least?  Costs next to nothing; false says nothing.
 */
bool link_far(struct view a, uint64_t letters_a, struct view b,
	uint64_t letters_b, int least);

/*
 * How many insertions, deletions, changes and swaps of neighbours apart (the
 * optimal string alignment distance), or most + 1 when that is more than
 * most, which is 1 or 2.
 */
int link_edits(struct view a, struct view b, int most);

#endif
