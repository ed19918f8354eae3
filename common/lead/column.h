/*
 * column.h - the names of the columns that our programs write.
 *
 * Leads may have others, which pass through; these are what a rule or a
 * condition most likely means.
 */
#ifndef LEAD_COLUMN_H
#define LEAD_COLUMN_H

#include "base/view.h"

/* Is it written by lead-import, or folded from the logs? */
bool column_is_ours(struct view name);

/* Such a name that differs from name by a slip or two, or NULL. */
const char *column_like(struct view name);

#endif
