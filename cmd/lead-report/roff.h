/*
 * roff.h - a document for groff: `groff -t -ms -Tpdf`.
 */
#ifndef REPORT_ROFF_H
#define REPORT_ROFF_H

#include "doc.h"

/* Put the document at the end of out, in ASCII. */
void roff_write(const struct doc *doc, struct str *out);

/*
 * Plain text as groff input that can only print: no request, no escape, no
 * table.  Beyond ASCII as \[uXXXX]; a line break as a blank.
 */
void roff_text(struct view plain, struct str *out);

#endif
