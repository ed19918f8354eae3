/*
 * plan.h - how an output record is put together: runs of the input's fields,
 * copied as they stand, and the program's own columns between and behind.
 */
#ifndef RECORD_PLAN_H
#define RECORD_PLAN_H

#include "record/header.h"
#include "record/record.h"

enum plan_kind { PLAN_COPY, PLAN_OWN, PLAN_EMPTY };

struct plan_step {
	enum plan_kind kind;
	int first, last; /* fields of the input, own fields, columns of out */
};

struct plan {
	struct plan_step *steps; /* owned */
	size_t n, cap;
	size_t columns; /* of the output */
	size_t own_n;	/* of them our own */
};

/*
 * For an input whose columns are at where (stream column -> field or -1), in
 * a stream with the columns in; out are those plus own, and own_at says which
 * of out each of the own_n is.
 */
struct plan_columns {
	const struct header *in;
	const struct header *out;
	const int *own_at;
	size_t own_n;
};

void plan_make(struct plan *plan, const struct plan_columns *columns,
	const int *where);

/* Put the record at the end of out, LF included. */
void plan_write(const struct plan *plan, const struct record *record,
	const struct view *own, struct str *out);

void plan_fini(struct plan *plan);

/* Status 2 when text, of --null, cannot stand in a field; NULL is none. */
void plan_check_fill(const char *text);

/* Put records at the end of out with text for each empty field. */
void plan_fill_empty(struct view records, struct view text, struct str *out);

#endif
