#include "lead/name_case.h"

#include "base/utf8.h"
#include "lead/fold.h"
#include "lead/lexicon.h"
#include "lead/name.h"

/* Particles that their owners write small, in small letters. */
static const char *const small[] = {"ab", "af", "ap", "av", "da", "das", "de",
	"dei", "del", "della", "den", "der", "di", "do", "dos", "du", "ferch",
	"la", "merch", "op", "te", "ten", "ter", "tot", "van", "vande",
	"vanden", "vander", "vom", "von", "y", "zu", "zum", "zur"};

/* Those that are small at the start too. */
static const char *const always_small[] = {"ab", "ap", "ferch", "merch"};

/* Those that stand by themselves between names, and are no first names. */
static const char *const alone[] = {"de", "den", "der", "te", "ten", "ter",
	"van", "vom", "von", "zu", "zum", "zur"};

/*
 * Letters behind a name: in small ones, and as they are written.  None that
 * are a family's name too (Meng).
 */
static const struct letters {
	const char *small, *written;
} letters[] = {
	{"acca", "ACCA"},
	{"bsc", "BSc"},
	{"cbe", "CBE"},
	{"cfa", "CFA"},
	{"cpa", "CPA"},
	{"dphil", "DPhil"},
	{"fca", "FCA"},
	{"ii", "II"},
	{"iii", "III"},
	{"iv", "IV"},
	{"kbe", "KBE"},
	{"kc", "KC"},
	{"llb", "LLB"},
	{"llm", "LLM"},
	{"mba", "MBA"},
	{"mbe", "MBE"},
	{"mp", "MP"},
	{"mrics", "MRICS"},
	{"msc", "MSc"},
	{"obe", "OBE"},
	{"phd", "PhD"},
	{"qc", "QC"},
};

/* Letters of each case in v, until there are both. */
static void
count_cases(struct view v, size_t *upper, size_t *lower)
{
	*upper = *lower = 0;
	while (v.len && !(*upper && *lower)) {
		uint32_t c = (unsigned char)v.at[0];

		if (c < 0x80)
			v = (struct view){v.at + 1, v.len - 1};
		else
			c = (uint32_t)utf8_next(&v);
		*upper += fold_is_upper(c);
		*lower += fold_is_lower(c);
	}
}

enum name_case
name_case(struct view v)
{
	size_t upper, lower;

	count_cases(v, &upper, &lower);
	if (upper && lower)
		return NAME_MIXED;
	if (lower)
		return NAME_ALL_LOWER;
	return upper > 1 ? NAME_ALL_UPPER : NAME_MIXED;
}

static uint32_t
take(struct view *rest)
{
	struct view before = *rest;
	int32_t c = utf8_next(rest);

	return c < 0 ? (unsigned char)before.at[0] : (uint32_t)c;
}

static void
put_character(struct view was, uint32_t c, struct str *out)
{
	/* a byte that is no UTF-8 stays as it is */
	if (was.len == 1 && (unsigned char)was.at[0] >= 0x80)
		str_put(out, was);
	else
		utf8_put(out, c);
}

static bool
is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019 || c == '`';
}

/* Does a capital follow the n letters written since start: Mc, O', D'? */
static bool
capital_follows(struct view word, uint32_t c)
{
	if (is_apostrophe(c))
		return word.len == 1 && strchr("ODLN", word.at[0]);
	return word.len == 2 && word.at[0] == 'M' && word.at[1] == 'c';
}

/* One word without blanks. */
static void
word_capitalise(struct view v, struct str *out)
{
	size_t start = out->len;
	bool capital = true;

	while (v.len) {
		struct view was = v;
		uint32_t c = take(&v);

		was.len -= v.len;
		put_character(
			was, capital ? fold_upper(c) : fold_lower(c), out);
		capital = c == '-' || c == '.' || c == '/' || c == '(' ||
			c == 0x2010 || c == 0x2013;
		if (capital) {
			start = out->len;
			continue;
		}
		if (is_apostrophe(c)) {
			struct view word = str_tail(out, start);

			word.len -= was.len;
			capital = capital_follows(word, c);
		} else {
			/* "Mc" needs three letters behind it to be a prefix */
			capital = v.len > 2 &&
				capital_follows(str_tail(out, start), c);
		}
	}
}

