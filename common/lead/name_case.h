/*
 * name_case.h - capitals for a name that has none, or nothing else.
 */
#ifndef LEAD_NAME_CASE_H
#define LEAD_NAME_CASE_H

#include "base/str.h"

enum name_case {
	NAME_MIXED,	/* someone took care: leave it */
	NAME_ALL_UPPER, /* and two letters at least */
	NAME_ALL_LOWER,
};

enum name_case name_case(struct view v);

/*
 * Is v as it should be already: Latin letters of mixed case, single blanks, no
 * two capitals in a row?
 */
bool name_is_plain(struct view v);

/*
 * Put v, blanks collapsed already, at the end of out with a capital at the
 * start of each word and behind hyphens, O', D' and Mc.  Particles are
 * small; at the start only the Welsh ones, or when they were small there.
 */
void name_capitalise(struct view v, bool was_lower, struct str *out);

#endif
