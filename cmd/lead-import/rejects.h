/*
 * rejects.h - rows that could not be taken, kept to be mended.
 *
 * The file of -r: file line reason, then the columns of the dumps as they
 * were named there.  It can be mended by hand and imported as it is.
 * Their fields are kept as they stand; rejects_value.h has what is not.  Rows
 * of such a file that are refused again keep the file and line they had.
 * Without -r the first rejects are said on stderr, the others counted.
 */
#ifndef REJECTS_H
#define REJECTS_H

#include "dump.h"
#include "schema.h"

#include "base/file.h"

struct rejects {
	struct output out;
	bool kept;	    /* there is a file */
	uint64_t n;	    /* rejects so far */
	struct view *names; /* owned: the union of the dumps' names */
	size_t names_n, names_cap;
	size_t *order;		     /* owned: see find_order() */
	const struct dump *order_of; /* borrowed */
	bool again;		     /* it is a file of rejects */
	bool in_order;		     /* of all its fields, as they stand */
	struct view *fields;	     /* owned: of the reject in hand */
	size_t fields_cap;
	/* How the last one written began: its file, line and reason. */
	struct str start;	   /* owned */
	size_t file_end, line_end; /* in it */
	uint64_t line;
	uint32_t because; /* the reason's number */
	struct str lines; /* owned: what is being written */
};

/* What is wrong with many is said once: so many texts are kept. */
#define REJECTS_SAID 8

/* The rejects of a chunk, whose lines are not known yet. */
struct rejects_batch {
	struct reject {
		size_t line;	 /* line ends before it */
		size_t ends;	 /* of its fields, in text, behind the last's */
		uint32_t n;	 /* how many they are */
		uint32_t reason; /* by its number */
	} * all;		 /* owned */
	size_t n, cap;
	const struct dump_plan *plan; /* borrowed; NULL: nothing is known */
	struct str text;	      /* owned: the fields, a TAB before each */
	struct str said;	      /* owned: the reasons */
	size_t *reasons;	      /* owned: where each ends in it */
	size_t reasons_n, reasons_cap;
	struct str plain, mended; /* owned: of the field in hand */
	struct reject_fault {
		enum csv_fault fault; /* CSV_FINE: none was yet */
		size_t n, width;
		uint32_t reason;
	} faults[REJECTS_SAID];
};

/* path NULL: none are kept. */
void rejects_open(struct rejects *rejects, const char *path,
	const struct dump *dumps, size_t dumps_n);

/* Note the record in hand as rejected for a reason, in its own fields. */
void rejects_add(
	struct rejects_batch *batch, const struct csv *csv, struct view reason);

/* The same of one that is damaged: its fault is the reason. */
void rejects_damaged(struct rejects_batch *batch, const struct csv *csv);

/* A reason by its number, and why a row was rejected, by its own. */
struct view rejects_text(const struct rejects_batch *batch, size_t number);
struct view rejects_reason(const struct rejects_batch *batch, size_t i);

/* Write a batch, its lines counted from where the dump is. */
void rejects_give(struct rejects *rejects, const struct rejects_batch *batch,
	const struct dump *dump);

/* Have the file on the disk, before the leads that it belongs to are. */
void rejects_sync(struct rejects *rejects);

/* Returns whether some were left out: rejected and not kept. */
bool rejects_close(struct rejects *rejects);

/* Begin with rows of a dump; plan may be NULL. */
void
rejects_batch_begin(struct rejects_batch *batch, const struct dump_plan *plan);
void rejects_batch_fini(struct rejects_batch *batch);

#endif
