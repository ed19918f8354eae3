/*
 * store.h - where a sales team's files are.
 *
 * One directory holds leads.tsv, contacts.tsv, notes.tsv, suppress.tsv,
 * tps.txt, ctps.txt, rules.tsv, catalogue.tsv, policy.tsv and people.tsv.
 */
#ifndef LEAD_STORE_H
#define LEAD_STORE_H

#include "base/opt.h"
#include "base/str.h"

/*
 * The path of a file of the store, for example "leads.tsv": below --home,
 * else $LEAD_HOME, else $XDG_DATA_HOME/leadpipe, else
 * ~/.local/share/leadpipe.  Owned by the caller: mem_free().
 */
char *store_path(const struct common *common, const char *name);

/* Make the store's directory, 0700, unless it is there; status 2 if not. */
void store_make(const struct common *common);

#endif
