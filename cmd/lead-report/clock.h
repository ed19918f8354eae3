/*
 * clock.h - times as people read them, in the reader's zone ($TZ).
 */
#ifndef REPORT_CLOCK_H
#define REPORT_CLOCK_H

#include "base/day.h"

/* A moment taken apart in the reader's zone. */
struct clock {
	int32_t day; /* there */
	int hour, minute;
};

struct clock clock_local(int64_t moment);

/* The first moment of a day in the reader's zone. */
int64_t clock_midnight(int32_t day);

/*
 * A time as stored (RFC 3339 or a date) as people write it, at the end of
 * out: "today 10:00", "Tue 24 Nov 10:00", "Tue 5 Jan 2027".  Text that is no
 * time stands as it is.
 */
void clock_write(struct view stored, int64_t now, struct str *out);

/* "Monday 23 November 2026", for headings. */
void clock_write_long(int64_t moment, struct str *out);

/*
 * A time as stored in full, for letters: "Monday 23 November 2026, 10:00".
 */
void clock_write_full(struct view stored, struct str *out);

/* The day that a stored time falls on, there; false when it is no time. */
bool clock_day(struct view stored, int32_t *day);

#endif
