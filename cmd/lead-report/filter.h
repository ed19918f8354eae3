/*
 * filter.h - which leads a report is about: --where, --for and --since.
 */
#ifndef REPORT_FILTER_H
#define REPORT_FILTER_H

#include "lead/test.h"
#include "record/flow.h"

struct condition {
	int column;
	struct test test;
};

struct filter {
	struct condition *all; /* owned: all must hold */
	size_t n;
	int user_column; /* -1: anybody's */
	struct view user;
	int since_column; /* -1: from the beginning */
	int64_t since;
	struct arena arena;
};

/*
 * Read "COLUMN TEST [VALUE]" for each of where (see lead/test.h).  A column
 * that is not there, or what is no test, is a message and status 2.
 */
void filter_read(struct filter *filter, const struct opt_list *where,
	const struct header *header, int64_t now);

/* May be called by several threads; scratch is the caller's. */
bool filter_passes(const struct filter *filter, const struct record *record,
	struct str *scratch);

void filter_fini(struct filter *filter);

#endif
