/* What people write for a refusal, and what only looks like one. */
#include "unit.h"

#include "../../cmd/lead-import/refusal.h"
#include "../../cmd/lead-import/refusal_table.h"

#include "lead/fold.h"

struct refusal_case {
	const char *text;
	unsigned channels;
};

static void
check(const struct refusal_case *cases, size_t n, unsigned (*read)(struct view))
{
	struct str key = {0};

	for (size_t i = 0; i < n; i++) {
		str_clear(&key);
		fold_key(view_of(cases[i].text), &key);
		if (read(str_view(&key)) != cases[i].channels)
			fail_msg("'%s' refuses %u", cases[i].text,
				read(str_view(&key)));
	}
	str_fini(&key);
}

static void
states(void **state)
{
	static const struct refusal_case cases[] = {
		{"Do Not Contact", ALL},
		{"Closed - do not contact", ALL},
		{"DoNotContact", ALL},
		{"do_not_call", CALL},
		{"Unsubscribed - do not contact", ALL},
		{"Don't call - do not contact", ALL},
		{"No emails or calls", EMAIL | CALL},
		{"Opted out of email and calls", EMAIL | CALL},
		{"Opt out - email", EMAIL},
		{"Do not contact by email", EMAIL},
		{"Do not contact by phone or text", CALL | SMS},
		{"Do not contact or email", ALL},
		{"Do not email or call", EMAIL | CALL},
		{"Asked not to be called", CALL},
		{"GDPR - no marketing", ALL},
		{"Reported Spam", EMAIL},
		{"Opt-Out: Admin", EMAIL},
		{"Told us never to call again", CALL},
		{"Removed at request", ALL},
		{"Nicht kontaktieren", ALL},
		{"Ne pas appeler", CALL},
		{"Désabonné", EMAIL},
		{"Peidiwch â chysylltu", ALL},
		{"Never unsubscribed", 0},
		{"No phone number", 0},
		{"Not called yet", 0},
		{"No answer", 0},
		{"Contacted", 0},
		{"Call back", 0},
		{"New", 0},
		{"", 0},
	};

	(void)state;
	check(cases, sizeof(cases) / sizeof(*cases), refusal_of_state);
}

static void
remarks(void **state)
{
	static const struct refusal_case cases[] = {
		{"Asked not to be called", CALL},
		{"Answered: do not contact", ALL},
		{"Do Not Mail", POST},
		{"Opt-out", ALL},
		{"No calls", CALL},
		{"No contact", 0},
		{"Never", 0},
		{"Stop", 0},
		{"None of the above", 0},
		{"Opposition", 0},
		{"Deceased Estates", 0},
		{"Bounce Back Loan", 0},
	};

	(void)state;
	check(cases, sizeof(cases) / sizeof(*cases), refusal_of_remark);
}

static void
wishes(void **state)
{
	static const struct refusal_case cases[] = {
		{"no email or sms please", EMAIL | SMS},
		{"phone, not email", EMAIL},
		{"anything but phone", CALL},
		{"email: no", EMAIL},
		{"email", 0},
		{"phone or email", 0},
		{"any", 0},
	};

	(void)state;
	check(cases, sizeof(cases) / sizeof(*cases), refusal_of_wish);
}

static void
lists_of_channels(void **state)
{
	static const struct refusal_case cases[] = {
		{"Email, Phone", EMAIL | CALL},
		{"e-mail; post", EMAIL | POST},
		{"Phone call & text message", CALL | SMS},
		{"Email and WhatsApp", EMAIL},
		{"All", ALL},
		{"Any channels", ALL},
		{"WhatsApp", 0},
		{"not email", 0},
		{"No", 0},
		{"email newsletter", EMAIL},
		{"Newsletter, Events", EMAIL},
		{"Email, Direct Mail, Customized Online Advertising",
			EMAIL | POST},
		{"Work email", EMAIL},
		{"Product updates", 0},
		{"email please no", 0},
		{"", 0},
	};

	(void)state;
	check(cases, sizeof(cases) / sizeof(*cases), refusal_channels);
}

