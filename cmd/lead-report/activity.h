/*
 * activity.h - the entries of a contact log, as small as they can be counted.
 */
#ifndef REPORT_ACTIVITY_H
#define REPORT_ACTIVITY_H

#include "group.h"

struct activity_entry {
	uint64_t id; /* a digest of it: an entry may be there twice */
	int64_t at;
	uint32_t user;		  /* which of users */
	int16_t channel, outcome; /* of their vocabularies, or -1 */
	bool in;		  /* they contacted us */
};

/* A thread's, and then all of them. */
struct activity_part {
	struct activity_entry *all; /* owned */
	size_t n, cap;
	uint64_t *voids; /* owned: digests of what does not count */
	size_t voids_n, voids_cap;
	struct groups users;
};

struct activity {
	int id, at, user, channel, direction, outcome, voids; /* columns */
	struct activity_part all;
};

#endif
