/*
 * twin.h - entries of one id: the same one, logged again, or two that got the
 * same name.
 *
 * Of entries with one id a fold counts one.  That is what a command repeated
 * with the same --id is for, or a file appended twice; but an entry whose
 * name is another's would be lost.
 */
#ifndef LEAD_TWIN_H
#define LEAD_TWIN_H

#include "lead/draft.h"

/*
 * Do the fields of two entries with one id say the same?  When and by whom
 * they were logged does not matter, nor do their sums; when they happened only
 * if timed.
 */
bool twin_is_same(const struct journal *journal, const struct view *a,
	const struct view *b, bool timed);

/*
 * Before lines of fields (without sums, LF behind each) are appended: has one
 * of them the id of another, or of an entry of the log, that does not say the
 * same?  STATUS_PART, said, when so.
 */
enum status
twins_refuse(const struct journal *journal, struct view lines, bool timed);

#endif
