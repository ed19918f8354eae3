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

/* The refusal that starts at a word, which is inside of more or is all. */
static unsigned
find_at(struct view key, size_t at, size_t *behind)
{
	unsigned refusal = 0;
	size_t end = at;

	for (int n = 0; n < WORDS_MOST && end < key.len; n++) {
		struct view words;
		const struct words *found;

		end = next_end(key, end + (n > 0));
		words = (struct view){key.at + at, end - at};
		found = lexicon_find(LEXICON(refusals), words);
		if (found && (found->inside || words.len == key.len)) {
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
channels_behind(struct view key, size_t behind)
{
	static const char *const links[] = {
		"a", "and", "by", "nor", "on", "or", "via"};
	unsigned channels = 0;

	while (behind < key.len) {
		struct view link = word_at(key, behind + 1);
		const struct wish *wish;

		behind += 1 + link.len;
		if (behind >= key.len || !lexicon_find(LEXICON(links), link))
			break;
		wish = lexicon_find(LEXICON(wishes), word_at(key, behind + 1));
		if (!wish || !(wish->does & ALL))
			break;
		channels |= wish->does & ALL;
		behind = next_end(key, behind + 1);
	}
	return channels;
}

/* "Do not email" may go on "or call", "do not contact" "by phone or text". */
static unsigned
with_channels(unsigned refusal, struct view key, size_t behind)
{
	struct view rest = view_from(key, behind);
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

unsigned
refusal_of_state(struct view key)
{
	bool denied = false; /* "never unsubscribed" */
	unsigned all = is_wish(key) ? refusal_of_wish(key) : 0;

	for (size_t at = 0; at < key.len; at = next_end(key, at) + 1) {
		struct view word = word_at(key, at);
		size_t behind = at;
		unsigned refusal = find_at(key, at, &behind);

		if (refusal && !denied) {
			all |= with_channels(refusal, key, behind);
			at = behind - 1;
		}
		denied = view_is(word, "not") || view_is(word, "never");
	}
	return all;
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

static bool
may_refuse(struct view notes)
{
	unsigned letter = (unsigned)(notes.at[0] | 32) - 'a';
	struct view rest = {0}, start;

	if (letter < 26 && starts[letter])
		rest = view_of(starts[letter]);
	while (rest.len && view_cut(&rest, '|', &start))
		if (notes.len >= start.len &&
			view_same(view_upto(notes, start.len), start))
			return true;
	return false;
}

#define START 48 /* bytes of notes that are looked at */

unsigned
refusal_of_notes(struct view notes, struct str *scratch)
{
	size_t behind;
	unsigned refusal;
	struct view key;

	if (!notes.len || !may_refuse(notes))
		return 0;
	notes = view_upto(notes, view_find_byte(notes, '\n'));
	str_clear(scratch);
	fold_key(view_upto(notes, START), scratch);
	key = str_view(scratch);
	if (view_starts(key, VIEW("please ")) &&
		!view_starts(key, VIEW("please remove")))
		key = view_from(key, strlen("please "));
	refusal = find_at(key, 0, &behind);
	return refusal ? with_channels(refusal, key, behind) : 0;
}