static void
places(void **state)
{
	static const struct refusal_case cases[] = {
		{"no phone", 0},
		{"No e-mail", 0},
		{"do not call", CALL},
		{"unsubscribed", EMAIL},
	};

	(void)state;
	check(cases, sizeof(cases) / sizeof(*cases), refusal_of_place);
}

static void
notes_that_begin_with_one(void **state)
{
	static const struct refusal_case cases[] = {
		{"DO NOT CONTACT - GDPR complaint", ALL},
		{"do not call or text", CALL | SMS},
		{"Please do not call again", CALL},
		{"Do-not-call", CALL},
		{"Stop emailing me", EMAIL},
		{"withdrawn consent", ALL},
		{"Niet meer bellen", CALL},
		{"Taken off our list", ALL},
		{"Asked to be removed\nspoke to Nia", ALL},
		{"GDPR erasure request", ALL},
		{"Please unsubscribe from the list", EMAIL},
		{"Take me off your list!", ALL},
		{"do not contact by phone", CALL},
		{"Please remove the old quote and send a new one", 0},
		{"Take me off-road driving", 0},
		{"Take us off hold when ready", 0},
		{"Removed from list of approved suppliers", 0},
		{"Opted out of pension scheme", 0},
		{"No further contact needed this week", 0},
		{"Never contact centre - they have none", 0},
		{"No more calls needed - deal signed", 0},
		{"Unsubscribed from competitor newsletter", 0},
		{"Do not call before 9", 0},
		{"spoke to Nia\nDo not contact", 0},
		{"Said: do not contact their old supplier", 0},
		{"Do they need lighting?", 0},
		{"No budget till May", 0},
		{"asked for a quote", 0},
		{"do", 0},
		{"\xFF\xFF\xFF", 0},
		{"", 0},
	};
	struct str scratch = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(refusals) / sizeof(*refusals); i++)
		if (refusals[i].inside &&
			!refusal_of_notes(view_of(refusals[i].words), &scratch))
			fail_msg("'%s' is not heard", refusals[i].words);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (refusal_of_notes(view_of(cases[i].text), &scratch) !=
			cases[i].channels)
			fail_msg("'%s'", cases[i].text);
	str_fini(&scratch);
}

static void
notes_that_speak_of_one(void **state)
{
	static const struct {
		const char *text;
		bool near;
	} cases[] = {
		{"Spoke to Nia: do not contact", true},
		{"She asked not to be called", true},
		{"Please don't phone before 9", true},
		{"wants to unsubscribe", true},
		{"left a message\nDNC", true},
		{"0123456789abcde DNC", true},
		{"0123456789abcdeDNC", false},
		{"0123456789 abcd DNC", true},
		{"0123456789 abcdDNC", false},
		{"(do not email)", true},
		{"flagged as do-not-call", true},
		{"[do not call] rang twice", true},
		{"Said: [DNC]", true},
		{"status=unsubscribed", true},
		{"She said \xE2\x80\x9C"
		 "do not call\xE2\x80\x9D",
			true},
		{"unsubstantiated claim", false},
		{"asked us to stop calling", true},
		{"He asked to be taken off the list", true},
		{"she does not wish to be contacted", true},
		{"Doesn\xE2\x80\x99t want calls", true},
		{"Wants removing from database", true},
		{"TPS registered", true},
		{"checked the TPS: clear", false},
		{"contact by post only", true},
		{"spoke to the widow: he is deceased", true},
		{"keine Werbung mehr", true},
		{"status: DO_NOT_CONTACT", true},
		{"Mae hi'n dweud: peidiwch \xC3\xA2 chysylltu", true},
		{"undo not called for", false},
		{"asked for a quote", false},
		{"opted for the larger one", false},
		{"Do", false},
		{"d", false},
		{"", false},
	};
	struct str scratch = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (refusal_is_near(view_of(cases[i].text), &scratch) !=
			cases[i].near)
			fail_msg("'%s'", cases[i].text);
	str_fini(&scratch);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(states),
		cmocka_unit_test(remarks),
		cmocka_unit_test(wishes),
		cmocka_unit_test(lists_of_channels),
		cmocka_unit_test(places),
		cmocka_unit_test(notes_that_begin_with_one),
		cmocka_unit_test(notes_that_speak_of_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
