#include "refusal.h"
#include "refusal_table.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

#define WORDS_MOST 5 /* that one of these has */

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

/*
 * The refusal that starts at a word, which is inside of more or, unless
 * strict, is all.
 */
static unsigned
find_at(struct view key, size_t at, bool strict, size_t *behind)
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

/* "Do not email" may go on "or call", "do not contact" "by phone or text". */
static unsigned
with_channels(unsigned refusal, struct view key, size_t *behind)
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
		unsigned refusal = find_at(key, at, false, &behind);

		if (refusal && !denied) {
			all |= with_channels(refusal, key, &behind);
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
refusal_of_remark(struct view key)
{
	/* Nobody was reached, there is no address, none of several fits. */
	static const char *const others[] = {"deceased", "never", "no contact",
		"no e mail", "no email", "no phone", "no post", "no sms",
		"none of the above", "none of these", "not at all",
		"opposition", "stop"};

	return lexicon_find(LEXICON(others), key) ? 0 : find_all(key);
}

/*
 * What those in refusals that stand inside of more begin with, unfolded, by
 * the first letter.
 */
static const char *const starts[26] = {
	['a' - 'a'] = "abgem|afgem|ar y t|asked n|asked t",
	['b' - 'a'] = "black|block",
	['c' - 'a'] = "consent w",
	['d' - 'a'] = "dado d|data d|deceas|delet|desa|desi|d\xC3\xA9s|dim g|"
		      "dnc|do n|don",
	['e' - 'a'] = "eras",
	['f' - 'a'] = "forget",
	['g' - 'a'] = "gdpr",
	['k' - 'a'] = "keine",
	['m' - 'a'] = "marked as s",
	['n' - 'a'] = "ne p|never|nich|niet|no c|no f|no e|no l|no m|no s|"
		      "non c|not t",
	['o' - 'a'] = "object|on c|on d|on s|on t|opted",
	['p' - 'a'] = "peid|pleas",
	['r' - 'a'] = "remov|right t",
	['s' - 'a'] = "spam|suppr",
	['t' - 'a'] = "take ",
	['u' - 'a'] = "unsub",
	['w' - 'a'] = "wedi|withdr",
};

static char
lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Do notes begin with one of some starts, with "|" between? */
static bool
begins(struct view notes, const char *some)
{
	while (*some) {
		size_t n = 0;

		while (n < notes.len && *some && *some != '|' &&
			lower(notes.at[n]) == *some) {
			n++;
			some++;
		}
		if (!*some || *some == '|')
			return true;
		while (*some && *some++ != '|')
			;
	}
	return false;
}

static bool
may_refuse(struct view notes)
{
	unsigned letter = (unsigned)lower(notes.at[0]) - 'a';

	return letter < 26 && starts[letter] && begins(notes, starts[letter]);
}

#define START 64 /* bytes of notes that are looked at */

/* The first words of notes, up to a mark or a line end. */
static struct view
first_words(struct view notes)
{
	size_t end = 0;

	notes = view_upto(notes, START);
	while (end < notes.len && !memchr("\n.,;:!?(", notes.at[end], 8) &&
		!view_starts(view_from(notes, end), VIEW(" -")) &&
		!view_starts(view_from(notes, end), VIEW(" \xE2\x80")))
		end++;
	return view_upto(notes, end);
}

/* May a refusal go on so, and be one still? */
static bool
is_said_too(struct view rest)
{
	static const char *const more[] = {"again", "all", "any", "anymore",
		"as", "at", "ever", "further", "gdpr", "her", "him", "lead",
		"me", "more", "now", "on", "per", "person", "please", "pls",
		"request", "requested", "them", "this", "us"};
	struct view word;

	while (rest.len && view_cut(&rest, ' ', &word))
		if (word.len && !lexicon_find(LEXICON(more), word))
			return false;
	return true;
}

/* The refusal that a text starts with, if it says nothing else. */
static unsigned
find_start(struct view key)
{
	size_t behind = 0;
	unsigned refusal = find_at(key, 0, true, &behind);

	if (refusal)
		refusal = with_channels(refusal, key, &behind);
	return is_said_too(view_from(key, behind)) ? refusal : 0;
}

unsigned
refusal_of_notes(struct view notes, struct str *scratch)
{
	const struct view please = VIEW("please ");
	unsigned refusal;
	struct view key;

	if (!notes.len || !may_refuse(notes))
		return 0;
	str_clear(scratch);
	fold_key(first_words(notes), scratch);
	key = str_view(scratch);
	refusal = find_start(key);
	if (!refusal && view_starts(key, please))
		refusal = find_start(view_from(key, please.len));
	return refusal;
}
