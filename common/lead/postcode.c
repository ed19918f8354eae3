#include "lead/postcode.h"

#include "lead/lexicon.h"

/* The longest code of any country, with blanks and hyphens off. */
#define CODE_MAX 10

/*
 * The shapes of a country's codes, separated by blanks: 9 a digit, A a letter,
 * * either; other characters stand for themselves and are written where they
 * stand ("_" for a blank).  From the Universal Postal Union's addressing
 * sheets.
 */
struct postcode_shape {
	const char *country;
	const char *shapes;
};

static const struct postcode_shape shapes[] = {
	{"AD", "AD999"},
	{"AR", "9999 A9999AAA"},
	{"AT", "9999"},
	{"AU", "9999"},
	{"BE", "9999"},
	{"BG", "9999"},
	{"BR", "99999-999"},
	{"CA", "A9A_9A9"},
	{"CH", "9999"},
	{"CN", "999999"},
	{"CY", "9999"},
	{"CZ", "999_99"},
	{"DE", "99999"},
	{"DK", "9999"},
	{"EE", "99999"},
	{"ES", "99999"},
	{"FI", "99999"},
	{"FR", "99999"},
	{"GR", "999_99"},
	{"HR", "99999"},
	{"HU", "9999"},
	{"IE", "A99_**** A9A_****"},
	{"IL", "9999999 99999"},
	{"IN", "999999"},
	{"IS", "999"},
	{"IT", "99999"},
	{"JP", "999-9999"},
	{"KR", "99999"},
	{"LI", "9999"},
	{"LT", "LT-99999 99999"},
	{"LU", "9999"},
	{"LV", "LV-9999"},
	{"MC", "99999"},
	{"MT", "AAA_9999"},
	{"MX", "99999"},
	{"NL", "9999_AA"},
	{"NO", "9999"},
	{"NZ", "9999"},
	{"PL", "99-999"},
	{"PT", "9999-999 9999"},
	{"RO", "999999"},
	{"RU", "999999"},
	{"SE", "999_99"},
	{"SG", "999999"},
	{"SI", "9999"},
	{"SK", "999_99"},
	{"TR", "99999"},
	{"UA", "99999"},
	{"US", "99999 99999-9999"},
	{"ZA", "9999"},
};

/* What a byte is to a code: itself as a capital, ' ' dropped, 0 not there. */
static const char code_bytes[129] = "\0\0\0\0\0\0\0\0\0  \0\0 \0\0"
				    "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
				    " \0\0\0\0\0\0\0\0\0\0\0\0  \0"
				    "0123456789\0\0\0\0\0\0"
				    "\0ABCDEFGHIJKLMNO"
				    "PQRSTUVWXYZ\0\0\0\0\0"
				    "\0ABCDEFGHIJKLMNO"
				    "PQRSTUVWXYZ\0\0\0\0\0";

/* Letters of British codes, a bit for each: see is_british(). */
#define BIT(c) (1U << ((c) - 'A'))
#define NOT_FIRST (BIT('Q') | BIT('V') | BIT('X'))
#define NOT_SECOND (BIT('I') | BIT('J') | BIT('Z'))
#define NOT_LAST                                                               \
	(BIT('C') | BIT('I') | BIT('K') | BIT('M') | BIT('O') | BIT('V'))
/* Behind the digit of an area of one letter, and of two. */
#define BEHIND_ONE                                                             \
	((BIT('I') - 1) | BIT('J') | BIT('K') | BIT('P') | BIT('S') |          \
		BIT('T') | BIT('U') | BIT('W'))
