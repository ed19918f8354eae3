/*
 * flag.h - yes and no, and what people write for them.
 */
#ifndef LEAD_FLAG_H
#define LEAD_FLAG_H

#include "base/str.h"

enum flag {
	FLAG_ABSENT, /* empty, "n/a", "unknown", "-": not said */
	FLAG_NO,
	FLAG_YES,
	FLAG_BAD, /* says something else */
};

/*
 * Read yes, y, true, t, 1, x, on, ✓, oes, ydy, ie, do, oui, ja, sí and their
 * opposites, in any case; "opted out", "unsubscribed", "do not call" are yes
 * and "opted in", "subscribed", "granted", "marketing contact" no of an
 * opt-out: see flag_opt_out().
 */
enum flag flag_read(struct view in);

/* "N/A", "none", "-" in place of a value: none is stated.  Most are not. */
bool flag_is_absent(struct view in);

/*
 * Read a column that says who must not be contacted.  positive: the column
 * asks the other way round ("email opt-in", "consent"), so that no means
 * opted out, and "Yes, after five" that nobody is.  Words that say it
 * themselves ("unsubscribed", "opted in") win over that.
 */
enum flag flag_opt_out(struct view in, bool positive);

/*
 * Does a column do_not_... forbid contact?  Whatever is no plain no does, such
 * as "2026-05-03" or "yes - asked in May": who cannot read it must not ring.
 */
bool flag_stops(struct view in);

/* Put "yes" or "no", or nothing for the others, at the end of out. */
void flag_write(enum flag flag, struct str *out);

#endif
