/*
 * day.h - days and moments, with no locale and no time zone in them.
 *
 * A day is a count of days since 1970-01-01 in the Gregorian calendar.
 * A moment is a count of seconds since 1970-01-01T00:00:00Z, UTC.
 * Both are read and written for years 0001 to 9999.
 */
#ifndef BASE_DAY_H
#define BASE_DAY_H

#include "base/str.h"

#define DAY_SECONDS INT64_C(86400)

/* The day of a date; month 1..12, date 1..31, not checked. */
int32_t day_of(int year, int month, int date);

/* The date of a day, which is no earlier than 1 March of the year 0. */
void day_split(int32_t day, int *year, int *month, int *date);

/* How many days month 1..12 of a year has. */
int day_in_month(int year, int month);

/* 0 Monday ... 6 Sunday. */
int day_weekday(int32_t day);

/* Read YYYY-MM-DD, nothing else; false when it is no such day. */
bool day_read(struct view v, int32_t *out);
void day_write(int32_t day, struct str *out);

/*
 * Read RFC 3339 (2026-11-23T09:15:00Z, with Z or an offset, seconds and their
 * fraction optional, a space for the T) or a day, which is its midnight UTC.
 */
bool moment_read(struct view v, int64_t *out);

/* Write as 2026-11-23T09:15:00Z. */
void moment_write(int64_t moment, struct str *out);

static inline int32_t
moment_day(int64_t moment)
{
	return (int32_t)((moment -
				 (moment % DAY_SECONDS + DAY_SECONDS) %
					 DAY_SECONDS) /
		DAY_SECONDS);
}

/*
 * The moment it is: as_of if that is not NULL, else $LEAD_NOW, else the
 * clock.  Text that is no moment is a message and status 2.
 */
int64_t moment_now(const char *as_of);

#endif
