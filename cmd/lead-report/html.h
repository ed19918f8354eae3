/*
 * html.h - a document as one self-contained page, or as the HTML of a mail.
 *
 * No script, nothing from elsewhere: a Content-Security-Policy forbids both.
 * All data goes through html_text(); links are made of what link.h lets pass.
 */
#ifndef REPORT_HTML_H
#define REPORT_HTML_H

#include "doc.h"

/* The page: light and dark, for screens, phones and paper. */
void html_write(const struct doc *doc, struct str *out);

/*
 * The same for mail programs: styles inline, tables for layout, no SVG.
 * Rows beyond about 90 KiB are left out, which is said: some providers cut
 * longer mails.
 */
void html_write_mail(const struct doc *doc, struct str *out);

/* Plain text as HTML text or as an attribute's value in double quotes. */
void html_text(struct view plain, struct str *out);

/* The page's style sheet (html_style.c). */
extern const char html_style[];

#endif
