/*
 * list.h - reports that are lists of leads: the best so many rows, all of
 * them or for each value of the --by column.
 */
#ifndef REPORT_LIST_H
#define REPORT_LIST_H

#include "group.h"
#include "job.h"
#include "rows.h"

/* Rows by the value of a column; with no such column there is one, "". */
struct list_set {
	struct groups groups;
	struct rows *rows; /* owned: one for each group */
	size_t cap;
	uint64_t left_out; /* counted by the report */
};

struct list {
	const char *const *names; /* borrowed: the fields each row keeps */
	size_t n;
	int *at; /* owned: their columns, or -1 */
	int by;	 /* column, or -1 */
	uint64_t most;
	struct list_set set; /* of all threads */
	size_t *sorted;	     /* owned: groups by their values */
};

/* Names that are no columns of the stream will be empty fields. */
void list_open(struct list *list, const struct job *job,
	const char *const *names, size_t n);

/* A thread's own: owned, list_take() ends it. */
struct list_set *list_start(void);
/* The key's first part is a class below GROUP_COUNTERS; they are counted. */
void list_offer(const struct list *list, struct list_set *set,
	const struct record *record, const struct rows_key *key);
/*
 * The same for a row that the report puts together itself: the line to put
 * its fields in, or NULL when it is not wanted.
 */
struct str *list_offer_line(const struct list *list, struct list_set *set,
	struct view by, const struct rows_key *key);
void list_take(struct list *list, struct list_set *set);

/* When all is in. */
void list_settle(struct list *list);
size_t list_parts(const struct list *list);
struct view list_part(const struct list *list, size_t i);
/* How many rows of a class were offered to part i, kept or not. */
uint64_t list_count(const struct list *list, size_t i, size_t class);
const struct rows *list_rows(const struct list *list, size_t i);

void list_close(struct list *list);

/*
 * The functions of a report whose own struct begins with a struct list: they
 * serve as they stand in struct report.
 */
void *list_report_start(struct job *job);
void list_report_stop(struct job *job, void *state);
void list_report_settle(struct job *job);
size_t list_report_parts(const struct job *job);
struct view list_report_part(const struct job *job, size_t i);
void list_report_close(struct job *job);

#endif
