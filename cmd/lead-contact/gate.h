/*
 * gate.h - may this lead be contacted on this channel, now?
 *
 * The law of the United Kingdom for direct marketing as a developer reads it
 * (PECR 2003 regs 19, 21, 22; UK GDPR arts 6, 14, 17, 21), not legal advice.
 * The first step that decides, decides:
 *
 *	1 told us to stop, or is suppressed		no:opted-out
 *	2 kept for longer than we keep leads		no:retention
 *	3 no address, or one that is no good		no:unreachable
 *	  in a country whose law is not known here	ask:country no:country
 *	4 call: on a screening list without consent	no:tps no:ctps
 *	  list missing or too old			stale:tps stale:ctps
 *	5 autocall without consent			no:consent
 *	6 email, sms, social to individuals without
 *	  consent or soft opt-in			no:consent
 *	  who is that? treated as individual		ask:subscriber
 *	7 no lawful basis, or none that we use		ask:basis
 *	8 outside hours in the lead's zone		wait:hours@TIME
 *	  often enough of late				wait:cadence@TIME
 *	9						ok:BASIS
 */
#ifndef CONTACT_GATE_H
#define CONTACT_GATE_H

#include "base/opt.h"
#include "lead/policy.h"
#include "lead/screen.h"
#include "lead/suppress.h"
#include "lead/zone.h"
#include "standing.h"

/* The columns of a lead that the gate looks at. */
enum gate_field {
	GATE_LEAD_ID,
	GATE_EMAIL,
	GATE_EMAIL_STATUS,
	GATE_PHONE,
	GATE_PHONE_STATUS,
	GATE_MOBILE,
	GATE_WEBSITE,
	GATE_DOMAIN,
	GATE_COMPANY,
	GATE_COMPANY_NUMBER,
	GATE_STREET,
	GATE_POSTCODE,
	GATE_COUNTRY,
	GATE_TIMEZONE,
	GATE_LINKEDIN,
	GATE_SUBSCRIBER,
	GATE_LAWFUL_BASIS,
	GATE_OBTAINED_AT,
	GATE_DO_NOT_CALL,
	GATE_DO_NOT_EMAIL,
	GATE_DO_NOT_SMS,
	GATE_DO_NOT_POST,
	GATE_NOTES,
	GATE_FIELDS,
};

extern const char *const gate_names[GATE_FIELDS];

struct gate_lead {
	struct view field[GATE_FIELDS]; /* plain text */
	bool known; /* false: only its id is, so only the logs can say no */
	const struct standing *standing;
	const struct history *history;
};

/* What the gate knows; read-only once it is loaded. */
struct gate {
	struct policy policy;
	struct suppress suppress;
	struct screen tps, ctps;
	int64_t now;
};

/* Load the store's policy and lists; what is wrong there is status 2. */
void gate_load(struct gate *gate, const struct common *common, int64_t now);
void gate_fini(struct gate *gate);

/* A thread's own: zones met, and room for texts; {0}. */
struct gate_room {
	struct gate_zone {
		struct str name; /* owned */
		struct zone zone;
	} * zones; /* owned */
	size_t zones_n, zones_cap;
	struct str scratch; /* owned */
};

void gate_room_fini(struct gate_room *room);

/* Put the verdict for one of the first CHANNELS_GATED at the end of out. */
void gate_judge(const struct gate *gate, struct gate_room *room,
	const struct gate_lead *lead, enum channel channel, struct str *out);

#endif
