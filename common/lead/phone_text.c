#include "lead/phone_text.h"

#include "base/utf8.h"

/* What a character is to a telephone number. */
enum {
	MARK = -1, /* stands between digits and says nothing */
	PLUS = -2,
	OTHER = -3, /* ends the number */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static int
wide_kind(int32_t c)
{
	if (c >= 0xFF10 && c <= 0xFF19) /* full width */
		return c - 0xFF10;
	if (c >= 0x660 && c <= 0x669) /* Arabic-Indic */
		return c - 0x660;
	if (c >= 0x6F0 && c <= 0x6F9) /* Persian */
		return c - 0x6F0;
	if (c == 0xFF0B)
		return PLUS;
	/* blanks, dashes, direction marks, full-width brackets and stops */
	if (c == 0xA0 || c == 0xAD || (c >= 0x2000 && c <= 0x2015) ||
		(c >= 0x2028 && c <= 0x202F) || c == 0x2060 || c == 0x2212 ||
		c == 0x3000 || (c >= 0xFF08 && c <= 0xFF0F) || c == 0xFEFF ||
		c == 0x30FC || c == 0xB7)
		return MARK;
	return OTHER;
}

/* ASCII that is no digit; 0: other. */
static const signed char kinds[128] = {
	['+'] = PLUS,
	[' '] = MARK,
	['\t'] = MARK,
	['\r'] = MARK,
	['\n'] = MARK,
	['-'] = MARK,
	['.'] = MARK,
	['/'] = MARK,
	['('] = MARK,
	[')'] = MARK,
	['['] = MARK,
	[']'] = MARK,
	['_'] = MARK,
	['~'] = MARK,
	['*'] = MARK,
};

/* Take a character off the front: a digit, or one of the kinds above. */
static inline int
kind_next(struct view *rest)
{
	char c = rest->at[0];

	if ((unsigned char)c >= 0x80)
		return wide_kind(utf8_next(rest));
	rest->at++;
	rest->len--;
	if (is_digit(c))
		return c - '0';
	return kinds[(unsigned char)c] ? kinds[(unsigned char)c] : OTHER;
}

static size_t
digit_run(struct view v)
{
	size_t n = 0;

	while (n < v.len && is_digit(v.at[n]))
		n++;
	return n;
}

/*
 * What a spreadsheet makes of a number: "441632960001.0", or
 * "4.41632960001E+11", whose digits are all there only when the fraction is
 * as long as the exponent says.  *lost: they are not.
 */
static bool
float_read(struct view v, struct phone_text *out, bool *lost)
{
	size_t whole = digit_run(v);
	size_t fraction;
	int64_t exponent = 0;
	struct view tail;

	if (!whole || whole == v.len || v.at[whole] != '.')
		return false;
	fraction = digit_run(view_from(v, whole + 1));
	tail = view_from(v, whole + 1 + fraction);
	if (tail.len && (tail.at[0] | 32) != 'e')
		return false;
	if (tail.len && !view_int(view_from(tail, 1), &exponent))
		return false;
	if (!tail.len) {
		/* a lone zero or two: else it is a number with a stop in it */
		for (size_t i = 0; i < fraction; i++)
			if (v.at[whole + 1 + i] != '0')
				return false;
		if (whole < 7 || !fraction || fraction > 2)
			return false;
	}
	*lost = exponent < 0 || (tail.len && (uint64_t)exponent > fraction) ||
		whole + (size_t)exponent >= PHONE_DIGITS;
	if (*lost)
		return true;
	memcpy(out->digits, v.at, whole);
	memcpy(out->digits + whole, v.at + whole + 1, (size_t)exponent);
	out->n = whole + (size_t)exponent;
	return true;
}

/* How many bytes of v are a word for "extension"; 0: none. */
static size_t
extension_word(struct view v)
{
	static const char *const words[] = {
		"extension", "estyniad", "extn", "ext", "est", "x", "#"};

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct view word = view_of(words[i]);

		if (view_same(view_upto(v, word.len), word))
			return word.len;
	}
	return 0;
}

/* Read what stands behind the digits: an extension, and the rest. */
static void
tail_read(struct view v, struct phone_text *out)
{
	struct view tail;
	size_t word, n;

	v = view_trim(v);
	tail = v;
	while (tail.len && tail.at[0] && strchr(" ,;(-.", tail.at[0]))
		tail = view_from(tail, 1);
	word = extension_word(tail);
	tail = view_from(tail, word);
	while (word && tail.len && tail.at[0] && strchr(" .:=-", tail.at[0]))
		tail = view_from(tail, 1);
	n = word ? digit_run(tail) : 0;
	if (!n || n > 7) {
		out->rest = view_trim(v);
		return;
	}
	out->extension = view_upto(tail, n);
	out->rest = view_trim(view_from(tail, n));
}

/* Take the label off: all before the first digit, plus or "(". */
static struct view
label_skip(struct view v)
{
	while (v.len) {
		struct view rest = v;
		int kind = kind_next(&rest);

		if (kind >= 0 || kind == PLUS)
			break;
		v = rest;
	}
	return v;
}

/*
 * Take digits, and single marks of the commonest between them, off the front
 * of v: most numbers have nothing else.  Returns how many bytes end with the
 * last digit.
 */
static size_t
plain_take(struct view v, struct phone_text *out)
{
	size_t n = out->n, last = 0;

	for (size_t i = 0; i < v.len && n < PHONE_DIGITS; i++) {
		if (is_digit(v.at[i])) {
			out->digits[n++] = v.at[i];
			last = i + 1;
		} else if (i == 0 || last < i ||
			(v.at[i] != ' ' && v.at[i] != '-')) {
			break;
		}
	}
	out->n = n;
	return last;
}

bool
phone_text_read(struct view in, struct phone_text *out)
{
	struct view v = label_skip(in);
	struct view behind = v; /* the last digit */
	bool lost = false;

	out->n = 0;
	out->plus = false;
	out->label = view_trim(view_upto(in, in.len - v.len));
	out->extension = out->rest = (struct view){0};
	if (float_read(view_trim(v), out, &lost))
		return !lost;
	while (v.len && out->n < PHONE_DIGITS) {
		size_t plain = plain_take(v, out);
		int kind;

		if (plain) {
			behind = v = view_from(v, plain);
			continue;
		}
		if (v.at[0] == '(' && out->n && view_starts(v, VIEW("(0)"))) {
			v = view_from(v, 3);
			continue;
		}
		kind = kind_next(&v);
		if (kind >= 0) {
			out->digits[out->n++] = (char)('0' + kind);
			behind = v;
		} else if (kind == PLUS && !out->n) {
			out->plus = true;
		} else if (kind != MARK) {
			tail_read(behind, out);
			break;
		}
	}
	return out->n > 0;
}

bool
phone_text_spell(struct view in, char room[PHONE_DIGITS], struct view *out)
{
	static const char keys[] = "22233344455566677778889999";
	size_t letters = 0;
	size_t n = 0;

	for (size_t i = 0; i < in.len && n < PHONE_DIGITS; i++) {
		char c = in.at[i];

		if (is_digit(c)) {
			room[n++] = c;
		} else if ((c | 32) >= 'a' && (c | 32) <= 'z' && n >= 3) {
			room[n++] = keys[(c | 32) - 'a'];
			letters++;
		} else if (!c || !strchr(" -.()+", c)) {
			return false;
		}
	}
	*out = (struct view){room, n};
	return letters >= 3 && n < PHONE_DIGITS;
}