/* The row of a word in any case, or NULL. */
static const void *
find_in(struct view word, struct lexicon table)
{
	char lower[8];

	if (word.len > sizeof(lower))
		return NULL;
	for (size_t i = 0; i < word.len; i++)
		lower[i] = (char)fold_lower((unsigned char)word.at[i] & 0x7F);
	return lexicon_find(table, (struct view){lower, word.len});
}

static bool
in_table(struct view word, struct lexicon table)
{
	return find_in(word, table) != NULL;
}

static void
lower_write(struct view v, struct str *out)
{
	for (size_t i = 0; i < v.len; i++)
		str_byte(out, (char)fold_lower((unsigned char)v.at[i]));
}

/*
 * Is it a particle that stays small?  At the start only the Welsh ones do,
 * and what its owner wrote small.
 */
static bool
stays_small(struct view word, bool first, bool was_lower)
{
	if (first && !was_lower)
		return in_table(word, LEXICON(always_small));
	return in_table(word, LEXICON(small));
}

void
name_capitalise(struct view v, bool was_lower, struct str *out)
{
	struct view word;
	bool first = true;
	bool infix = was_lower; /* "van der", which stood by itself */

	while (view_cut(&v, ' ', &word)) {
		const struct letters *behind =
			first ? NULL : find_in(word, LEXICON(letters));
		bool small_word = stays_small(word, first, was_lower);
		bool by_itself = was_lower && first && !v.at &&
			in_table(word, LEXICON(alone));

		infix &= small_word;
		if (!first)
			str_byte(out, ' ');
		/* the last word of a name is no particle */
		if (small_word && (v.at || (infix && !first) || by_itself))
			lower_write(word, out);
		else if (behind)
			str_add(out, behind->written);
		else
			word_capitalise(word, out);
		first = false;
	}
}

/* "SIÂN ap RHYS": capitals, but for particles? */
static bool
is_upper_but_particles(struct view v)
{
	struct view word;
	bool found = false;

	while (view_cut(&v, ' ', &word)) {
		size_t upper, lower;

		count_cases(word, &upper, &lower);
		if (lower && (upper || !in_table(word, LEXICON(small))))
			return false;
		found |= upper > 1;
	}
	return found;
}

/* The byte behind a first one of U+00C0 to U+017F, "é" or "Ŵ"; or 0. */
static unsigned char
latin(struct view v, size_t i)
{
	unsigned char c = (unsigned char)v.at[i];
	unsigned char next = i + 1 < v.len ? (unsigned char)v.at[i + 1] : '\0';

	return c >= 0xC3 && c <= 0xC5 && (next & 0xC0) == 0x80 ? next : 0;
}

bool
name_is_plain(struct view v)
{
	bool upper = false, lower = false, twice = false;
	bool before = false; /* a letter that may be a capital */

	for (size_t i = 0; i < v.len; i++) {
		char c = v.at[i];
		bool capital = c >= 'A' && c <= 'Z';

		upper |= capital;
		if (c >= 'a' && c <= 'z') {
			lower = true;
		} else if (latin(v, i)) {
			/* small are, for certain, those from U+00DF on */
			capital = c != '\xC3' || latin(v, i) < 0x9F;
			i++;
		} else if ((unsigned char)c >= 0x7F || (unsigned char)c < ' ' ||
			(c == ' ' &&
				(!i || i + 1 == v.len || v.at[i + 1] == ' '))) {
			return false;
		}
		twice |= capital && before;
		before = capital;
	}
	return upper && lower && !twice;
}

void
name_normalise(struct view in, struct str *out)
{
	size_t start = out->len;
	enum name_case written;
	struct view clean;

	if (name_is_plain(in)) {
		str_put(out, in);
		return;
	}
	fold_blanks(in, out);
	clean = str_tail(out, start);
	written = name_case(clean);
	if (view_find_byte(clean, '@') < clean.len || /* an address */
		(written == NAME_MIXED && !is_upper_but_particles(clean)))
		return;
	/*
	 * The other case of a character is never more than twice as long, so
	 * that with this much room out stays where it is while it is read.
	 */
	str_reserve(out, 2 * (out->len - start) + 1);
	clean = str_tail(out, start);
	name_capitalise(clean, written != NAME_ALL_UPPER, out);
	out->len -= clean.len;
	memmove(out->data + start, clean.at + clean.len, out->len - start);
}
