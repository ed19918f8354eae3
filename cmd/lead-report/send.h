/*
 * send.h - mails that leave: one for each part of a report, by $SENDMAIL.
 */
#ifndef REPORT_SEND_H
#define REPORT_SEND_H

#include "job.h"
#include "mail.h"
#include "people.h"

/*
 * Send each part to whom it is for, and write a record for each row that was
 * sent: lead_id, person, email, ref, message_id,
 * sent_at.  A part that could not be sent
 * is said and makes the job's status STATUS_PART; its rows are not written.
 */
void send_parts(struct job *job);

/*
 * Put a document as one mail at the end of out: from who the store's policy
 * says we are, to --to, else --for's address in people.tsv, else ourselves.
 * No such address is a message and status 2.
 */
void send_write(struct job *job, const struct doc *doc, struct str *out);

#endif
