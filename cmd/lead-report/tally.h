/*
 * tally.h - leads counted by the value of a column.
 */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include "base/str.h"
#include "group.h"

/* A thread's, and then all of them. */
struct tally_sums {
	struct groups groups;
	struct groups money; /* minor units, by value and currency */
	struct str key;	     /* owned: room for such a pair */
};

struct tally {
	bool reasons; /* of the disqualified; else all, by source */
	int key, stage, reached, attempts, score, value, currency;
	struct tally_sums all;
};

#endif
