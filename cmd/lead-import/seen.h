/*
 * seen.h - what a field holds, where no header says who a row is.
 */
#ifndef SEEN_H
#define SEEN_H

#include "dump.h"
#include "headers.h"
#include "settings.h"

/*
 * If none of the meanings is an address or a number, but one unknown field
 * holds such, as its first rows show, it means that, which is said unless
 * quiet.
 */
void seen_find(const struct dump *dump, const struct settings *set,
	struct meaning *meanings);

#endif
