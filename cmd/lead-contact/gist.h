/*
 * gist.h - what an entry of the contact log says, in 64 bits.
 *
 * That is all there is to a plain entry: how and when somebody was contacted
 * and how it went, nothing that is shown or judged by its words.  Most are.
 * What says more (a next step, a stage) must be looked up, but only that.
 */
#ifndef CONTACT_GIST_H
#define CONTACT_GIST_H

#include "lead/channel.h"
#include "lead/history.h"

struct gist {
	int64_t at;
	int channel, outcome;	  /* words; -1: none that we know */
	enum direction direction; /* by the others when it is not said */
};

/* What the fields of any entry, as written, say of these. */
struct gist gist_of(const struct view *field, int64_t at);

/* The gist of an entry in 64 bits, 0 if it voids another: a log_gist. */
uint64_t gist_pack(const struct record *entry, int64_t at);

/* Read one that is LOG_GIST_ALL. */
struct gist gist_unpack(uint64_t packed);

/* At most so many of a lead are brought into order without their lines. */
#define GISTS_MOST 16

struct gists {
	const struct log_place *place[GISTS_MOST]; /* in order */
	size_t n;
};

/*
 * Gather the gists of a lead, as history_load() does its entries.  False when
 * more must be known for that: one voids another, two may be the same entry
 * or are of the same moment, there are too many, other leads were merged into
 * it.
 */
bool gists_load(struct gists *gists, const struct history_log *log,
	struct view lead_id);

#endif
