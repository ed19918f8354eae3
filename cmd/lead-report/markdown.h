/*
 * markdown.h - a document as Markdown with tables (GitHub's flavour).
 */
#ifndef REPORT_MARKDOWN_H
#define REPORT_MARKDOWN_H

#include "doc.h"

void markdown_write(const struct doc *doc, struct str *out);

/* Plain text that stays text: no link, no HTML, no table cell's end. */
void markdown_text(struct view plain, struct str *out);

#endif
