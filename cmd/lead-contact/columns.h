/*
 * columns.h - where leads stand, as columns of the stream.
 */
#ifndef CONTACT_COLUMNS_H
#define CONTACT_COLUMNS_H

#include "record/flow.h"
#include "standing.h"

/* What the filter knows. */
struct columns {
	const struct history_log *log; /* borrowed */
	int64_t now;
	int lead_id;	 /* columns of the input; -1: not there */
	int do_not[4];	 /* do_not_call, _email, _sms, _post */
	size_t own_base; /* flow_own() of the first of ours */
};

/* Own the columns; the input must have a lead_id (else status 2). */
void columns_own(struct columns *columns, struct flow *flow);

/* Room that the fields of one record live in; {0}. */
struct columns_room {
	struct str numbers; /* owned: and moments */
	struct view text;   /* of the last moment there */
	int64_t moment;
};

/* Set the fields of one record. */
void columns_set(const struct columns *columns, struct columns_room *room,
	const struct record *in, const struct standing *standing,
	struct view *own);

void columns_room_fini(struct columns_room *room);

#endif
