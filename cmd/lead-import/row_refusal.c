#include "row_value.h"

#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/lexicon.h"

/* From 1 on as schema_columns has the stops. */
enum refusal {
	REFUSES_NOTHING,
	EMAIL,
	CALL,
	SMS,
	POST,
	ALL,
	BUT_EMAIL, /* all others: it is the only one that is wanted */
	BUT_CALL,
	BUT_POST,
};

/* What people put for a state or a tag, folded, and mean a refusal by. */
static const struct words {
	const char *words;
	enum refusal refusal;
	bool inside; /* wherever they stand: "Closed - Do Not Contact" */
} refusals[] = {
	{"by email only", BUT_EMAIL, false},
	{"by phone only", BUT_CALL, false},
	{"by post only", BUT_POST, false},
	{"call only", BUT_CALL, false},
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
	{"email only", BUT_EMAIL, false},
	{"email opt out", EMAIL, false},
	{"gdpr delete", ALL, false},
	{"gdpr objection", ALL, false},
	{"never", ALL, false},
	{"never call", CALL, true},
	{"never contact", ALL, true},
	{"never ring", CALL, true},
	{"no calls", CALL, false},
	{"no cold calls", CALL, true},
	{"no contact", ALL, false},
	{"no e mail", EMAIL, false},
	{"no e mails", EMAIL, false},
	{"no email", EMAIL, false},
	{"no emails", EMAIL, false},
	{"no marketing", ALL, false},
	{"no phone", CALL, false},
	{"no phone calls", CALL, false},
	{"no post", POST, false},
	{"no sales calls", CALL, true},
	{"no sms", SMS, false},
	{"no text messages", SMS, false},
	{"no texts", SMS, false},
	{"not at all", ALL, false},
	{"not subscribed", EMAIL, false},
	{"not to be called", CALL, true},
	{"not to be contacted", ALL, true},
	{"not to call", CALL, true},
	{"not to contact", ALL, true},
	{"objected", ALL, false},
	{"only by email", BUT_EMAIL, false},
	{"only by post", BUT_POST, false},
	{"only email", BUT_EMAIL, false},
	{"only phone", BUT_CALL, false},
	{"opt out", ALL, false},
	{"opted out", ALL, true},
	{"opted out of email", EMAIL, true},
	{"opted out of marketing", ALL, true},
	{"optout", ALL, false},
	{"peidiwch a chysylltu", ALL, true},
	{"peidiwch a ffonio", CALL, true},
	{"peidiwch ag e bostio", EMAIL, true},
	{"phone only", BUT_CALL, false},
	{"post only", BUT_POST, false},
	{"remove from list", ALL, true},
	{"removed from list", ALL, true},
	{"stop", ALL, false},
	{"suppressed", ALL, false},
	{"tps", CALL, false},
	{"tps registered", CALL, false},
	{"unsub", EMAIL, false},
	{"unsubscribed", EMAIL, true},
	{"unsubscribed from all", ALL, true},
	{"wedi dad danysgrifio", EMAIL, true},
	{"wedi marw", ALL, true},
	{"withdrawn consent", ALL, false},
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
static enum refusal
find_at(struct view key, size_t at)
{
	enum refusal refusal = REFUSES_NOTHING;
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

static enum refusal
look_up(struct row *row, struct view value)
{
	struct view key;
	bool denied = false; /* "never unsubscribed" */

	if (value.len > LONGEST)
		return REFUSES_NOTHING;
	str_clear(&row->scratch);
	fold_key(value, &row->scratch);
	key = str_view(&row->scratch);
	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = {key.at + at, next_end(key, at) - at};
		enum refusal refusal = find_at(key, at);

		if (refusal && !denied)
			return refusal;
		denied = view_is(word, "not") || view_is(word, "never");
	}
	return REFUSES_NOTHING;
}

/* Of all in a value: two that refuse different things refuse all. */
static enum refusal
look_up_all(struct row *row, struct view value)
{
	enum refusal all = REFUSES_NOTHING;
	struct view tag;

	while (row_cut_tag(&value, &tag)) {
		enum refusal one = look_up(row, tag);

		if (one && all && one != all)
			return ALL;
		all = one ? one : all;
	}
	return all;
}

static void
refuse(struct row *row, const struct schema_columns *at, enum refusal refusal)
{
	static const enum refusal wanted[] = {
		[BUT_EMAIL] = EMAIL, [BUT_CALL] = CALL, [BUT_POST] = POST};

	for (enum refusal by = EMAIL; by <= POST; by++)
		if (refusal == by || refusal == ALL ||
			(refusal > ALL && wanted[refusal] != by))
			*row_at(row, at->stops[by - EMAIL]) = VIEW("yes");
}

void
row_put_refusal(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct answer answer = answers_ask(&row->answers, value, ROW_REFUSAL);
	uint8_t refusal;

	/* States and tags are few, and come over and over. */
	if (!answer_has(answer, &refusal)) {
		refusal = (uint8_t)look_up_all(row, value);
		answer_keep(answer, refusal);
	}
	if (!refusal && field->kind == KIND_PREFERENCE &&
		flag_read(value) == FLAG_NO &&
		flag_opt_out(value, true) == FLAG_YES)
		refusal = ALL;
	if (refusal)
		refuse(row, &context->schema->at, (enum refusal)refusal);
}
