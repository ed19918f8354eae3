#include "lead/company_form.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

struct tail {
	struct form form;    /* of the word alone */
	unsigned char words; /* how many words at most end so */
	bool alone;	     /* the word by itself is a form */
	uint32_t before;     /* last letters, modulo 32, of words before it */
};

#include "lead/company_table.inc"

/* Words between the owner and the name traded under. */
static const char *const trading[] = {" t a ", " ta ", " trading as ", " dba ",
	" d b a ", " yn masnachu fel "};

void
company_fold(struct view in, struct str *out)
{
	struct view piece;
	bool first = true;

	if (view_find_byte(in, '&') == in.len &&
		view_find_byte(in, '+') == in.len) {
		fold_key(in, out);
		return;
	}
	while (in.len) {
		size_t n = 0;

		while (n < in.len && in.at[n] != '&' && in.at[n] != '+')
			n++;
		piece = view_upto(in, n);
		if (!first)
			str_add(out, " and ");
		fold_key(piece, out);
		first = false;
		in = view_from(in, n + 1);
	}
}

/* Where the last n words of v start; v.len + 1 when it has fewer. */
static size_t
last_words(struct view v, size_t n)
{
	size_t i = v.len;

	while (i && n) {
		i--;
		if (v.at[i] == ' ' && !--n)
			return i + 1;
	}
	return n == 1 ? 0 : v.len + 1;
}

/* The row of the last word, which starts at last; NULL for most words. */
static const struct tail *
tail_find(struct view v, size_t last)
{
	size_t len = v.len - last;
	unsigned letter = (unsigned char)v.at[v.len - 1] % 32;

	if (!(tail_lengths[letter] >> (len < 15 ? len : 15) & 1))
		return NULL;
	return lexicon_find(LEXICON(tails), view_from(v, last));
}

const struct form *
company_form_find(struct view v, size_t *start)
{
	size_t last = last_words(v, 1);
	const struct tail *tail = v.len ? tail_find(v, last) : NULL;
	size_t n;

	if (!tail)
		return NULL;
	n = last > 1 && tail->before >> ((unsigned char)v.at[last - 2] % 32) & 1
		? tail->words
		: 1;
	for (; n > 1; n--) {
		size_t at = last_words(v, n);
		const struct form *form;

		if (at > v.len)
			continue;
		form = lexicon_find(LEXICON(forms), view_from(v, at));
		if (form) {
			*start = at;
			return form;
		}
	}
	*start = last;
	return tail->alone ? &tail->form : NULL;
}

size_t
company_trading(struct view v, size_t *owner)
{
	for (size_t at = 0; at + 1 < v.len; at++) {
		char next = v.at[at + 1];

		if (v.at[at] != ' ' ||
			(next != 't' && next != 'd' && next != 'y'))
			continue;
		for (size_t i = 0; i < sizeof(trading) / sizeof(*trading); i++)
			if (view_starts(
				    view_from(v, at), view_of(trading[i]))) {
				*owner = at;
				return at + strlen(trading[i]);
			}
	}
	return 0;
}

struct view
company_before(struct view v, size_t at)
{
	v = view_upto(v, at - 1);
	return view_ends(v, VIEW(" and")) ? view_upto(v, v.len - 4) : v;
}

bool
company_is_form(struct view folded)
{
	return lexicon_find(LEXICON(forms), folded) != NULL;
}

/* Countries where English is spoken, and "Day Spa" is no S.p.A. */
static const char english[][3] = {
	"AU", "CA", "GB", "GG", "IE", "IM", "JE", "NZ", "US"};

enum company_abroad
company_abroad(struct view country)
{
	if (!country.len)
		return COMPANY_CAPITALS;
	for (size_t i = 0; i < sizeof(english) / sizeof(*english); i++)
		if (country.len == 2 && !memcmp(country.at, english[i], 2))
			return COMPANY_SPELT;
	return COMPANY_ANY;
}

/* The letters of a word: has it capitals, small ones, stops or strokes? */
struct spelling {
	bool capital, small, marked;
};

static struct spelling
spelling_of(struct view word)
{
	struct spelling spelling = {0};

	for (size_t i = 0; i < word.len; i++) {
		char c = word.at[i];

		spelling.capital |= c >= 'A' && c <= 'Z';
		spelling.small |= c >= 'a' && c <= 'z';
		/* "S. A.", but not "a day spa." */
		spelling.marked |=
			c == '/' || (c == '.' && (i + 1 < word.len || i == 1));
	}
	return spelling;
}

/*
 * Do the initials at the end of a name stand for a form?  "S.A.", "A/S" and
 * "SpA" do anywhere; "SA" behind small letters, where no country says that it
 * is something else.
 */
static bool
is_spelt(struct view name, enum company_abroad abroad)
{
	size_t start = name.len;
	struct spelling last, rest;
	struct view word;

	while (start && name.at[start - 1] != ' ')
		start--;
	word = view_from(name, start);
	last = spelling_of(word);
	rest = spelling_of(view_upto(name, start));
	if (abroad == COMPANY_ANY || last.marked)
		return true;
	if (last.small)
		/* SpA: a capital behind the first */
		return spelling_of(view_from(word, 1)).capital;
	return abroad == COMPANY_CAPITALS && rest.small;
}

/* Without a bracket at the end: "Acme Ltd (Cardiff)". */
static struct view
without_bracket(struct view v)
{
	v = view_trim(v);
	if (v.len && v.at[v.len - 1] == ')') {
		size_t open = view_find_byte(v, '(');

		if (open)
			v = view_trim(view_upto(v, open));
	}
	return v;
}

/* "Acme (sole trader)": the form that a bracket at the end names. */
static enum company_form
bracket_form(struct view in)
{
	char room[512];
	struct str key = {room, 0, sizeof(room)}; /* never grows */
	const struct form *form;
	struct view v = view_trim(in);
	size_t open = view_find_byte(v, '(');

	if (!open || open == v.len || v.at[v.len - 1] != ')' ||
		v.len - open > sizeof(room) / 12)
		return COMPANY_NO_FORM;
	company_fold(view_upto(view_from(v, open + 1), v.len - open - 2), &key);
	form = lexicon_find(LEXICON(forms), str_view(&key));
	return form ? form->form : COMPANY_NO_FORM;
}

enum company_form
company_form(struct view in, enum company_abroad abroad)
{
	enum company_form said = bracket_form(in);
	char room[4096];
	struct str key = {room, 0, sizeof(room)}; /* never grows */
	const struct form *form;
	size_t at = 0, owner = 0;
	bool trades;
	struct view v;

	if (said == COMPANY_TRADER || said == COMPANY_PARTNERSHIP)
		return said;
	in = without_bracket(in);
	if (in.len > sizeof(room) / 12)
		in = view_from(in, in.len - sizeof(room) / 12);
	company_fold(in, &key);
	v = str_view(&key);
	trades = company_trading(v, &owner) > 0;
	if (trades)
		v = view_upto(v, owner);
	form = company_form_find(v, &at);
	/* "Acme Co", "Smith & Co": look what stands before the "co" */
	while (form && form->form == COMPANY_NO_FORM && at) {
		v = company_before(v, at);
		form = company_form_find(v, &at);
	}
	if (form && form->form != COMPANY_NO_FORM && (at || trades) &&
		(!form->abroad || is_spelt(view_trim(in), abroad)))
		return form->form;
	return trades ? COMPANY_TRADER : COMPANY_NO_FORM;
}
