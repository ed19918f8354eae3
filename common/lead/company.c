#include "lead/company.h"

#include "lead/company_form.h"
#include "lead/fold.h"
#include "lead/lexicon.h"

/* Forms that stand before the name: Indonesian, Russian, Lithuanian. */
static const char *const heads[] = {
	"jsc", "oao", "ojsc", "ooo", "pao", "pt", "uab", "zao"};

/* Take legal forms off both ends, but never all of the name. */
static struct view
strip(struct view v)
{
	const struct form *form;
	size_t at = 0;

	while ((form = company_form_find(v, &at)) && at) {
		if (form->form == COMPANY_PARTNERSHIP)
			break; /* "and sons" is part of the name */
		v = company_before(v, at);
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
	struct view zero = VIEW(".0");
	size_t start = out->len;
	size_t digits = 0, letters = 0, blanks = 0;
	bool british = !country.len || view_is(country, "GB");

	/* "1234567.0" was a number to whoever wrote it. */
	if (view_ends(v, zero))
		v.len -= zero.len;
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

	company_fold(in, out);
	v = str_tail(out, start);
	if (!v.len)
		return;
	v = view_from(v, company_trading(v, &owner));
	v = strip(v);
	/* in place: what is written never overtakes what is read */
	n = words_squeeze(v, out->data + start);
	if (!n) { /* "And & The": all of it are such words */
		memmove(out->data + start, v.at, v.len);
		n = v.len;
	}
	out->len = start + n;
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
		company_fold(view_from(v, i), &key);
		if (key.len && company_is_form(str_view(&key)))
			cut = i;
	}
	v = view_upto(v, cut);
	while (v.len > 1 &&
		(is_edge(v.at[v.len - 1]) || v.at[v.len - 1] == '-'))
		v.len--;
	return v;
}
