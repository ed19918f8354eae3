/*
 * intake.h - the first half of an import: every row of every dump is made a
 * record, in threads, and put into a spool in the order of the input; what
 * identifies it goes into the table of link.h.
 */
#ifndef INTAKE_H
#define INTAKE_H

#include "chunk.h"
#include "closed.h"
#include "ledger.h"
#include "lines.h"
#include "link/link.h"
#include "rejects.h"
#include "row.h"

#include "base/meter.h"

/* Every so many rows their offset in lines is kept. */
#define INTAKE_MARK 16

/* The lists of whom to leave out: the store's, and that of -x. */
#define INTAKE_LISTS 2

struct decisions;
struct refused;
struct suppress;

struct intake {
	const struct settings *set;	   /* borrowed */
	const struct schema *schema;	   /* borrowed */
	const struct row_context *context; /* borrowed */
	const struct suppress *suppress;   /* borrowed: INTAKE_LISTS */
	const struct decisions *decisions; /* borrowed */
	struct refused *refused;	   /* borrowed: by the contact log */
	struct dump *dumps;		   /* borrowed */
	struct chunks chunks;
	struct rejects rejects;
	struct ledger ledger;
	struct link *link; /* owned */
	struct link_columns link_at;
	const struct dump *known_dump; /* borrowed: that of -u, or NULL */
	struct meter meter;
	uint64_t odd[ODD_KINDS];
	struct place first[ODD_KINDS]; /* the first of each, if there is one */
	struct closed closed;	       /* owned: what has refused */
	uint64_t closed_known; /* known leads that a list or the log closed */
	uint32_t *refusing;    /* owned: rows that do, in order */
	size_t refusing_n, refusing_cap;
	struct lines lines; /* the records, as lines of the output */
	uint32_t rows;	    /* records in it */
	uint32_t known;	    /* of them those of -u, which come first */
	uint64_t *marks;    /* owned: offsets in lines of rows 0, 16, 32 ... */
	size_t marks_cap;
};

/*
 * Read all dumps.  in has its borrowed members set, and dumps n; known: the
 * first is that of -u.
 */
void intake_run(struct intake *in, size_t n, bool known);
void intake_fini(struct intake *in);

#endif
