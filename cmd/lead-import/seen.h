/*
 * seen.h - what a field holds, where no header says it.
 */
#ifndef SEEN_H
#define SEEN_H

#include "dump.h"
#include "headers.h"
#include "settings.h"

/*
 * Some headers mean another thing if most of their values, in the first rows,
 * show it: "State" is that of an address where it says Unsubscribed.
 *
 * If no field is known to be an e-mail address, but one of those that nobody
 * knows holds such, as its first rows show, it means that; and likewise with
 * telephone numbers if nothing else identifies.  It is said unless quiet.
 */
void seen_find(const struct dump *dump, const struct settings *set,
	struct meaning *meanings);

#endif
