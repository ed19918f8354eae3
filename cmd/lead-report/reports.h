/*
 * reports.h - the table of all reports: to add one, add a row.
 */
#ifndef REPORT_REPORTS_H
#define REPORT_REPORTS_H

#include "job.h"

/* Those that live in a file of their own. */
extern const struct report report_today;
extern const struct report report_due;
extern const struct report report_queue;
extern const struct report report_sources;
extern const struct report report_reasons;
extern const struct report report_objections;
extern const struct report report_enquiries;
extern const struct report report_competitors;
extern const struct report report_opportunities;
extern const struct report report_handoff;
extern const struct report report_brief;
extern const struct report report_proposal;
extern const struct report report_compliance;
extern const struct report report_lint;
extern const struct report report_subject;
extern const struct report report_activity;
extern const struct report report_table;
extern const struct report report_pipeline;

/* The report with a name, or NULL. */
const struct report *reports_find(const char *name);

/* Put "due, queue, ..." at the end of out. */
void reports_names(struct str *out);

/* Put "due\tfollow-ups ...\n" for each at the end of out. */
void reports_list(struct str *out);

#endif
