/*
 * date_text.h - the numbers and words of a date, before anyone has said which
 * of them is the day.
 */
#ifndef LEAD_DATE_TEXT_H
#define LEAD_DATE_TEXT_H

#include "base/view.h"

/* What the text of a date looks like. */
enum date_shape {
	DATE_NONE,
	DATE_FIXED,  /* year, month and day are told apart by the text */
	DATE_TWO,    /* two numbers and a year: in an order to be decided */
	DATE_SERIAL, /* a spreadsheet's count of days */
	DATE_UNIX,   /* seconds since 1970 */
};

struct date_text {
	enum date_shape shape;
	int year, month, day; /* DATE_FIXED */
	int first, second;    /* DATE_TWO, and year */
	int64_t count;	      /* DATE_SERIAL: days; DATE_UNIX: seconds */
	bool timed;	      /* a time of day stood behind it */
	int32_t second_of_day;
	int32_t east; /* seconds east of Greenwich; 0 when not said */
};

/* Reads in; shape is DATE_NONE when it is no date.  No check of the day. */
void date_text_read(struct view in, struct date_text *out);

#endif
