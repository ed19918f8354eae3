/*
 * one.h - reports on one lead: found in the stream by what a person typed.
 */
#ifndef REPORT_ONE_H
#define REPORT_ONE_H

#include "lead/product.h"
#include "lead/seek.h"
#include "list.h"
#include "notebook.h"
#include "people.h"

struct one {
	struct list list;   /* first: see list_report_start() */
	const char **names; /* owned: of all columns */
	struct seek seek;
	bool seeks; /* the key is also looked for in names */
	int lead_id, email, phone, mobile, full_name, company;
	/* Opened by one_load(): */
	struct notebook notes, contacts;
	struct history told, met; /* the lead's notes and contacts */
	struct known known;
	struct people people;
	struct catalogue catalogue;
	const struct product *product; /* that suits the lead; or NULL */
	const struct row *row;	       /* the lead; NULL: not one */
};

void one_open(struct job *job);
void one_record(struct job *job, void *state, const struct record *in);
void one_settle(struct job *job);
void one_close(struct job *job);

/*
 * Whether there is just one such lead, with all that the logs know of it
 * loaded.  If not that is said, several are listed, and the job's status is
 * STATUS_PART.
 */
bool one_load(struct job *job);

/* A field of the lead, as written, by its column's name. */
struct view one_get(const struct one *one, const char *name);

#endif
