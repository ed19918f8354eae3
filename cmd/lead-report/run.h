/*
 * run.h - other programs started, as real processes and without a shell.
 */
#ifndef REPORT_RUN_H
#define REPORT_RUN_H

#include "base/opt.h"
#include "base/view.h"

/*
 * Run a program with these bytes on its stdin and its output on our stderr.
 * False, with a message, when it could not be started or ended with another
 * status than 0.
 */
bool run_with_input(const char *const *words, struct view input);

/* Processes that feed our stdin. */
struct run {
	int *pids; /* owned */
	size_t n;
};

enum run_what {
	RUN_PIPELINE, /* lead-contact leads.tsv | lead-note | lead-score */
	RUN_GATED,    /* the same, lead-contact with --gate call,email */
	RUN_LEADS,    /* the leads as they are: no process */
	RUN_CONTACTS, /* the contact log: no process */
};

/*
 * Make what the store has our standard input.  The programs are those beside
 * our own, else those of $PATH.  Trouble is a message and status 2.
 */
void
run_store(struct run *run, const struct common *common, enum run_what what);

/* Wait for all of them: the worst status, 2 for whatever is above 1. */
int run_wait(struct run *run);

#endif
