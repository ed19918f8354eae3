#include "row_value.h"

#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/lexicon.h"

/* What people put for a state or a tag, folded, and mean a refusal by. */
static const struct words {
	const char *words;
	uint8_t refusal; /* enum stop_set */
	bool inside;	 /* wherever they stand: "Closed - Do Not Contact" */
} refusals[] = {
	{"blacklisted", ALL, false},
	{"blocklisted", ALL, false},
	{"by email only", ALL & ~EMAIL, false},
	{"by phone only", ALL & ~CALL, false},
	{"by post only", ALL & ~POST, false},
	{"call only", ALL & ~CALL, false},
	{"consent withdrawn", ALL, true},
	{"ctps", CALL, false},
	{"ctps registered", CALL, false},
	{"deceased", ALL, true},
	{"dnc", ALL, true},
	{"dne", EMAIL, false},
	{"do not call", CALL, true},
	{"do not contact", ALL, true},
	{"do not e mail", EMAIL, true},
	{"do not email", EMAIL, true},
	{"do not mail", POST, true},
	{"do not market", ALL, true},
	{"do not phone", CALL, true},
	{"do not ring", CALL, true},
	{"do not text", SMS, true},
	{"dont call", CALL, true},
	{"dont contact", ALL, true},
	{"dont email", EMAIL, true},
	{"dont phone", CALL, true},
	{"dont ring", CALL, true},
	{"email only", ALL & ~EMAIL, false},
	{"email opt out", EMAIL, false},
	{"erased", ALL, false},
	{"erasure requested", ALL, true},
	{"forget me", ALL, true},
	{"gdpr delete", ALL, false},
	{"gdpr erasure", ALL, true},
	{"gdpr objection", ALL, false},
	{"never", ALL, false},
	{"never call", CALL, true},
	{"never contact", ALL, true},
	{"never ring", CALL, true},
	{"no calls", CALL, false},
	{"no calls please", CALL, true},
	{"no calls pls", CALL, true},
	{"no cold calls", CALL, true},
	{"no contact", ALL, false},
	{"no e mail", EMAIL, false},
	{"no e mails", EMAIL, false},
	{"no email", EMAIL, false},
	{"no email please", EMAIL, true},
	{"no emails", EMAIL, false},
	{"no emails please", EMAIL, true},
	{"no emails pls", EMAIL, true},
	{"no marketing", ALL, false},
	{"no phone", CALL, false},
	{"no phone calls", CALL, false},
	{"no post", POST, false},
	{"no sales calls", CALL, true},
	{"no sms", SMS, false},
	{"no text messages", SMS, false},
	{"no texts", SMS, false},
	{"non subscribed", EMAIL, false},
	{"none of the above", ALL, false},
	{"none of these", ALL, false},
	{"not at all", ALL, false},
	{"not subscribed", EMAIL, false},
	{"not to be called", CALL, true},
	{"not to be contacted", ALL, true},
	{"not to call", CALL, true},
	{"not to contact", ALL, true},
	{"objected", ALL, false},
	{"only by email", ALL & ~EMAIL, false},
	{"only by post", ALL & ~POST, false},
	{"only email", ALL & ~EMAIL, false},
	{"only phone", ALL & ~CALL, false},
	{"opt out", ALL, false},
	{"opted out", ALL, true},
	{"opted out of email", EMAIL, true},
	{"opted out of marketing", ALL, true},
	{"optout", ALL, false},
	{"peidiwch a chysylltu", ALL, true},
	{"peidiwch a ffonio", CALL, true},
	{"peidiwch ag e bostio", EMAIL, true},
	{"phone only", ALL & ~CALL, false},
	{"please remove", ALL, true},
	{"post only", ALL & ~POST, false},
	{"remove from list", ALL, true},
	{"remove me", ALL, true},
	{"removed from list", ALL, true},
	{"right to be forgotten", ALL, true},
	{"stop", ALL, false},
	{"suppressed", ALL, false},
	{"tps", CALL, false},
	{"tps registered", CALL, false},
	{"unsub", EMAIL, false},
	{"unsubscribe", EMAIL, false},
	{"unsubscribed", EMAIL, true},
	{"unsubscribed from all", ALL, true},
	{"wedi dad danysgrifio", EMAIL, true},
	{"wedi marw", ALL, true},
	{"withdrawn consent", ALL, false},
	{"withdrew consent", ALL, true},
};

#define LONGEST 64   /* bytes: what is longer is a note, not a state */
#define WORDS_MOST 4 /* that a refusal has */

/* Where the word at an offset ends. */
static size_t
next_end(struct view key, size_t at)
{
	size_t end = at;

	while (end < key.len && key.at[end] != ' ')
		end++;
	return end;
}

