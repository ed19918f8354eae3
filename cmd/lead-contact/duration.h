/*
 * duration.h - how long something took.
 */
#ifndef CONTACT_DURATION_H
#define CONTACT_DURATION_H

#include "base/view.h"

/*
 * Read 45s, 12m, 1h, 1h5m, 1h5m30s, 1:30 (minutes and seconds) or 1:05:00
 * into seconds.  A bare number is none: of what?
 */
bool duration_read(struct view text, int64_t *seconds);

#endif
