/*
 * mime.h - the pieces of a mail (RFC 5322, 2045, 2047), with LF at line ends
 * as sendmail -t takes it.
 */
#ifndef REPORT_MIME_H
#define REPORT_MIME_H

#include "base/str.h"

/*
 * A header field with unstructured text: "Subject: ...", in encoded words
 * where it is not ASCII, folded at 76 columns.  Whatever could end the field
 * early (CR, LF, NUL) or could not be seen has been made visible.
 */
void mime_header(const char *name, struct view plain, struct str *out);

/*
 * "To: Siân Rees <sian@menai.example>".  False, with nothing put, when the
 * address is no plain one: it has blanks, controls, <>, quotes, or no @.
 */
bool mime_address(const char *field, struct view name, struct view address,
	struct str *out);

/* A body in quoted-printable, lines of 76 at most. */
void mime_quoted_printable(struct view text, struct str *out);

#endif
