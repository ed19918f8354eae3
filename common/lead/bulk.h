/*
 * bulk.h - many entries at once, as records on stdin in a log's columns: a
 * dialler's call log, a campaign's answers.
 *
 * Each is checked; all are appended, or none.  An entry without an id gets
 * one that is made of what it says, so that taking it over twice counts once.
 */
#ifndef LEAD_BULK_H
#define LEAD_BULK_H

#include "lead/draft.h"

enum bulk_verdict {
	BULK_GOOD,
	BULK_SKIP, /* nothing has happened: passed over */
	BULK_BAD,
};

/* What is wrong with an entry: of which column, and what (N_()). */
struct bulk_fault {
	int column; /* -1: of the whole */
	const char *what;
};

/*
 * Put what is wrong with an entry at the end of out, behind the value that it
 * is wrong with, if it has one: "'pigeon' is no channel".
 */
void bulk_fault_write(const struct bulk_fault *fault, const struct draft *draft,
	struct str *out);

struct bulk {
	const struct journal *journal; /* borrowed */
	int due;		       /* its other column that holds a time */
	/* Bring one into order; its fields are plain text. */
	enum bulk_verdict (*check)(
		struct draft *draft, struct bulk_fault *fault);
	/* May these lines (without sums) be appended?  Says why not. */
	enum status (*accept)(const struct journal *journal, struct view lines);
};

enum status bulk_append(const struct bulk *bulk, const struct common *common);

/* The number of a log's column by its name; -1: none. */
int bulk_column(struct view header, struct view name);

#endif
