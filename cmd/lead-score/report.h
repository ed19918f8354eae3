/*
 * report.h - what a learned scorecard says of itself.
 */
#ifndef REPORT_H
#define REPORT_H

#include "leak.h"
#include "trial.h"

struct report {
	const struct past *past;
	const char *target; /* as given */
	const struct leak *leaks;
	size_t leaks_n;
	bool keep_leaks;
	unsigned folds;
	const struct crossed *crossed; /* NULL: not tried */
	/* The same without the suspect columns; NULL: there are none */
	const struct crossed *trusted;
	const struct later *later; /* NULL: no date column */
};

/* Put it at the end of out, as lines. */
void report_write(const struct report *report, struct str *out);

#endif
