/*
 * merges.h - what leads were before they were merged, so that they can come
 * apart again.
 *
 * The store's merges.tsv: merged_into, and the columns of leads.tsv.  A lead
 * into which records of another lead_id went has a record there for each of
 * these ids, and one for its own: its parts, as they were by themselves.
 * Since merging knows no order and no repetition, the lead is the merger of
 * its parts, and any two of them that a person decides to be two leads can
 * be made anew from what is left to each.
 */
#ifndef MERGES_H
#define MERGES_H

#include "intake.h"
#include "link/decisions.h"
#include "merge.h"

struct part {
	struct view lead;    /* the lead it is in */
	struct view *fields; /* plain, in the columns of header */
};

struct merges {
	struct header header;	 /* owned: lead_id first */
	struct headers *headers; /* borrowed: to merge by */
	struct part *parts;	 /* owned */
	size_t n, cap;
	struct arena text; /* owned: of parts */
};

/*
 * Load a store's parts, of which there may be none; columns of also are added
 * to theirs, unless it is NULL.
 */
void merges_load(struct merges *merges, const char *path,
	const struct header *also, struct headers *headers);

/* Add a part, fields of which in the columns of header are copied. */
void
merges_add(struct merges *merges, struct view lead, const struct view *fields);

/* In order of lead and id, those of one id and lead merged. */
void merges_settle(struct merges *merges);

/* The end of the parts of the lead that those from number from on are of. */
size_t merges_end(const struct merges *merges, size_t from);

/* Write the store's file, if it changes. */
void merges_save(const struct merges *merges, const char *path);
void merges_fini(struct merges *merges);

/*
 * Keep the parts of what an import merged, after emit_run().  Two records of
 * one lead_id are one part.
 */
void merges_keep(struct intake *in);

/*
 * Before the leads of set->update are read: those of which decisions say
 * that they are two are two again.  What else was changed in them stays.
 * told: the file of --decide, or NULL.
 */
void merges_split(const struct settings *set, const struct sheet *told);

#endif
