#include "refusal_find.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

/*
 * What those in refusals that stand inside of more begin with, unfolded, by
 * the first letter; and the second letters of these, a bit for each.
 */
#define BEGINNING 12 /* bytes of one, with its end */
#define SECOND(c) (UINT32_C(1) << ((c)&31))
#define STARTS(...) ((const char[][BEGINNING]){__VA_ARGS__, ""})
static const struct start {
	uint32_t seconds;
	const char (*texts)[BEGINNING];
} starts[26] = {
	['a' - 'a'] = {SECOND('b') | SECOND('f') | SECOND('r') | SECOND('s'),
		STARTS("abgem", "afgem", "ar y t", "asked not t",
			"asked to be")},
	['b' - 'a'] = {SECOND('l') | SECOND('y'),
		STARTS("black list", "block list", "by email on", "by phone on",
			"by post on")},
	['c' - 'a'] = {SECOND('o') | SECOND('t'),
		STARTS("consent wi", "ctps reg")},
	['d' - 'a'] = {SECOND('a') | SECOND('e') | SECOND(0xC3) | SECOND('i') |
			SECOND('n') | SECOND('o'),
		STARTS("dado d", "data del", "delete my", "deletion re", "desa",
			"desi", "désa", "dési", "dim gal", "dnc", "do not",
			"deceased", "does not w", "doesnt w", "doesn't w",
			"doesn\xE2", "donot", "dont", "don'", "don\xE2")},
	['e' - 'a'] = {SECOND('m') | SECOND('r'),
		STARTS("email only", "erasure req")},
	['f' - 'a'] = {SECOND('o'), STARTS("forget me")},
	['g' - 'a'] = {SECOND('d'),
		STARTS("gdpr eras", "gdpr no", "gdpr - no")},
	['k' - 'a'] = {SECOND('e'), STARTS("keine")},
	['m' - 'a'] = {SECOND('a'), STARTS("marked as s")},
	['n' - 'a'] = {SECOND('e') | SECOND('i') | SECOND('o'),
		STARTS("ne p", "never c", "never e", "never p", "never r",
			"never to", "nicht", "niet", "no call", "no cold",
			"no cont", "no email", "no further", "no llam",
			"no mark", "no more", "no sales", "non c", "not to")},
	['o' - 'a'] = {SECOND('b') | SECOND('n') | SECOND('p'),
		STARTS("objected to", "objection t", "on ctps", "on d",
			"on suppr", "on tps", "opted out")},
	['p' - 'a'] = {SECOND('e') | SECOND('h') | SECOND('l') | SECOND('o'),
		STARTS("peid", "phone only", "please do", "please ne",
			"please no", "please rem", "please st", "please ta",
			"please uns", "post only")},
	['r' - 'a'] = {SECOND('e') | SECOND('i'),
		STARTS("remove", "reported as", "reported sp", "right to")},
	['s' - 'a'] = {SECOND('p') | SECOND('t'),
		STARTS("spam compl", "stop call", "stop cont", "stop email",
			"stop mail", "stop phon", "stop ring", "stop text")},
	['t' - 'a'] = {SECOND('a') | SECOND('p'),
		STARTS("take me off", "take us off", "taken off l",
			"taken off o", "taken off t", "tps reg")},
	['u' - 'a'] = {SECOND('n'), STARTS("unsub")},
	['w' - 'a'] = {SECOND('a') | SECOND('e') | SECOND('i'),
		STARTS("wants remov", "wedi dad", "wedi gwrth", "wedi marw",
			"withdrawn c", "withdrew c")},
};

/* A small letter; a blank for the marks of "do-not-call" and "do_not_call". */
static char
plain(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c + 32);
	return c == '-' || c == '_' ? ' ' : c;
}

/* Does a text begin so, of which two letters do? */
static bool
begins(struct view text, const char *start)
{
	size_t n = 2;

	while (n < text.len && start[n] && plain(text.at[n]) == start[n])
		n++;
	return !start[n];
}

