/*
 * zone.h - civil time in a place: the time zone database (TZif, RFC 8536)
 * and POSIX rules, read by ourselves.
 *
 * libc knows one zone at a time and a process-wide setting; leads are in
 * many, and threads ask at once.  A zone here is a value.
 */
#ifndef LEAD_ZONE_H
#define LEAD_ZONE_H

#include "base/str.h"

#define ZONE_NAME_MAX 8

/* A way of reckoning in use there: GMT, BST, ... */
struct zone_type {
	int32_t offset; /* seconds east of Greenwich */
	char name[ZONE_NAME_MAX];
};

/* When a POSIX rule changes the clock: Mm.w.d/time, Jn, n. */
struct zone_change {
	char form; /* 'M', 'J', or 'N' for a bare number */
	int month, week, day;
	int32_t second; /* of local time, from midnight */
};

/* "GMT0BST,M3.5.0/1,M10.5.0": for the years after the table's end. */
struct zone_rule {
	struct zone_type usual, summer;
	bool has_summer;
	struct zone_change start, end; /* of summer time */
};

struct zone {
	int64_t *changes;	 /* owned: moments, ascending */
	unsigned char *kinds;	 /* owned: the type from each change on */
	struct zone_type *types; /* owned */
	size_t changes_n, types_n;
	struct zone_rule rule;
	bool has_rule;
};

/*
 * Load a zone by its name, as "Europe/London".  False, and UTC, for a name
 * that there is none of; only letters, digits and _ + - / are looked for.
 */
bool zone_load(struct zone *zone, struct view name);

/* Load the zone that we are in: $TZ, else /etc/localtime, else UTC. */
void zone_load_own(struct zone *zone);

void zone_fini(struct zone *zone);

/* A moment on the clocks there. */
struct zone_time {
	int32_t day;
	int32_t second; /* of the day, from midnight by the clock */
	const struct zone_type *type; /* borrowed from the zone */
};

void zone_split(const struct zone *zone, int64_t moment, struct zone_time *out);

enum zone_fit {
	ZONE_ONCE,  /* the clock shows it once */
	ZONE_TWICE, /* put back: the first of the two was taken */
	ZONE_NEVER, /* put forward over it: moved on by as much */
};

/* The moment when the clocks there show this. */
enum zone_fit
zone_moment(const struct zone *zone, int32_t day, int32_t second, int64_t *out);

/* Read a POSIX rule; false when it is none.  For zone.c, and for tests. */
bool zone_rule_read(struct view text, struct zone_rule *out);

/* The type in force at a moment by a rule. */
const struct zone_type *
zone_rule_at(const struct zone_rule *rule, int64_t moment);

#endif
