/*
 * number.h - numbers as people write them, and bands such as 51-200.
 *
 * Numbers are exact: thousandths in 64 bits.
 */
#ifndef LEAD_NUMBER_H
#define LEAD_NUMBER_H

#include "base/str.h"

#define NUMBER_ONE INT64_C(1000) /* the unit of low and high is 1/1000 */
#define NUMBER_OPEN INT64_MAX	 /* "10,001+": no upper end */

/* Which character is the decimal mark. */
enum number_mark {
	NUMBER_GUESS, /* each number by itself; "1.234" is read as English */
	NUMBER_POINT, /* 1,234.56 */
	NUMBER_COMMA, /* 1.234,56 */
};

struct number {
	int64_t low, high; /* thousandths; equal unless it is a band */
};

/*
 * Read "1,250", "1 250", "-3.5", "1k", "2.5m", "1.2bn", "12 %", "~50", or a
 * band: "51-200", "51 to 200", "51–200 employees", "10001+", "<10", "over
 * 500", and their like in other languages: "10 à 19 salariés".  Returns
 * false, and leaves *out alone, for anything else, or when it does not fit in
 * 64 bits.
 */
bool number_read(struct view in, enum number_mark mark, struct number *out);

/* Write as "1250", "3.5", "51-200", "10001+" at the end of out. */
void number_write(struct number n, struct str *out);

/* Is it written as we do: digits only, no zero in front? */
bool number_is_plain(struct view v);

/*
 * number_read() and number_write().  A band stays a band: what it counts for
 * is for the reader of the column to say (lead-score takes its low end).
 */
bool number_normalise(struct view in, enum number_mark mark, struct str *out);

/*
 * What a column says of its decimal mark.  {0} has seen nothing.  Observe
 * its values, then decide: the mark that more values prove ("1,234.5" proves
 * the point, as do "1.5" and "12,50" theirs).  "1.234" proves nothing, but
 * some of them and no other fraction tell that the point parts groups: how
 * many it takes depends on what else is known.  "1.234m" tells nothing.
 */
#define NUMBER_HINTS 3 /* when nothing is */

struct number_column {
	uint64_t point, comma; /* values that prove it */
	uint64_t hints;	       /* "1.234" */
};

void number_observe(struct number_column *column, struct view in);
/* Add what another column (another part of the file) has shown. */
void
number_merge(struct number_column *column, const struct number_column *more);

enum number_mark
number_decide(const struct number_column *column, uint64_t hints);

#endif