#define BEHIND_TWO                                                             \
	(BIT('A') | BIT('B') | BIT('E') | BIT('H') | BIT('M') | BIT('N') |     \
		BIT('P') | BIT('R') | BIT('V') | BIT('W') | BIT('X') |         \
		BIT('Y'))

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* Capitals and digits of v, at most CODE_MAX; 0: other characters, or more. */
static size_t
compact(struct view v, char *code)
{
	size_t n = 0;

	for (size_t i = 0; i < v.len; i++) {
		unsigned char c = (unsigned char)v.at[i];
		char byte = c < 0x80 ? code_bytes[c] : '\0';

		if (byte > ' ') {
			if (n == CODE_MAX)
				return 0;
			code[n++] = byte;
		} else if (c == 0xC2 && i + 1 < v.len &&
			v.at[i + 1] == '\xA0') {
			i++; /* a no-break space */
		} else if (!byte) {
			return 0;
		}
	}
	return n;
}

static bool
fits(struct view code, struct view shape)
{
	size_t i = 0;

	for (size_t k = 0; k < shape.len; k++) {
		char want = shape.at[k];

		if (want == '_' || want == '-')
			continue;
		if (i == code.len)
			return false;
		if (want == '9' ? !is_digit(code.at[i])
				: want == 'A'
				? !is_capital(code.at[i])
				: want != '*' && want != code.at[i])
			return false;
		i++;
	}
	return i == code.len;
}

static void
shape_write(struct view code, struct view shape, struct str *out)
{
	size_t i = 0;

	for (size_t k = 0; k < shape.len; k++) {
		if (shape.at[k] == '_')
			str_byte(out, ' ');
		else if (shape.at[k] == '-')
			str_byte(out, '-');
		else
			str_byte(out, code.at[i++]);
	}
}

/* Is c one of the letters? */
static bool
is_one_of(char c, unsigned letters)
{
	return is_capital(c) && (letters & BIT(c));
}

/*
 * A9, A99, A9A, AA9, AA99 or AA9A, then 9AA.  The first letter is never Q V X,
 * the second I J Z, the last two C I K M O V; few stand behind the digit (BS
 * 7666, as Royal Mail gives them out).
 */
static bool
is_british(struct view code)
{
	const char *c = code.at;
	size_t out = code.len - 3, area;

	if (code.len < 5 || code.len > 7)
		return false;
	if (!is_digit(c[out]) || !is_capital(c[out + 1]) ||
		!is_capital(c[out + 2]) || is_one_of(c[out + 1], NOT_LAST) ||
		is_one_of(c[out + 2], NOT_LAST))
		return view_is(code, "GIR0AA");
	area = is_capital(c[1]) ? 2 : 1;
	if (!is_capital(c[0]) || area == out || out > area + 2 ||
		!is_digit(c[area]))
		return view_is(code, "GIR0AA");
	if (is_one_of(c[0], NOT_FIRST) ||
		(area == 2 && is_one_of(c[1], NOT_SECOND)))
		return false;
	return out == area + 1 || is_digit(c[out - 1]) ||
		is_one_of(c[out - 1], area == 1 ? BEHIND_ONE : BEHIND_TWO);
}

static void
digit_repair(char *c)
{
	if (*c == 'O')
		*c = '0';
	else if (*c == 'I' || *c == 'L')
		*c = '1';
}

/* The United Kingdom, Guernsey, Jersey and Man. */
static bool
is_british_place(struct view country)
{
	static const char codes[4][2] = {
		{'G', 'B'}, {'G', 'G'}, {'J', 'E'}, {'I', 'M'}};

	for (size_t i = 0; i < 4 && country.len == 2; i++)
		if (country.at[0] == codes[i][0] &&
			country.at[1] == codes[i][1])
			return true;
	return false;
}

/* O for 0 and the like, where the shape leaves no doubt: "CF1O 1AA". */
static bool
british_repair(char *code, size_t n)
{
	char tried[CODE_MAX];

	if (n < 5 || n > 7)
		return false;
	memcpy(tried, code, n);
	digit_repair(&tried[n - 3]);
	if (n > 5)
		digit_repair(&tried[n - 4]);
	if (!is_british((struct view){tried, n}))
		return false;
	memcpy(code, tried, n);
	return true;
}