/* The refusal that starts at a word, which is inside of more or is all. */
static uint8_t
find_at(struct view key, size_t at)
{
	uint8_t refusal = 0;
	size_t end = at;

	for (int n = 0; n < WORDS_MOST && end < key.len; n++) {
		struct view words;
		const struct words *found;

		end = next_end(key, end + (n > 0));
		words = (struct view){key.at + at, end - at};
		found = lexicon_find(LEXICON(refusals), words);
		if (found && (found->inside || words.len == key.len))
			refusal = found->refusal; /* the longest tells most */
	}
	return refusal;
}

static uint8_t
look_up(struct view key)
{
	bool denied = false; /* "never unsubscribed" */

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = {key.at + at, next_end(key, at) - at};
		uint8_t refusal = find_at(key, at);

		if (refusal && !denied)
			return refusal;
		denied = view_is(word, "not") || view_is(word, "never");
	}
	return 0;
}

/* What words of a wish do: name channels, deny, or neither. */
enum {
	DENY = 16,  /* what follows is not wanted */
	ALLOW = 32, /* what follows is */
	ANY = 64,   /* "anything but" */
	BUT = 128,
};

static const struct wish {
	const char *word;
	uint8_t does;
} wishes[] = {
	{"all", ANY},
	{"any", ANY},
	{"anything", ANY},
	{"but", BUT},
	{"call", CALL},
	{"calls", CALL},
	{"dont", DENY},
	{"ebost", EMAIL},
	{"email", EMAIL},
	{"emails", EMAIL},
	{"everything", ANY},
	{"except", DENY},
	{"ffon", CALL},
	{"letter", POST},
	{"letters", POST},
	{"mail", POST},
	{"neither", DENY},
	{"never", DENY},
	{"no", DENY},
	{"nor", DENY},
	{"not", DENY},
	{"off", DENY},
	{"ok", ALLOW},
	{"only", ALLOW},
	{"phone", CALL},
	{"post", POST},
	{"sms", SMS},
	{"telephone", CALL},
	{"text", SMS},
	{"texts", SMS},
	{"without", DENY},
	{"yes", ALLOW},
};

/* Between a no and what it is of: "no email or sms", "do not contact by". */
static const char *const between[] = {"a", "and", "by", "contact", "for", "me",
	"more", "or", "please", "send", "the", "to", "us", "use", "via"};

/*
 * The channels that a wish denies: "no email or sms please", "phone, not
 * email", "anything but phone", "email: no".
 */
static uint8_t
look_at_wish(struct view key)
{
	uint8_t denied = 0, last = 0;
	bool denies = false, any = false;

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = {key.at + at, next_end(key, at) - at};
		const struct wish *wish = lexicon_find(LEXICON(wishes), word);
		uint8_t does = wish ? wish->does : 0;
		bool at_end = at + word.len == key.len;

		if (does & ALL) {
			last = does;
			denied |= denies ? last : 0;
		} else if (does == DENY && at_end) {
			denied |= last; /* "email: no" */
		} else if (does == DENY || (does == BUT && any)) {
			denies = true;
		} else if (does == ALLOW ||
			(!does && !lexicon_find(LEXICON(between), word))) {
			denies = false;
		}
		any = does == ANY;
	}
	return denied;
}

/* Of all in a value what each refuses. */
static uint8_t
look_up_all(struct row *row, struct view value, bool wish)
{
	uint8_t all = 0;
	struct view tag;

	while (row_cut_tag(&value, &tag)) {
		struct view key;

		if (tag.len > LONGEST)
			continue;
		str_clear(&row->scratch);
		fold_key(tag, &row->scratch);
		key = str_view(&row->scratch);
		all |= look_up(key);
		if (wish)
			all |= look_at_wish(key);
	}
	return all;
}

void
row_put_refusal(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	const struct schema_columns *at = &context->schema->at;
	bool wish = field->kind == KIND_PREFERENCE;
	struct answer answer = answers_ask(
		&row->answers, value, wish ? ROW_WISH : ROW_REFUSAL);
	uint8_t refusal;

	/* States and tags are few, and come over and over. */
	if (!answer_has(answer, &refusal)) {
		refusal = look_up_all(row, value, wish);
		answer_keep(answer, refusal);
	}
	if (!refusal && wish && flag_read(value) == FLAG_NO &&
		flag_opt_out(value, true) == FLAG_YES)
		refusal = ALL;
	for (enum stop i = 0; i < STOPS; i++)
		if (refusal >> i & 1)
			*row_at(row, at->stops[i]) = VIEW("yes");
}
