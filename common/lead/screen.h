/*
 * screen.h - a screening list: the numbers of a TPS or CTPS file, held as
 * sorted integers of eight bytes.
 *
 * One number a line, as the list's keeper ships it ("01632 960001") or in
 * E.164; the first field of a line with more.  A line "# date: 2026-11-02"
 * says of when the list is; without it that is the day the file was written.
 */
#ifndef LEAD_SCREEN_H
#define LEAD_SCREEN_H

#include "base/view.h"

/*
 * PECR reg. 21(3): no breach if the number had been listed for less than 28
 * days, so a list of up to 28 days ago is good enough.
 */
#define SCREEN_DAYS 28

struct screen {
	uint64_t *numbers; /* owned: digits of E.164, sorted */
	size_t n, cap;
	uint64_t lines;
	uint64_t bad, last_bad; /* lines that are no number of GB; the last */
	uint64_t bad_date;	/* the line of a date that is none */
	int32_t date;		/* a day (day.h) */
	bool dated;		/* a line says so */
	bool there;
};

/*
 * Read a list.  A missing one is empty and not there; one that cannot be read
 * is a message and status 2.
 */
void screen_load(struct screen *screen, const char *path);
void screen_fini(struct screen *screen);

/*
 * Say what is wrong with a list that was read from path.  One that holds
 * nothing to go by, or a date that is none, counts as missing from then on.
 */
void screen_check(struct screen *screen, const char *path);

/* Is the number, in E.164, on the list? */
bool screen_has(const struct screen *screen, struct view e164);

/*
 * Is the list missing, older than days on today, or by its own date of a day
 * to come (but for tomorrow, which is today elsewhere)?
 */
bool screen_is_stale(const struct screen *screen, int32_t today, int days);

#endif
