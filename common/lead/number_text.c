#include "lead/number_text.h"

#include "lead/lexicon.h"

#define NO_MARK SIZE_MAX

struct scale_word {
	const char *word; /* small letters */
	int64_t scale;
};

static const struct scale_word scales[] = {
	{"b", 1000000000},
	{"biliwn", 1000000000},
	{"billion", 1000000000},
	{"bn", 1000000000},
	{"k", 1000},
	{"m", 1000000},
	{"miliwn", 1000000},
	{"million", 1000000},
	{"millions", 1000000},
	{"mio", 1000000},
	{"mm", 1000000},
	{"mn", 1000000},
	{"mrd", 1000000000},
	{"thousand", 1000},
	{"tn", 1000000000000},
	{"trillion", 1000000000000},
	{"tsd", 1000},
};

/* A number's digits, and where its marks stand among them. */
struct digits {
	char at[32];
	size_t n;
	size_t point, comma, other; /* digits before the last of each mark */
	size_t points, commas;	    /* how often each stands */
	size_t group; /* digits before the last mark of any kind */
	bool even;    /* groups inside are of two or three */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of a mark that can stand between groups; 0: none. */
static size_t
mark_size(struct view v)
{
	static const char *const wide[] = {
		"\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE2\x80\x99"};

	if (!v.len)
		return 0;
	if (strchr(".,' ", v.at[0]) && v.at[0])
		return 1;
	for (size_t i = 0; i < sizeof(wide) / sizeof(*wide); i++)
		if (view_starts(v, view_of(wide[i])))
			return strlen(wide[i]);
	return 0;
}

static void
mark_note(struct digits *d, char mark)
{
	if (d->group != NO_MARK && (d->n - d->group < 2 || d->n - d->group > 3))
		d->even = false;
	d->group = d->n;
	if (mark == '.') {
		d->point = d->n;
		d->points++;
	} else if (mark == ',') {
		d->comma = d->n;
		d->commas++;
	} else {
		d->other = d->n;
	}
}

/* How many bytes of v are digits and marks between them; 0: too many. */
static size_t
digits_read(struct view v, struct digits *d)
{
	size_t i = 0;

	*d = (struct digits){.point = NO_MARK,
		.comma = NO_MARK,
		.other = NO_MARK,
		.group = NO_MARK,
		.even = true};
	if (v.len > 1 && (v.at[0] == '.' || v.at[0] == ',') &&
		is_digit(v.at[1])) {
		d->at[d->n++] = '0';
		mark_note(d, v.at[i++]);
	}
	while (i < v.len) {
		size_t size;

		if (is_digit(v.at[i])) {
			if (d->n == sizeof(d->at))
				return 0;
			d->at[d->n++] = v.at[i++];
			continue;
		}
		size = mark_size(view_from(v, i));
		if (!size || i + size >= v.len || !is_digit(v.at[i + size]))
			break;
		/* "5 10": a blank only parts groups of three */
		if (v.at[i] != '.' && v.at[i] != ',' &&
			(i + size + 3 > v.len ||
				!is_digit(v.at[i + size + 1]) ||
				!is_digit(v.at[i + size + 2]) ||
				(i + size + 3 < v.len &&
					is_digit(v.at[i + size + 3]))))
			break;
		mark_note(d, v.at[i]);
		i += size;
	}
	return i;
}

/* Which of the marks is the decimal one: how many digits stand before it. */
static bool
fraction_find(const struct digits *d, enum number_mark mark, size_t *whole,
	enum number_proof *proof)
{
	bool point = d->point != NO_MARK, comma = d->comma != NO_MARK;
	size_t last = d->group == NO_MARK ? 0 : d->n - d->group;

