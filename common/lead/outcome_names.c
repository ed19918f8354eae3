#include "lead/outcome_names.h"

static const struct {
	const char *name;
	const char *word; /* NULL: planned, not done */
	bool in;	  /* their doing, beside what we had sent */
} names[] = {
	{.name = "Connected", .word = "connected"},
	{.name = "Busy", .word = "busy"},
	{.name = "Left live message", .word = "left-message"},
	{.name = "Left voicemail", .word = "voicemail"},
	{.name = "No answer", .word = "no-answer"},
	{.name = "Wrong number", .word = "wrong-number"},
	{.name = "Meeting Booked", .word = "meeting-booked"},
	{.name = "Gatekeeper", .word = "gatekeeper"},
	{.name = "Hang Up", .word = "hung-up"},
	{.name = "Do Not Call", .word = "opt-out"},
	{.name = "No Longer with Company", .word = "left-company"},
	{.name = "Bad Data", .word = "bad-number"},
	/* as it is spelt there */
	{.name = "Recieved Referral", .word = "referred"},
	{.name = "Received Referral", .word = "referred"},
	{.name = "Completed", .word = "connected"},
	{.name = "Failed", .word = "no-answer"},
	{.name = "Canceled", .word = "cancelled"},
	{.name = "Queued"},
	{.name = "Initiated"},
	{.name = "Ringing"},
	{.name = "In Progress"},
	{.name = "Planned"},
	{.name = "Held", .word = "connected"},
	{.name = "Not Held", .word = "no-answer"},
	{.name = "Out of Office", .word = "no-answer"},
	{.name = "In a Meeting", .word = "busy"},
	{.name = "Opted Out", .word = "opt-out", .in = true},
	{.name = "Opted In", .word = "opt-in", .in = true},
	{.name = "invalid email", .word = "bounced"},
	{.name = "removed", .word = "opt-out", .in = true},
	{.name = "link", .word = "clicked"},
	{.name = "viewed", .word = "opened"},
	{.name = "blocked", .word = "cancelled"},
};

/* Somebody was met, or should have been, not rung. */
static bool
is_meeting(struct view channel)
{
	return view_is(channel, "meeting") || view_is(channel, "video") ||
		view_is(channel, "visit");
}

enum outcome_read
outcome_read(struct view in, struct view channel, struct outcome_found *out)
{
	int own = vocab_find(&outcome_words, in);

	if (own < 0)
		for (int i = 0; i < outcome_words.n; i++)
			if (view_same(
				    in, view_of(vocab_name(&outcome_words, i))))
				own = i;
	if (is_meeting(channel) && view_same(in, VIEW("not held"))) {
		*out = (struct outcome_found){.word = VIEW("no-show")};
		return OUTCOME_KNOWN;
	}
	/* EspoCRM's calls are Held too; our "held" is of meetings. */
	if (own >= 0 && (is_meeting(channel) || !view_is(in, "Held"))) {
		*out = (struct outcome_found){
			.word = view_of(vocab_name(&outcome_words, own))};
		return OUTCOME_KNOWN;
	}
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		if (!view_same(in, view_of(names[i].name)))
			continue;
		if (!names[i].word)
			return OUTCOME_PLANNED;
		*out = (struct outcome_found){
			view_of(names[i].word), names[i].in};
		return OUTCOME_KNOWN;
	}
	return OUTCOME_UNKNOWN;
}
