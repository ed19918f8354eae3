/*
 * when_words.h - the words of the grammar of when.h, in lower case.
 */
#ifndef LEAD_WHEN_WORDS_H
#define LEAD_WHEN_WORDS_H

#include "base/view.h"

enum when_unit {
	WHEN_MINUTE,
	WHEN_HOUR,
	WHEN_DAY,
	WHEN_WORKING_DAY,
	WHEN_WEEK,
	WHEN_MONTH,
	WHEN_YEAR,
};

/* A table's number for a word; false when it is not there. */
bool when_weekday(struct view word, int *out);	/* 0 Monday */
bool when_month(struct view word, int *out);	/* 1 January */
bool when_unit(struct view word, int *out);	/* enum when_unit */
bool when_day_word(struct view word, int *out); /* days from today */
bool when_noon(struct view word, int *out);	/* hour of the day */

#endif
