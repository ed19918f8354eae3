/*
 * mail.h - a document as a whole message for `sendmail -t -oi`: text, HTML
 * and, when it has follow-ups, a calendar.
 */
#ifndef REPORT_MAIL_H
#define REPORT_MAIL_H

#include "doc.h"

struct mail {
	struct view from_name, from; /* borrowed */
	struct view to_name, to;     /* borrowed */
	struct view about; /* whose part of the report; in the Message-ID */
};

/*
 * Put the message at the end of out.  The same document to the same person
 * on the same day has the same Message-ID, whatever has changed in it, so
 * that a second run can be told from a second message.  False, with a
 * message said, when an address cannot stand in a header.
 */
bool
mail_write(const struct doc *doc, const struct mail *mail, struct str *out);

/* Put the Message-ID, in its angle brackets, at the end of out. */
void mail_id(const struct doc *doc, const struct mail *mail, struct str *out);

#endif
