/*
 * date.h - dates and times as dumps write them, to RFC 3339.
 *
 * Whether 03/04/2026 is in April or in March no single value tells: it is
 * decided over the whole column.  Observe every value, decide, then read.
 */
#ifndef LEAD_DATE_H
#define LEAD_DATE_H

#include "base/str.h"

enum date_order {
	DATE_DAY_FIRST,	  /* 23/11/2026 */
	DATE_MONTH_FIRST, /* 11/23/2026 */
};

/* What a column has shown so far; {0} has seen nothing. */
struct date_column {
	uint64_t day_first, month_first; /* values that prove an order */
	uint64_t either;		 /* values that fit both */
	uint64_t other;			 /* dates that need no order */
	uint64_t bad;			 /* no dates at all */
	uint64_t serial;		 /* spreadsheet day numbers */
	char proof[2][24];		 /* a value that proves each order */
};

void date_observe(struct date_column *column, struct view in);

/* Add what another column (another part of the file) has shown. */
void date_merge(struct date_column *column, const struct date_column *more);

/*
 * The order that more values prove, or usual when none does.  What is to be
 * said of it is put at the end of why when that is not NULL, as in
 * "day first, as '23/11/2026' shows (812 values)", in the reader's language.
 */
enum date_order date_decide(const struct date_column *column,
	enum date_order usual, struct str *why);

/* The usual order of a country (alpha-2): month first in US and few others. */
enum date_order date_usual(struct view country);

/*
 * Put the date, or the moment if a time of day stands behind it, at the end
 * of out: "2026-11-23", "2026-11-23T09:15:00Z".  Read are: ISO 8601 forms,
 * numbers with / . - or blanks, names of months (date_words.h), 20261123,
 * spreadsheet day numbers (40000..60000), Unix times in seconds (10 digits)
 * or milliseconds (13).  A time without a zone is taken as UTC.  Two-digit
 * years are 1970..2069.  A value that only fits the other order is read in
 * that.  False, with out as it was, for what is none.
 */
bool date_normalise(struct view in, enum date_order order, struct str *out);

#endif
