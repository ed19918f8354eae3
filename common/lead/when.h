/*
 * when.h - times as people write them, by a closed grammar, in English and
 * Welsh, the day before the month.
 *
 *	DAY [at TIME], TIME, or a length of time from now:
 *	today tomorrow yesterday, heddiw yfory ddoe
 *	tue, next Tuesday, dydd Mawrth, nos Fawrth
 *	1/12, 1/12/2026, 1.12.26, 1 Dec, 1st December 2026, 1 Rhagfyr,
 *	2026-12-01
 *	+3d +2w +1mo +1y, +2wd (working days), in 2 weeks, 3 days ago,
 *	mewn 2 wythnos, 3 diwrnod yn ol
 *	10:00, 10am, 2:30pm, at 14.30, noon, am 10:00, 2yp, hanner dydd
 *	+2h, +30min, in 20 minutes, mewn 2 awr
 *	2026-12-01T10:00:00Z
 *
 * Anything else is no time: nothing is guessed.  A weekday is the next one to
 * come (today is not to come), or, when looking back, the last one gone by; a
 * date without a year is so too, but may be today's.  A year behind the name
 * of a month is 1900 to 2199: 1430 there is no year.  Working days are Monday
 * to Friday without the bank holidays of holiday.h.
 */
#ifndef LEAD_WHEN_H
#define LEAD_WHEN_H

#include "lead/zone.h"

struct when_base {
	int64_t now;
	const struct zone *zone; /* borrowed: whose clock is meant */
	bool back;		 /* looking back: when it happened */
};

struct when {
	bool has_time;	/* else only a day is meant */
	int32_t day;	/* there */
	int64_t moment; /* when has_time */
	enum zone_fit fit;
};

bool
when_read(struct view text, const struct when_base *base, struct when *out);

/* Put it at the end of out as it is stored. */
void when_write(const struct when *when, struct str *out);

/* Put it as a person reads it: "Tue 24 Nov 2026 10:00 GMT". */
void
when_echo(const struct when *when, const struct zone *zone, struct str *out);

#endif
