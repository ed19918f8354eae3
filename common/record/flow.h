/*
 * flow.h - a filter: records in, the same records out with columns added.
 *
 * A program opens a flow, looks its columns up in flow.header, names the
 * columns it owns, and runs a function over all records:
 *
 *	flow_open(&flow, operands, &set.common);
 *	card.employees = header_find(&flow.header, VIEW("employees"));
 *	flow_own(&flow, "score");
 *	status = flow_run(&flow, &(struct flow_job){.record = score}, &card);
 *	flow_close(&flow);
 *
 * Own columns are replaced where they stand in the input, else appended; all
 * others pass through unchanged.  Records are worked on by several threads
 * and written in their order: the result never depends on their number.
 */
#ifndef RECORD_FLOW_H
#define RECORD_FLOW_H

#include "record/plan.h"
#include "record/source.h"

struct flow {
	const struct common *common; /* borrowed */
	struct sources in;
	struct header header; /* owned: the columns of the input, a union */
	struct header out;    /* owned: those and our own */
	int *own_at;	      /* owned: which of out each of our own is */
	size_t own_n, own_cap;
	struct plan *plans; /* owned: one for each source */
};

#define FLOW_AHEAD 16

struct flow_job {
	/*
	 * A thread's own state; may be NULL.  Called before any record, on
	 * the caller's thread.
	 */
	void *(*start)(void *program);
	/*
	 * Look at a record and set the program's own fields, in the order of
	 * the flow_own() calls, as written (see field.h); they are empty at
	 * first, and must live until the next call with the same state.
	 * False leaves the record out of the output.
	 */
	bool (*record)(void *program, void *state, const struct record *in,
		struct view *own);
	/*
	 * Called for each record, in order, some FLOW_AHEAD records before
	 * its turn: what is looked up in much memory can be asked for then.
	 * Its shape is not checked yet: only its fields' number is right.
	 * May be NULL.
	 */
	void (*ahead)(void *program, void *state, const struct record *in);
	/* Called with each state in turn after the last record; may be NULL. */
	void (*stop)(void *program, void *state);
	/*
	 * Nothing is written to the output, not even opened.  (A run that
	 * writes it is confined, see base/confine.h; this one is not.)
	 */
	bool silent;
};

/* Open the operands and read their headers: trouble is status 2. */
void flow_open(struct flow *flow, char **operands, const struct common *common);

/* Own a column; returns which of own[] it is. */
size_t flow_own(struct flow *flow, const char *name);

/*
 * The status to end with.  2 has been said; the records before the faulty
 * one have been written, except to --output, which keeps what it had.
 */
enum status
flow_run(struct flow *flow, const struct flow_job *job, void *program);

void flow_close(struct flow *flow);

#endif
