/*
 * intake_work.h - what a thread makes of a chunk: its rows as lines, what
 * links them, and what became of each.
 */
#ifndef INTAKE_WORK_H
#define INTAKE_WORK_H

#include "intake.h"

#include "lead/history.h"

/* What became of a row of a chunk, until it is the chunk's turn. */
struct intake_taken {
	enum fate fate; /* FATE_NEW: accepted */
	uint32_t line;	/* line ends before it, from the chunk's start */
	bool refuses;	/* accepted: a channel */
	union {
		size_t at; /* accepted: where it starts in out; rejected: in
			    * the rejects */
		const struct suppress_entry *entry; /* suppressed: borrowed */
	};
};

struct intake_worker {
	struct chunk chunk;
	struct row row;
	struct str out;	    /* owned: the accepted rows as lines */
	bool same;	    /* so far, these are the chunk's own bytes, and */
	size_t same_n;	    /* so many from its start; out is empty */
	struct str scratch; /* owned */
	struct link_scratch linking;
	struct rejects_batch rejects;
	struct intake_taken *taken; /* owned */
	size_t n, cap;
	struct link_row *links; /* owned: of the accepted rows */
	size_t links_n, links_cap;
	struct closed_batch closed;
	struct history history; /* owned: of a known lead */
	bool stopped;		/* a list or the log closed the row in hand */
	uint64_t mended, again;
	uint64_t closed_known; /* known leads so closed */
};

/* Make them of the chunk in hand, which chunk_take() gave. */
void intake_work(const struct intake *in, struct intake_worker *w);

#endif
