/*
 * canon.h - whole records brought into the form in which they are written.
 *
 * Input may have \b \f \v \0 \' beside the four escapes, \N for empty, and
 * bare carriage returns; with --raw a backslash is just a backslash.
 */
#ifndef RECORD_CANON_H
#define RECORD_CANON_H

#include "base/str.h"
#include "record/scan.h"

/*
 * Are the scanned records written as they should be already?
 */
bool canon_is(struct view bytes, const struct scan *scan, bool raw);

/*
 * Put the records at the end of out, as written.  Returns how many bytes
 * were taken: fewer than all when there is an unknown escape at that offset.
 */
size_t canon_write(struct view bytes, bool raw, struct str *out);

/*
 * The plain text of a field of such input; a backslash of no escape stays.
 * As field_plain(), but for that and for the escapes that are read besides.
 */
struct view canon_plain(struct view field, struct str *scratch);

#endif