	*whole = d->n;
	*proof = NUMBER_PROVES_NOTHING;
	if (d->group == NO_MARK)
		return true;
	if (point && comma) {
		bool by_point = d->points == 1 && d->point == d->group;

		if (!by_point && !(d->commas == 1 && d->comma == d->group))
			return false;
		*whole = d->group;
		*proof = by_point ? NUMBER_PROVES_POINT : NUMBER_PROVES_COMMA;
		return d->even;
	}
	if (d->points + d->commas > 1) { /* 1,234,567 or 1.234.567 */
		*proof = point ? NUMBER_PROVES_COMMA : NUMBER_PROVES_POINT;
		return d->even && last == 3;
	}
	if (!point && !comma) /* 1 234 567 */
		return d->even && last == 3;
	if (d->other != NO_MARK && d->other == d->group)
		return false; /* 1.5 000 */
	if (last != 3 || d->other != NO_MARK || d->group > 3 ||
		d->at[0] == '0') {
		*whole = d->group;
		*proof = point ? NUMBER_PROVES_POINT : NUMBER_PROVES_COMMA;
		return true;
	}
	/* "1.234", "1,234": as the column has it */
	*proof = point ? NUMBER_HINTS_COMMA : NUMBER_PROVES_NOTHING;
	if (point ? mark != NUMBER_COMMA : mark == NUMBER_COMMA)
		*whole = d->group;
	return true;
}

/* Thousandths of the digits; those beyond are rounded, a half up. */
static bool
thousandths(const struct digits *d, size_t whole, int64_t *out)
{
	int64_t value = 0;

	for (size_t i = 0; i < whole + 3; i++)
		if (__builtin_mul_overflow(value, 10, &value) ||
			__builtin_add_overflow(
				value, i < d->n ? d->at[i] - '0' : 0, &value))
			return false;
	if (whole + 3 < d->n && d->at[whole + 3] >= '5' &&
		__builtin_add_overflow(value, 1, &value))
		return false;
	*out = value;
	return true;
}

void
number_skip_blanks(struct view *rest)
{
	for (;;) {
		if (rest->len && strchr(" \t\r\n", rest->at[0]) && rest->at[0])
			*rest = view_from(*rest, 1);
		else if (view_starts(*rest, VIEW("\xC2\xA0")))
			*rest = view_from(*rest, 2);
		else if (view_starts(*rest, VIEW("\xE2\x80\xAF")))
			*rest = view_from(*rest, 3);
		else
			return;
	}
}

/* Take "k", "m", "bn", " million" off the front. */
static int64_t
scale_take(struct view *rest)
{
	const struct scale_word *found;
	struct view v = *rest;
	char word[12];
	size_t n = 0;

	number_skip_blanks(&v);
	while (n < v.len && n < sizeof(word) && (v.at[n] | 32) >= 'a' &&
		(v.at[n] | 32) <= 'z') {
		word[n] = (char)(v.at[n] | 32);
		n++;
	}
	found = n ? lexicon_find(LEXICON(scales), (struct view){word, n})
		  : NULL;
	if (!found)
		return 1;
	*rest = view_from(v, n);
	if (rest->len && rest->at[0] == '.') /* "Mio." */
		*rest = view_from(*rest, 1);
	return found->scale;
}

bool
number_take(struct view *rest, enum number_mark mark, struct number_piece *out)
{
	struct number_piece piece = {0};
	struct digits d;
	size_t size = digits_read(*rest, &d);
	size_t whole;

	if (!size || !d.n || !fraction_find(&d, mark, &whole, &piece.proof) ||
		!thousandths(&d, whole, &piece.value))
		return false;
	*rest = view_from(*rest, size);
	piece.scale = scale_take(rest);
	if (piece.scale > 1 && piece.proof == NUMBER_HINTS_COMMA)
		piece.proof =
			NUMBER_PROVES_NOTHING; /* "£1.234m", "1.234 Tsd" */
	*out = piece;
	return true;
}

bool
number_scaled(const struct number_piece *piece, int64_t *out)
{
	return !__builtin_mul_overflow(piece->value, piece->scale, out) &&
		*out < NUMBER_OPEN; /* which is no number's own value */
}
