/* What other systems call outcomes, and what they count. */
#include "unit.h"

#include "lead/outcome_names.h"

static const struct {
	const char *name, *channel;
	const char *word; /* NULL: it has not happened yet */
	bool reached, attempt;
} cases[] = {
	/* hubspot */
	{"Connected", "call", "connected", true, true},
	{"Busy", "call", "busy", false, true},
	{"Left live message", "call", "left-message", true, true},
	{"Left voicemail", "call", "voicemail", false, true},
	{"No answer", "call", "no-answer", false, true},
	{"Wrong number", "call", "wrong-number", false, true},
	/* frappe */
	{"No Answer", "call", "no-answer", false, true},
	{"Busy", "call", "busy", false, true},
	{"Completed", "call", "connected", true, true},
	{"Failed", "call", "no-answer", false, true},
	{"Canceled", "call", "cancelled", false, false},
	{"Queued", "call", NULL, false, false},
	/* espocrm */
	{"Planned", "call", NULL, false, false},
	{"Held", "call", "connected", true, true},
	{"Not Held", "call", "no-answer", false, true},
	/* suitecrm */
	{"Planned", "call", NULL, false, false},
	{"Held", "call", "connected", true, true},
	{"Not Held", "call", "no-answer", false, true},
	{"Out of Office", "call", "no-answer", false, true},
	{"In a Meeting", "call", "busy", false, true},
	/* hubspot-custom */
	{"Meeting Booked", "call", "meeting-booked", true, true},
	{"Gatekeeper", "call", "gatekeeper", false, true},
	{"Hang Up", "call", "hung-up", true, true},
	{"Do Not Call", "call", "opt-out", true, true},
	{"No Longer with Company", "call", "left-company", true, true},
	{"Bad Data", "call", "bad-number", false, true},
	{"Recieved Referral", "call", "referred", true, true},
	/* espocrm-campaign */
	{"Sent", "email", "sent", false, true},
	{"Opened", "email", "opened", false, false},
	{"Clicked", "email", "clicked", false, false},
	{"Bounced", "email", "bounced", false, true},
	{"Opted Out", "email", "opt-out", true, false},
	{"Opted In", "email", "opt-in", true, false},
	/* suitecrm-campaign */
	{"invalid email", "email", "bounced", false, true},
	{"removed", "email", "opt-out", true, false},
	{"link", "email", "clicked", false, false},
	{"viewed", "email", "opened", false, false},
	{"blocked", "email", "cancelled", false, false},
	/* of a meeting */
	{"Held", "meeting", "held", true, true},
	{"Not Held", "video", "no-show", false, true},
	{"LEFT VOICEMAIL", "call", "voicemail", false, true},
};

static void
others_words_count_as_they_do_there(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct outcome_found found = {0};
		enum outcome_read read = outcome_read(view_of(cases[i].name),
			view_of(cases[i].channel), &found);
		unsigned flags = vocab_flags(&outcome_words, found.word);
		bool attempt = !found.in && !(flags & OUTCOME_IN) &&
			(flags & OUTCOME_ATTEMPT);

		if (!cases[i].word) {
			assert_int_equal(read, OUTCOME_PLANNED);
			continue;
		}
		assert_int_equal(read, OUTCOME_KNOWN);
		assert_true(view_is(found.word, cases[i].word));
		assert_int_equal(!!(flags & OUTCOME_REACHED), cases[i].reached);
		assert_int_equal(attempt, cases[i].attempt);
	}
}

static void
other_words_are_none(void **state)
{
	struct outcome_found found;

	(void)state;
	assert_int_equal(outcome_read(VIEW("Perplexed"), VIEW("call"), &found),
		OUTCOME_UNKNOWN);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(others_words_count_as_they_do_there),
		cmocka_unit_test(other_words_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
