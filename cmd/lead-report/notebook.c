#include "notebook.h"

#include "lead/store.h"

#include <stdlib.h>

static void
open(struct notebook *book, struct job *job, struct log log, const char *name)
{
	enum status status;

	book->path = log.path ? mem_text(log.path, strlen(log.path))
			      : store_path(&job->set->common, name);
	log.path = book->path;
	status = history_open(&book->log, &log, job->now);
	if (status == STATUS_FAIL)
		exit(STATUS_FAIL); /* it has been said why */
	if (status > job->status)
		job->status = status;
}

void
notebook_open_notes(struct notebook *book, struct job *job)
{
	open(book, job,
		(struct log){
			.path = job->set->notes, .header = VIEW(NOTE_HEADER)},
		"notes.tsv");
}

void
notebook_open_contacts(struct notebook *book, struct job *job)
{
	open(book, job,
		(struct log){.path = job->set->contacts,
			.header = VIEW(CONTACT_HEADER)},
		"contacts.tsv");
}

void
notebook_close(struct notebook *book)
{
	history_close(&book->log);
	mem_free(book->path);
}
