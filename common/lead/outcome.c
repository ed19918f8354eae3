#include "lead/outcome.h"

#include "base/lang.h"

#define REACHED OUTCOME_REACHED
#define ATTEMPT OUTCOME_ATTEMPT
#define BOTH (OUTCOME_REACHED | OUTCOME_ATTEMPT)
#define DEAD OUTCOME_DEAD
#define WITHDRAWS OUTCOME_WITHDRAWS
#define IN OUTCOME_IN
#define LATER OUTCOME_LATER

static const struct vocab_word outcomes[] = {
	{"connected", BOTH, N_("spoke with them")},
	{"gatekeeper", ATTEMPT, N_("did not get past somebody else")},
	{"left-message", BOTH, N_("left a message with a person")},
	{"voicemail", ATTEMPT, N_("left a message with a machine")},
	{"no-answer", ATTEMPT, N_("nobody answered")},
	{"busy", ATTEMPT, N_("engaged")},
	{"wrong-number", ATTEMPT | DEAD, N_("somebody else's number")},
	{"bad-number", ATTEMPT | DEAD, N_("no such number")},
	{"hung-up", BOTH, N_("they ended the call")},
	{"callback", BOTH, N_("they asked for another call")},
	{"meeting-booked", BOTH, N_("agreed to a meeting")},
	{"left-company", BOTH | DEAD | OUTCOME_GONE, N_("no longer there")},
	{"referred", BOTH, N_("named somebody else")},
	{"refused", BOTH, N_("said no")},
	{"opt-out", BOTH | WITHDRAWS, N_("told us to stop")},
	{"opt-in", REACHED | OUTCOME_CONSENTS, N_("agreed to be contacted")},
	{"sent", ATTEMPT, N_("sent")},
	{"delivered", LATER, N_("arrived")},
	{"bounced", ATTEMPT | DEAD | LATER, N_("came back")},
	{"opened", IN, N_("opened, or so the machine says")},
	{"clicked", IN, N_("followed a link")},
	{"replied", REACHED | IN, N_("wrote back")},
	{"auto-reply", IN, N_("a machine wrote back")},
	{"unsubscribed", REACHED | WITHDRAWS | IN, N_("left the list")},
	{"complained", REACHED | WITHDRAWS | IN, N_("complained")},
	{"held", BOTH, N_("the meeting took place")},
	{"no-show", ATTEMPT, N_("they did not come")},
	{"rescheduled", REACHED, N_("moved to another time")},
	{"cancelled", 0, N_("called off")},
};

const struct vocab outcome_words = VOCAB("outcome", outcomes);
