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
	{WORD("connected"), BOTH, N_("spoke with them")},
	{WORD("gatekeeper"), ATTEMPT, N_("did not get past somebody else")},
	{WORD("left-message"), BOTH, N_("left a message with a person")},
	{WORD("voicemail"), ATTEMPT, N_("left a message with a machine")},
	{WORD("no-answer"), ATTEMPT, N_("nobody answered")},
	{WORD("busy"), ATTEMPT, N_("engaged")},
	{WORD("wrong-number"), ATTEMPT | DEAD, N_("somebody else's number")},
	{WORD("bad-number"), ATTEMPT | DEAD, N_("no such number")},
	{WORD("hung-up"), BOTH, N_("they ended the call")},
	{WORD("callback"), BOTH, N_("they asked for another call")},
	{WORD("meeting-booked"), BOTH, N_("agreed to a meeting")},
	{WORD("left-company"), BOTH | DEAD | OUTCOME_GONE,
		N_("no longer there")},
	{WORD("referred"), BOTH, N_("named somebody else")},
	{WORD("refused"), BOTH, N_("said no")},
	{WORD("opt-out"), BOTH | WITHDRAWS, N_("told us to stop")},
	{WORD("opt-in"), REACHED | OUTCOME_CONSENTS,
		N_("agreed to be contacted")},
	{WORD("sent"), ATTEMPT, N_("sent")},
	{WORD("delivered"), LATER, N_("arrived")},
	{WORD("bounced"), ATTEMPT | DEAD | LATER, N_("came back")},
	{WORD("opened"), IN, N_("opened, or so the machine says")},
	{WORD("clicked"), IN, N_("followed a link")},
	{WORD("replied"), REACHED | IN, N_("wrote back")},
	{WORD("auto-reply"), IN, N_("a machine wrote back")},
	{WORD("unsubscribed"), REACHED | WITHDRAWS | IN, N_("left the list")},
	{WORD("complained"), REACHED | WITHDRAWS | IN, N_("complained")},
	{WORD("held"), BOTH, N_("the meeting took place")},
	{WORD("no-show"), ATTEMPT, N_("they did not come")},
	{WORD("rescheduled"), REACHED, N_("moved to another time")},
	{WORD("cancelled"), 0, N_("called off")},
};

const struct vocab outcome_words = VOCAB("outcome", outcomes);
