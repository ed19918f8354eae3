/*
 * gating.h - the gate's verdicts as columns of the stream: --gate, --only.
 */
#ifndef CONTACT_GATING_H
#define CONTACT_GATING_H

#include "gate.h"
#include "record/flow.h"
#include "settings.h"

struct gating {
	struct gate gate;
	enum channel channels[CHANNELS_GATED];
	size_t own[CHANNELS_GATED]; /* flow_own() of each */
	size_t n;
	int where[GATE_FIELDS]; /* columns of the input */
	bool only;
};

/* From the settings; NULL without --gate.  Bad usage is status 2. */
struct gating *gating_new(
	const struct program *program, const struct settings *set, int64_t now);
void gating_free(struct gating *gating);

void gating_own(struct gating *gating, struct flow *flow);

/* Room that the fields of one record live in; {0}. */
struct gating_room {
	struct gate_room gate;
	struct str plain, verdicts; /* owned */
};

/*
 * Set the verdicts of one record; lead has standing and history.  False when
 * --only leaves the lead out: it is ok on none of the channels.
 */
bool gating_set(const struct gating *gating, struct gating_room *room,
	const struct record *in, struct gate_lead *lead, struct view *own);

void gating_room_fini(struct gating_room *room);

#endif
