#include "refusal_find.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

/*
 * What those in refusals that stand inside of more begin with, unfolded, by
 * the first letter.
 */
#define BEGINNING 12 /* bytes of one, with its end */
#define STARTS(...) ((const char[][BEGINNING]){__VA_ARGS__, ""})
static const char (*const starts[26])[BEGINNING] = {
	['a' - 'a'] = STARTS("abgem", "afgem", "ar y t", "asked n", "asked t"),
	['b' - 'a'] = STARTS("black", "block"),
	['c' - 'a'] = STARTS("consent w"),
	['d' - 'a'] = STARTS("dado d", "data d", "deceas", "delet", "desa",
		"desi",
		"d\xC3\xA9"
		"s",
		"dim g", "dnc", "do n", "don"),
	['e' - 'a'] = STARTS("eras"),
	['f' - 'a'] = STARTS("forget"),
	['g' - 'a'] = STARTS("gdpr"),
	['k' - 'a'] = STARTS("keine"),
	['m' - 'a'] = STARTS("marked as s"),
	['n' - 'a'] = STARTS("ne p", "never", "nich", "niet", "no c", "no f",
		"no e", "no l", "no m", "no s", "non c", "not t"),
	['o' - 'a'] = STARTS("object", "on c", "on d", "on s", "on t", "opted"),
	['p' - 'a'] = STARTS("peid", "pleas"),
	['r' - 'a'] = STARTS("remov", "right t"),
	['s' - 'a'] = STARTS("spam", "suppr"),
	['t' - 'a'] = STARTS("take "),
	['u' - 'a'] = STARTS("unsub"),
	['w' - 'a'] = STARTS("wedi", "withdr"),
};

/* A small letter; a blank for the marks of "do-not-call" and "do_not_call". */
static char
plain(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c + 32);
	return c == '-' || c == '_' ? ' ' : c;
}

/* Does a text that has two bytes begin as a refusal does? */
static inline bool
may_refuse(struct view text)
{
	unsigned letter = (unsigned)(text.at[0] | 32) - 'a';
	const char(*start)[BEGINNING] = letter < 26 ? starts[letter] : NULL;

	for (; start && **start; start++) {
		size_t n = 1;

		while (n < text.len && (*start)[n] &&
			plain(text.at[n]) == (*start)[n])
			n++;
		if (!(*start)[n])
			return true;
	}
	return false;
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
	unsigned refusal = refusal_at(key, 0, true, &behind);

	if (refusal)
		refusal = refusal_with_channels(refusal, key, &behind);
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

bool
refusal_is_near(struct view notes, struct str *scratch)
{
	bool within = false; /* a word */

	for (; notes.len > 1; notes = view_from(notes, 1)) {
		bool starts_word = !within;
		size_t behind = 0;

		within = notes.at[0] > '/';
		if (!starts_word || !within || !may_refuse(notes))
			continue;
		if (view_same(view_upto(notes, 5), VIEW("unsub")))
			return true;
		str_clear(scratch);
		fold_key(view_upto(notes, START), scratch);
		if (refusal_at(str_view(scratch), 0, true, &behind))
			return true;
	}
	return false;
}