/* Does a text begin as a refusal does?  Hardly any word of notes does. */
static inline bool
may_refuse(struct view text)
{
	unsigned letter = text.len > 1 ? (unsigned)(text.at[0] | 32) - 'a' : 26;
	const char(*start)[BEGINNING];

	if (letter >= 26 || !(starts[letter].seconds & SECOND(text.at[1])))
		return false;
	start = starts[letter].texts;
	for (char second = plain(text.at[1]); **start; start++)
		if ((*start)[1] == second && begins(text, *start))
			return true;
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
		"as", "at", "database", "ever", "from", "further", "gdpr",
		"her", "him", "lead", "list", "lists", "me", "meer", "mehr",
		"more", "now", "on", "our", "per", "person", "please", "pls",
		"request", "requested", "the", "them", "this", "us", "your"};
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

	if (!may_refuse(notes))
		return 0;
	str_clear(scratch);
	fold_key(first_words(notes), scratch);
	key = str_view(scratch);
	refusal = find_start(key);
	if (!refusal && view_starts(key, please))
		refusal = find_start(view_from(key, please.len));
	return refusal;
}

unsigned
refusal_of_unknown(struct view value, struct str *scratch)
{
	static const char *const vague[] = {"opted out", "remove from list",
		"remove from the list", "removed at request",
		"removed from list"};
	unsigned refusal = refusal_of_notes(value, scratch);

	return refusal && lexicon_find(LEXICON(vague), str_view(scratch))
		? 0
		: refusal;
}

#define STEP 16

/* A bit for each of STEP bytes that is an ASCII letter or a digit. */
#if defined(__SSE2__)
#include <emmintrin.h>

static inline unsigned
words_of(const char *p)
{
	__m128i v = _mm_loadu_si128((const void *)p);
	__m128i letter = _mm_sub_epi8(
		_mm_or_si128(v, _mm_set1_epi8(0x20)), _mm_set1_epi8('a'));
	__m128i digit = _mm_sub_epi8(v, _mm_set1_epi8('0'));

	letter = _mm_cmpeq_epi8(
		_mm_min_epu8(letter, _mm_set1_epi8('z' - 'a')), letter);
	digit = _mm_cmpeq_epi8(_mm_min_epu8(digit, _mm_set1_epi8(9)), digit);
	return (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit));
}

#else

static inline unsigned
words_of(const char *p)
{
	unsigned out = 0;

	for (int i = 0; i < STEP; i++) {
		unsigned char c = (unsigned char)p[i];

		out |= (unsigned)(((c | 32) >= 'a' && (c | 32) <= 'z') ||
			       (c >= '0' && c <= '9'))
			<< i;
	}
	return out;
}

#endif

/* Does a text begin with a refusal, or what may be one, and go on anyhow? */
static bool
begins_with_one(struct view text, struct str *scratch)
{
	static const char *const others[] = {"by email only", "by phone only",
		"by post only", "ctps registered", "deceased", "email only",
		"on ctps", "on tps", "phone only", "post only",
		"tps registered"};
	size_t behind = 0;
	struct view key;

	if (view_same(view_upto(text, 9), VIEW("unsubscri")))
		return true;
	str_clear(scratch);
	fold_key(view_upto(text, START), scratch);
	key = str_view(scratch);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (view_starts(key, view_of(others[i])))
			return true;
	return refusal_at(key, 0, true, &behind) != 0;
}

bool
refusal_is_near(struct view notes, struct str *scratch)
{
	unsigned before = 0; /* is the byte before of a word? */

	for (size_t at = 0; at < notes.len; at += STEP) {
		struct view rest = view_from(notes, at);
		char last[STEP] = {0};
		unsigned words, first;

		if (rest.len < STEP)
			memcpy(last, rest.at, rest.len);
		words = words_of(rest.len < STEP ? last : rest.at);
		first = words & ~(words << 1 | before);
		before = words >> (STEP - 1);
		for (; first; first &= first - 1) {
			struct view text =
				view_from(rest, (size_t)__builtin_ctz(first));

			if (may_refuse(text) && begins_with_one(text, scratch))
				return true;
		}
	}
	return false;
}
