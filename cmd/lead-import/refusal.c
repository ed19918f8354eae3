#include "refusal_find.h"
#include "refusal_table.h"

#include "lead/lexicon.h"

#define WORDS_MOST 6 /* that one of these has */

/* Where the word at an offset ends. */
static size_t
next_end(struct view key, size_t at)
{
	size_t end = at;

	while (end < key.len && key.at[end] != ' ')
		end++;
	return end;
}

static struct view
word_at(struct view key, size_t at)
{
	return (struct view){key.at + at, next_end(key, at) - at};
}

unsigned
refusal_at(struct view key, size_t at, bool strict, size_t *behind)
{
	unsigned refusal = 0;
	size_t end = at;

	for (int n = 0; n < WORDS_MOST && end < key.len; n++) {
		struct view words;
		const struct words *found;

		end = next_end(key, end + (n > 0));
		words = (struct view){key.at + at, end - at};
		found = lexicon_find(LEXICON(refusals), words);
		if (found &&
			(found->inside || (!strict && words.len == key.len))) {
			refusal = found->refusal; /* the longest tells most */
			*behind = end;
		}
	}
	return refusal;
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
unsigned
refusal_of_wish(struct view key)
{
	unsigned denied = 0, last = 0;
	bool denies = false, any = false;

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = {key.at + at, next_end(key, at) - at};
		const struct wish *wish = lexicon_find(LEXICON(wishes), word);
		unsigned does = wish ? wish->does : 0;
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

/* The channels that stand behind a word, each with one that links it. */
static unsigned
channels_behind(struct view key, size_t *behind)
{
	static const char *const links[] = {
		"a", "and", "by", "nor", "on", "or", "via"};
	unsigned channels = 0;

	while (*behind < key.len) {
		struct view link = word_at(key, *behind + 1);
		size_t at = *behind + 1 + link.len;
		const struct wish *wish;

		if (at >= key.len || !lexicon_find(LEXICON(links), link))
			break;
		wish = lexicon_find(LEXICON(wishes), word_at(key, at + 1));
		if (!wish || !(wish->does & ALL))
			break;
		channels |= wish->does & ALL;
		*behind = next_end(key, at + 1);
	}
	return channels;
}

unsigned
refusal_with_channels(unsigned refusal, struct view key, size_t *behind)
{
	struct view rest = view_from(key, *behind);
	unsigned channels = channels_behind(key, behind);

	if (refusal != ALL)
		return refusal | channels;
	return channels &&
			(view_starts(rest, VIEW(" by ")) ||
				view_starts(rest, VIEW(" via ")))
		? channels
		: ALL;
}

/* Is it made of the words of a wish, and denies? */
static bool
is_wish(struct view key)
{
	bool denies = false;

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = word_at(key, at);
		const struct wish *wish = lexicon_find(LEXICON(wishes), word);

		denies |= wish && wish->does == DENY;
		if (!wish && !lexicon_find(LEXICON(between), word))
			return false;
	}
	return denies;
}

/* Each refusal that stands in a text. */
static unsigned
find_all(struct view key)
{
	bool denied = false; /* "never unsubscribed" */
	unsigned all = 0;

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = word_at(key, at);
		size_t behind = at;
		unsigned refusal = refusal_at(key, at, false, &behind);

		if (refusal && !denied) {
			all |= refusal_with_channels(refusal, key, &behind);
			at = behind - 1;
		}
		denied = view_is(word, "not") || view_is(word, "never");
	}
	return all;
}

unsigned
refusal_of_state(struct view key)
{
	return find_all(key) | (is_wish(key) ? refusal_of_wish(key) : 0);
}

unsigned
refusal_of_place(struct view key)
{
	static const char *const absent[] = {
		"no e mail", "no email", "no phone", "no sms"};

	return lexicon_find(LEXICON(absent), key) ? 0 : refusal_of_state(key);
}

unsigned
refusal_channels(struct view key)
{
	/* What is sent so, and what has no column to stop it. */
	static const struct wish others[] = {{"advertising", 0},
		{"channels", 0}, {"customised", 0}, {"customized", 0},
		{"direct", 0}, {"e", 0}, {"events", 0}, {"html", EMAIL},
		{"linkedin", 0}, {"message", 0}, {"messages", 0},
		{"methods", 0}, {"news", 0}, {"newsletter", EMAIL},
		{"newsletters", EMAIL}, {"offers", 0}, {"online", 0},
		{"product", 0}, {"social", 0}, {"updates", 0}, {"whatsapp", 0},
		{"work", 0}};
	unsigned channels = 0;
	bool electronic = false;

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = word_at(key, at);
		const struct wish *wish = lexicon_find(LEXICON(wishes), word);

		if (!wish)
			wish = lexicon_find(LEXICON(others), word);
		if (electronic && view_is(word, "mail"))
			channels |= EMAIL;
		else if (wish && wish->does & ALL)
			channels |= wish->does;
		else if (wish && wish->does == ANY)
			channels |= ALL;
		else if (wish ? wish->does != 0
			      : !lexicon_find(LEXICON(between), word))
			return 0;
		electronic = view_is(word, "e");
	}
	return channels;
}

unsigned
refusal_of_remark(struct view key)
{
	/* Nobody was reached, there is no address, none of several fits. */
	static const char *const others[] = {"deceased", "never", "no contact",
		"no e mail", "no email", "no phone", "no post", "no sms",
		"none of the above", "none of these", "not at all",
		"opposition", "stop"};

	return lexicon_find(LEXICON(others), key) ? 0 : find_all(key);
}
