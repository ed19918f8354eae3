#include "lead/company.h"

#include "lead/fold.h"
#include "lead/lexicon.h"

/* A folded legal form at the end of a name. */
struct form {
	const char *words;
	enum company_form form; /* COMPANY_NO_FORM: may mean something else */
};

struct tail {
	struct form form;    /* of the word alone */
	unsigned char words; /* how many words at most end so */
	bool alone;	     /* the word by itself is a form */
	uint32_t before;     /* last letters, modulo 32, of words before it */
};

#include "lead/company_table.inc"

/* Forms that stand before the name: Indonesian, Russian, Lithuanian. */
static const char *const heads[] = {
	"jsc", "oao", "ojsc", "ooo", "pao", "pt", "uab", "zao"};

/* Words between the owner and the name traded under. */
static const char *const trading[] = {" t a ", " ta ", " trading as ", " dba ",
	" d b a ", " yn masnachu fel "};

/* Fold, with "&" and "+" as "and". */
static void
fold_words(struct view in, struct str *out)
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

/* The longest form at the end of a folded name, and where it starts. */
static const struct form *
form_find(struct view v, size_t *start)
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

/* Where the name traded under starts in a folded name; 0: there is none. */
static size_t
trading_find(struct view v, size_t *owner)
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

/* What stands before a form, without the "and" of "Stewart and Co". */
static struct view
before(struct view v, size_t at)
{
	v = view_upto(v, at - 1);
	return view_ends(v, VIEW(" and")) ? view_upto(v, v.len - 4) : v;
}

/* Take legal forms off both ends, but never all of the name. */
static struct view
strip(struct view v)
{
	const struct form *form;
	size_t at = 0;

	while ((form = form_find(v, &at)) && at) {
		if (form->form == COMPANY_PARTNERSHIP)
			break; /* "and sons" is part of the name */
		v = before(v, at);
	}
	at = view_find_byte(v, ' ');
	if (at < v.len && lexicon_find(LEXICON(heads), view_upto(v, at)))
		v = view_from(v, at + 1);
	return v;
}

/* Write the words of v without "and", and without "the" at the start. */
static size_t
words_squeeze(struct view v, char *to)
{
	struct view rest = v, word;
	size_t n = 0;

	while (view_cut(&rest, ' ', &word)) {
		bool last = !rest.at;

		if (!word.len || view_is(word, "and") ||
			(!n && !last && view_is(word, "the")))
			continue;
		if (n)
			to[n++] = ' ';
		memmove(to + n, word.at, word.len);
		n += word.len;
	}
	return n;
}

void
company_normalise(struct view in, struct str *out)
{
	fold_blanks(in, out);
}

bool
company_number_normalise(struct view in, struct view country, struct str *out)
{
	struct view v = view_trim(in);
	size_t start = out->len;
	size_t digits = 0, letters = 0, blanks = 0;
	bool british = !country.len || view_is(country, "GB");

	for (size_t i = 0; i < v.len; i++) {
		char c = v.at[i];
		char capital = c >= 'a' && c <= 'z' ? (char)(c - 32) : c;

		digits += c >= '0' && c <= '9';
		letters += capital >= 'A' && capital <= 'Z';
		blanks += c == ' ';
		if (c != ' ')
			str_byte(out, capital);
	}
	/* SC123456, R0000123, IP12345R: with letters there are eight. */
	if (!british || digits + letters + blanks != v.len ||
		(digits != v.len && (out->len - start != 8 || digits < 5))) {
		out->len = start;
		return false;
	}
	if (digits == v.len && digits >= 5 && digits < 8) {
		out->len = start;
		for (size_t i = digits; i < 8; i++)
			str_byte(out, '0');
		str_put(out, v);
	}
	return true;
}

void
company_key(struct view in, struct str *out)
{
	size_t start = out->len, owner = 0, n;
	struct view v;

	fold_words(in, out);
	v = str_tail(out, start);
	if (!v.len)
		return;
	v = view_from(v, trading_find(v, &owner));
	v = strip(v);
	/* in place: what is written never overtakes what is read */
	n = words_squeeze(v, out->data + start);
	if (!n) { /* "And & The": all of it are such words */
		memmove(out->data + start, v.at, v.len);
		n = v.len;
	}
	out->len = start + n;
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
	fold_words(view_upto(view_from(v, open + 1), v.len - open - 2), &key);
	form = lexicon_find(LEXICON(forms), str_view(&key));
	return form ? form->form : COMPANY_NO_FORM;
}

enum company_form
company_form(struct view in)
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
	fold_words(in, &key);
	v = str_view(&key);
	trades = trading_find(v, &owner) > 0;
	if (trades)
		v = view_upto(v, owner);
	form = form_find(v, &at);
	/* "Acme Co", "Smith & Co": look what stands before the "co" */
	while (form && form->form == COMPANY_NO_FORM && at) {
		v = before(v, at);
		form = form_find(v, &at);
	}
	if (form && form->form != COMPANY_NO_FORM && (at || trades))
		return form->form;
	return trades ? COMPANY_TRADER : COMPANY_NO_FORM;
}

static bool
is_edge(char c)
{
	return c == ' ' || c == ',' || c == '\t' || c == ';' || c == '/';
}

struct view
company_base(struct view in)
{
	char room[640];
	struct str key = {room, 0, sizeof(room)}; /* never grows */
	struct view v = view_trim(in);
	size_t words = 0, cut = v.len;

	for (size_t i = v.len; i > 1 && words < 8 && v.len - i < 48; i--) {
		if (!is_edge(v.at[i - 1]))
			continue;
		words++;
		if (i > 1 && (v.at[i - 2] == '&' || v.at[i - 2] == '+'))
			continue; /* "Stewart & Co" */
		str_clear(&key);
		fold_words(view_from(v, i), &key);
		if (key.len && lexicon_find(LEXICON(forms), str_view(&key)))
			cut = i;
	}
	v = view_upto(v, cut);
	while (v.len > 1 &&
		(is_edge(v.at[v.len - 1]) || v.at[v.len - 1] == '-'))
		v.len--;
	return v;
}
