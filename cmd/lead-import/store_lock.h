/*
 * store_lock.h - one writer of leads.tsv at a time.
 */
#ifndef STORE_LOCK_H
#define STORE_LOCK_H

#include "base/opt.h"

/*
 * Wait for the store, which must exist, and hold it until store_unlock() or
 * the end of the program.  Trouble is status 2.
 */
int store_lock(const struct common *common);
void store_unlock(int lock);

#endif
