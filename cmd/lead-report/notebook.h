/*
 * notebook.h - the logs, for reports that tell more than the folded columns.
 */
#ifndef REPORT_NOTEBOOK_H
#define REPORT_NOTEBOOK_H

#include "job.h"
#include "lead/known.h"

struct notebook {
	char *path; /* owned */
	struct history_log log;
};

/*
 * Open the note log or the contact log: the one that the options name, else
 * the store's, which may be missing.  Trouble is a message and status 2; the
 * job's status is 1 when a part cannot be read.
 */
void notebook_open_notes(struct notebook *book, struct job *job);
void notebook_open_contacts(struct notebook *book, struct job *job);
void notebook_close(struct notebook *book);

#endif
