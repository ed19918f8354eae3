/*
 * fields.h - what is known of leads, as columns of the stream.
 */
#ifndef NOTE_FIELDS_H
#define NOTE_FIELDS_H

#include "lead/known.h"
#include "record/flow.h"

/* What the filter knows. */
struct fields {
	const struct history_log *log; /* borrowed */
	int lead_id;		       /* column of the input */
	size_t own_base;	       /* flow_own() of the first of ours */
	/* Columns that some lead's notes correct, from own_base on. */
	struct header set; /* owned */
	size_t *set_own;   /* owned: flow_own() of each */
	int *set_in;	   /* owned: column of the input, or -1 */
};

/*
 * Own the columns, those too that notes correct; the input must have a
 * lead_id (else status 2).
 */
void fields_own(struct fields *fields, struct flow *flow);
void fields_fini(struct fields *fields);

/*
 * Set the fields of one record.  What they are made of is put into room,
 * which is cleared first.
 */
void fields_set(const struct fields *fields, struct str *room,
	const struct record *in, const struct known *known, struct view *own);

#endif
