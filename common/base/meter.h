/*
 * meter.h - how far long work has come, on one line of the terminal.
 *
 * "auto" shows it only if stderr is a terminal and the work lasts more than
 * a second; the line is redrawn four times a second at most and wiped at the
 * end.  Only one thread may use a meter at a time.
 */
#ifndef BASE_METER_H
#define BASE_METER_H

#include "base/opt.h"
#include "base/str.h"

struct meter {
	bool on;
	bool shown;    /* a line is there to be wiped */
	int64_t total; /* bytes to do, -1: not known */
	int64_t done;  /* bytes */
	int64_t records;
	int64_t started; /* milliseconds of the monotonic clock */
	int64_t next;	 /* when to draw again */
};

/* Begin work on total bytes (-1: nobody knows), as --progress says. */
void
meter_start(struct meter *meter, const struct common *common, int64_t total);

/* So much more is done. */
void meter_add(struct meter *meter, int64_t bytes, int64_t records);

void meter_end(struct meter *meter);

/* Put the line for so many milliseconds of work at the end of out. */
void meter_write(const struct meter *meter, int64_t ms, struct str *out);

#endif
