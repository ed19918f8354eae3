/*
 * slip.h - how many slips of the hand lie between two words.
 */
#ifndef BASE_SLIP_H
#define BASE_SLIP_H

#include "base/view.h"

#define SLIP_LONGEST 24 /* bytes of a word; of a longer one all are slips */

/*
 * Letters to add, drop or change, or neighbours to swap, to get from one to
 * the other: the four slips of Damerau, "A technique for computer detection
 * and correction of spelling errors", 1964.  By bytes.
 */
unsigned slip_count(struct view a, struct view b);

#endif