static bool
british_write(char *code, size_t n, struct str *out)
{
	if (!is_british((struct view){code, n}) && !british_repair(code, n))
		return false;
	str_bytes(out, code, n - 3);
	str_byte(out, ' ');
	str_bytes(out, code + n - 3, 3);
	return true;
}

/* Give back the zeros that a spreadsheet took from a code of digits. */
static size_t
zeros_restore(char *code, size_t n, struct view shape)
{
	size_t want = 0, missing;

	for (size_t i = 0; i < shape.len; i++) {
		if (shape.at[i] != '9' && shape.at[i] != '_' &&
			shape.at[i] != '-')
			return n;
		want += shape.at[i] == '9';
	}
	for (size_t i = 0; i < n; i++)
		if (!is_digit(code[i]))
			return n;
	missing = want > n ? want - n : 0;
	if (!missing || missing > 2 || n < 3)
		return n;
	memmove(code + missing, code, n);
	memset(code, '0', missing);
	return want;
}

static bool
shaped_write(
	const struct postcode_shape *row, char *code, size_t n, struct str *out)
{
	struct view rest = view_of(row->shapes), shape;
	size_t prefix = strlen(row->country);

	while (view_cut(&rest, ' ', &shape)) {
		if (fits((struct view){code, n}, shape)) {
			shape_write((struct view){code, n}, shape, out);
			return true;
		}
	}
	/* "D-10115", "F-75001": a country's letters before the digits */
	for (size_t skip = 1; skip <= prefix && skip < n; skip++)
		if (code[skip - 1] == row->country[skip - 1] &&
			code[0] == row->country[0] && is_digit(code[skip]) &&
			fits((struct view){code + skip, n - skip},
				view_of(row->shapes))) {
			shape_write((struct view){code + skip, n - skip},
				view_of(row->shapes), out);
			return true;
		}
	rest = view_of(row->shapes);
	(void)view_cut(&rest, ' ', &shape);
	n = zeros_restore(code, n, shape);
	if (!fits((struct view){code, n}, shape))
		return false;
	shape_write((struct view){code, n}, shape, out);
	return true;
}

/* Capitals, and single blanks. */
static void
plain_write(struct view v, struct str *out)
{
	bool blank = false;

	for (size_t i = 0; i < v.len; i++) {
		char c = v.at[i];

		if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
			blank = true;
			continue;
		}
		if (blank)
			str_byte(out, ' ');
		blank = false;
		str_byte(out, (char)(c >= 'a' && c <= 'z' ? c - 32 : c));
	}
}

/* A spreadsheet's "2134.0". */
static struct view
without_fraction(struct view v)
{
	struct view whole =
		view_ends(v, VIEW(".0")) ? view_upto(v, v.len - 2) : v;

	for (size_t i = 0; i < whole.len; i++)
		if (!is_digit(whole.at[i]))
			return v;
	return whole;
}

bool
postcode_normalise(struct view in, struct view country, struct str *out)
{
	struct view v = view_trim(in);
	const struct postcode_shape *row;
	char code[2 * CODE_MAX];
	size_t n;

	/* A spreadsheet was told that it is text. */
	while (v.len && v.at[0] == '\'')
		v = view_trim(view_from(v, 1));
	v = without_fraction(v);
	n = compact(v, code);
	if (!v.len)
		return false;
	if (is_british_place(country))
		return n && british_write(code, n, out);
	if (!country.len) {
		if (n && is_british((struct view){code, n}))
			return british_write(code, n, out);
		country = VIEW("IE");
		row = lexicon_find(LEXICON(shapes), country);
		if (n != 7 || !shaped_write(row, code, n, out))
			plain_write(v, out);
		return true;
	}
	row = lexicon_find(LEXICON(shapes), country);
	if (row)
		return n && shaped_write(row, code, n, out);
	plain_write(v, out);
	return true;
}

bool
postcode_is_british(struct view in)
{
	char code[2 * CODE_MAX];
	size_t n = compact(view_trim(in), code);

	return n && is_british((struct view){code, n});
}
