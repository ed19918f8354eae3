/*
 * folded.h - the columns that are computed from the logs: nobody corrects
 * them but by logging.
 */
#ifndef LEAD_FOLDED_H
#define LEAD_FOLDED_H

#include "base/view.h"

/* Is a column of the stream computed from the logs? */
bool folded_is(struct view column);

/* Name i of these columns; NULL behind the last. */
const char *folded_name(size_t i);

#endif
