#include "lead/outcome_names.h"

/* NULL: planned, not done. */
static const struct {
	const char *name, *word;
} names[] = {
	{"Connected", "connected"},
	{"Busy", "busy"},
	{"Left live message", "left-message"},
	{"Left voicemail", "voicemail"},
	{"No answer", "no-answer"},
	{"Wrong number", "wrong-number"},
	{"Meeting Booked", "meeting-booked"},
	{"Gatekeeper", "gatekeeper"},
	{"Hang Up", "hung-up"},
	{"Do Not Call", "opt-out"},
	{"No Longer with Company", "left-company"},
	{"Bad Data", "bad-number"},
	{"Recieved Referral", "referred"}, /* as it is spelt there */
	{"Received Referral", "referred"},
	{"Completed", "connected"},
	{"Failed", "no-answer"},
	{"Canceled", "cancelled"},
	{"Queued", NULL},
	{"Initiated", NULL},
	{"Ringing", NULL},
	{"In Progress", NULL},
	{"Planned", NULL},
	{"Held", "connected"},
	{"Not Held", "no-answer"},
	{"Out of Office", "no-answer"},
	{"In a Meeting", "busy"},
	{"Opted Out", "opt-out"},
	{"Opted In", "opt-in"},
	{"invalid email", "bounced"},
	{"removed", "opt-out"},
	{"link", "clicked"},
	{"viewed", "opened"},
	{"blocked", "cancelled"},
};

/* Somebody was met, or should have been, not rung. */
static bool
is_meeting(struct view channel)
{
	return view_is(channel, "meeting") || view_is(channel, "video") ||
		view_is(channel, "visit");
}

enum outcome_read
outcome_read(struct view in, struct view channel, struct view *out)
{
	int own = vocab_find(&outcome_words, in);

	if (own < 0)
		for (int i = 0; i < outcome_words.n; i++)
			if (view_same(
				    in, view_of(vocab_name(&outcome_words, i))))
				own = i;
	if (is_meeting(channel) && view_same(in, VIEW("not held"))) {
		*out = VIEW("no-show");
		return OUTCOME_KNOWN;
	}
	/* EspoCRM's calls are Held too; our "held" is of meetings. */
	if (own >= 0 && (is_meeting(channel) || !view_is(in, "Held"))) {
		*out = view_of(vocab_name(&outcome_words, own));
		return OUTCOME_KNOWN;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!view_same(in, view_of(names[i].name)))
			continue;
		if (!names[i].word)
			return OUTCOME_PLANNED;
		*out = view_of(names[i].word);
		return OUTCOME_KNOWN;
	}
	return OUTCOME_UNKNOWN;
}
