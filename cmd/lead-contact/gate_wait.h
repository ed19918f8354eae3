/*
 * gate_wait.h - the gate's eighth step: not at this hour, or not so often.
 */
#ifndef CONTACT_GATE_WAIT_H
#define CONTACT_GATE_WAIT_H

#include "gate.h"

/*
 * Put "wait:hours@2026-11-24T08:00:00Z" or "wait:cadence@..." at the end of
 * out; false when there is nothing to wait for.
 */
bool gate_wait(const struct gate *gate, struct gate_room *room,
	const struct gate_lead *lead, enum channel channel, struct str *out);

#endif
