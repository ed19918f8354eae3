/*
 * follow.h - the classes of follow-ups, in the order in which they are done.
 */
#ifndef REPORT_FOLLOW_H
#define REPORT_FOLLOW_H

#include "lead/policy.h"
#include "list.h"

enum follow_class {
	FOLLOW_PROMISED, /* they asked for it or agreed to it; by its time */
	FOLLOW_OVERDUE,	 /* by worth */
	FOLLOW_TODAY,	 /* by its time */
	FOLLOW_FRESH,	 /* nobody has tried; by worth, then the newest */
	FOLLOW_OTHER,	 /* tried, with no date; sorted with those */
	FOLLOW_NONE,
};

struct follow {
	struct list list;     /* first: see list_report_start() */
	bool queue;	      /* those without a date too */
	bool undated;	      /* and no others */
	struct policy policy; /* owned: where a lead is that does not say */
};

#endif
