/*
 * job.h - one run: the input gone through, documents made of it, written.
 */
#ifndef REPORT_JOB_H
#define REPORT_JOB_H

#include "doc.h"
#include "filter.h"
#include "settings.h"

struct report;

struct job {
	const struct settings *set;  /* borrowed */
	const struct report *report; /* borrowed */
	struct flow flow;
	struct filter filter;
	int64_t now;	    /* the moment */
	int32_t today;	    /* its day in the reader's zone */
	int64_t since;	    /* INT64_MIN: from the beginning */
	void *own;	    /* the report's, from its open() to its close() */
	enum status status; /* to end with; findings make it STATUS_PART */
};

enum report_flag {
	REPORT_KEY = 1,	     /* its second operand says which lead */
	REPORT_CONTACTS = 2, /* reads a contact log, not leads */
	REPORT_GATE = 4,     /* the usual pipeline asks the gate too */
	REPORT_PARTS = 8,    /* --by makes parts, which --send can send */
	REPORT_GROUPS = 16,  /* --by is what it counts by */
	REPORT_BARE = 32,    /* leads as they are: nothing needs folding */
	REPORT_EACH = 64,    /* has parts without --by, too */
};

/*
 * A report is a row of a table (reports.c).  start, record and stop are as
 * in struct flow_job, with the job for the program; what may be NULL says so.
 */
struct report {
	const char *name;
	const char *purpose; /* N_() */
	unsigned flags;
	/* Look the columns up; makes job->own. */
	void (*open)(struct job *job);
	void *(*start)(struct job *job);
	void (*record)(
		struct job *job, void *state, const struct record *record);
	void (*stop)(struct job *job, void *state);
	/* Sort things out when all has been read; may be NULL. */
	void (*settle)(struct job *job);
	/*
	 * How many parts there are with --by, each for one of its values, and
	 * whose number i is; NULL: there is only the whole.
	 */
	size_t (*parts)(const struct job *job);
	struct view (*part)(const struct job *job, size_t i);
	/* Make part number i, or the whole (JOB_ALL). */
	void (*write)(struct job *job, struct doc *doc, size_t i);
	void (*close)(struct job *job);
};

#define JOB_ALL SIZE_MAX

/* Run a report over the operands; the status to end with. */
enum status job_run(const struct report *report, const struct settings *set,
	char **operands);

/* How many rows a list may have: --rows, or what suits the format; 0: all. */
uint64_t job_rows(const struct job *job);

/* Is it a lead that somebody may still work on, by its stage? */
bool job_is_open(struct view stage);

/* The column of the input with a name, or -1; the second: or status 2. */
int job_column(const struct job *job, const char *name);
int job_need(const struct job *job, const char *name, const char *from);

/* The moment in a field; false when there is none. */
bool job_moment(struct view field, int64_t *moment);

#endif
