#include "lead/date_text.h"

#include "base/day.h"
#include "lead/date_words.h"
#include "lead/fold.h"

/* Two-digit years: 70..99 are 19xx, as POSIX's strptime() has it, nearly. */
#define PIVOT 70
/* Day 0 of a spreadsheet is 1899-12-30, 25,569 days before 1970. */
#define SERIAL_FIRST 30000 /* 1982 */
#define SERIAL_LAST 60000  /* 2064 */

/* What has been read of a date so far. */
struct pieces {
	int value[3];
	size_t digits[3]; /* how many digits each was written with */
	size_t n;
	int month;	 /* from a word; 0: none */
	bool may_be_day; /* "mawrth": of the week, if another follows */
	char separator;	 /* between the first two numbers */
};

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_letter(char c)
{
	return ((c | 32) >= 'a' && (c | 32) <= 'z') || (unsigned char)c >= 0x80;
}

/* Take up to max digits off the front; how many there were in all. */
static size_t
number_cut(struct view *rest, int *out)
{
	size_t n = 0;
	int value = 0;

	while (n < rest->len && is_digit(rest->at[n])) {
		if (n < 9)
			value = value * 10 + (rest->at[n] - '0');
		n++;
	}
	*rest = view_from(*rest, n);
	*out = value;
	return n;
}

/* Take a word off the front; false when it has no place in a date. */
static bool
word_cut(struct view *rest, struct pieces *p)
{
	char room[512];
	struct str key = {room, 0, sizeof(room)}; /* never grows: see below */
	struct date_word word;
	size_t n = 0;

	while (n < rest->len && n < 32 && is_letter(rest->at[n]))
		n++;
	fold_key(view_upto(*rest, n), &key);
	*rest = view_from(*rest, n);
	word = date_word(str_view(&key));
	if (!word.month || (p->month && !p->may_be_day))
		return word.says_nothing;
	p->month = word.month;
	p->may_be_day = word.says_nothing;
	return true;
}

/*
 * Take "+01:00", "+0100", "Z", "UTC", "GMT" off the front, if there, and what
 * browsers write: "GMT+0100 (British Summer Time)".
 */
static bool
zone_cut(struct view *rest, struct date_text *out)
{
	int sign, h, m = 0;
	struct view v;

	if (rest->len && rest->at[rest->len - 1] == ')')
		*rest = view_trim(view_upto(*rest, view_find_byte(*rest, '(')));
	if (rest->len > 3 && (rest->at[3] == '+' || rest->at[3] == '-') &&
		(view_starts(*rest, VIEW("GMT")) ||
			view_starts(*rest, VIEW("UTC"))))
		*rest = view_from(*rest, 3);
	if (!rest->len)
		return true;
	if (view_same(*rest, VIEW("Z")) || view_same(*rest, VIEW("UTC")) ||
		view_same(*rest, VIEW("GMT"))) {
		*rest = (struct view){0};
		return true;
	}
	if (view_same(*rest, VIEW("BST"))) {
		out->east = 3600;
		*rest = (struct view){0};
		return true;
	}
	if (rest->at[0] != '+' && rest->at[0] != '-')
		return false;
	sign = rest->at[0] == '-' ? -1 : 1;
	v = view_from(*rest, 1);
	switch (number_cut(&v, &h)) {
	case 4:
		m = h % 100;
		h /= 100;
		break;
	case 2:
		if (v.len && v.at[0] == ':') {
			v = view_from(v, 1);
			if (number_cut(&v, &m) != 2)
				return false;
		}
		break;
	default:
		return false;
	}
	if (h > 14 || m > 59 || v.len)
		return false;
	out->east = sign * (h * 3600 + m * 60);
	*rest = v;
	return true;
}

/* Take "am", "p.m." off the front and apply it. */
static bool
half_cut(struct view *rest, int *h)
{
	static const struct {
		const char *word;
		bool pm;
	} halves[] = {
		{"a.m.", false}, {"p.m.", true}, {"am", false}, {"pm", true}};

	for (size_t i = 0; i < sizeof(halves) / sizeof(*halves); i++) {
		struct view word = view_of(halves[i].word);

		if (!view_same(view_upto(*rest, word.len), word))
			continue;
		if (*h < 1 || *h > 12)
			return false;
		*h = *h % 12 + (halves[i].pm ? 12 : 0);
		*rest = view_trim(view_from(*rest, word.len));
		break;
	}
	return true;
}

/* "9:15", "09:15:00.123", "9:15 PM", and a zone, to the end: see is_time(). */
static bool
time_read(struct view v, struct date_text *out)
{
	int h, m, s = 0;
	struct view rest = view_trim(v);

	(void)number_cut(&rest, &h);
	rest = view_from(rest, 1);
	if (number_cut(&rest, &m) != 2)
		return false;
	if (rest.len && rest.at[0] == ':') {
		int fraction;

		rest = view_from(rest, 1);
		if (number_cut(&rest, &s) != 2)
			return false;
		if (rest.len && (rest.at[0] == '.' || rest.at[0] == ',')) {
			rest = view_from(rest, 1);
			(void)number_cut(&rest, &fraction);
		}
	}
	rest = view_trim(rest);
	if (!half_cut(&rest, &h) || !zone_cut(&rest, out) || h > 23 || m > 59 ||
		s > 60)
		return false;
	out->timed = true;
	out->second_of_day = h * 3600 + m * 60 + s;
	return true;
}

/* Is there a time of day here: one or two digits and a colon? */
static bool
is_time(struct view v)
{
	size_t n = 0;

	while (n < v.len && is_digit(v.at[n]))
		n++;
	return n >= 1 && n <= 2 && n < v.len && v.at[n] == ':';
}

/* Read numbers and words up to a time of day, and that. */
static bool
pieces_read(struct view v, struct pieces *p, struct date_text *out)
{
	while (v.len) {
		char c = v.at[0];

		if (is_digit(c)) {
			if (is_time(v))
				return time_read(v, out);
			if (p->n == 3)
				return false;
			p->digits[p->n] = number_cut(&v, &p->value[p->n]);
			p->n++;
			/* the T of "2026-11-23T09:15" */
			if (v.len > 1 && (v.at[0] | 32) == 't' &&
				is_digit(v.at[1]))
				v = view_from(v, 1);
		} else if (is_letter(c)) {
			if (!word_cut(&v, p))
				return false;
		} else if (c && strchr(" /.-,\t", c)) {
			if (p->n == 1 && (!p->separator || c != ' '))
				p->separator = c;
			v = view_from(v, 1);
		} else {
			return false;
		}
	}
	return true;
}

static int
full_year(int value, size_t digits)
{
	if (digits == 4)
		return value;
	return value < PIVOT ? 2000 + value : 1900 + value;
}

static bool
is_year(const struct pieces *p, size_t i)
{
	return p->digits[i] == 4 || p->digits[i] == 2;
}

/* A month's name and two numbers, or one. */
static void
shape_named(const struct pieces *p, struct date_text *out)
{
	size_t year = p->n - 1;

	if (p->n == 1 && p->digits[0] == 4) { /* "Nov 2026": its first day */
		out->day = 1;
	} else if (p->n == 2) {
		if (p->digits[0] == 4) /* 2026 Nov 23 */
			year = 0;
		out->day = p->value[1 - year];
		if (p->digits[1 - year] > 2)
			return;
	} else {
		return;
	}
	if (!is_year(p, year))
		return;
	out->shape = DATE_FIXED;
	out->month = p->month;
	out->year = full_year(p->value[year], p->digits[year]);
}

/* Three numbers: the year first, or last. */
static void
shape_numbers(const struct pieces *p, struct date_text *out)
{
	if (p->digits[0] == 4 && p->digits[1] <= 2 && p->digits[2] <= 2) {
		out->shape = DATE_FIXED;
		out->year = p->value[0];
		out->month = p->value[1];
		out->day = p->value[2];
	} else if (p->digits[0] <= 2 && p->digits[1] <= 2 && is_year(p, 2)) {
		out->shape = DATE_TWO;
		out->first = p->value[0];
		out->second = p->value[1];
		out->year = full_year(p->value[2], p->digits[2]);
	}
}

/*
 * "45000.5": a spreadsheet's day with its time, noon.  The point may be a
 * comma; seconds are rounded, as the fraction is.
 */
static bool
shape_day_part(struct view v, struct date_text *out)
{
	int64_t n;
	int64_t part = 0;
	int64_t whole = 1;

	if (v.len < 7 || (v.at[5] != '.' && v.at[5] != ',') ||
		!view_int(view_upto(v, 5), &n) || n < SERIAL_FIRST ||
		n > SERIAL_LAST)
		return false;
	for (size_t i = 6; i < v.len; i++) {
		if (!is_digit(v.at[i]))
			return false;
		if (i < 6 + 12) {
			part = part * 10 + v.at[i] - '0';
			whole *= 10;
		}
	}
	out->shape = DATE_SERIAL;
	out->count = n - 25569;
	out->timed = true;
	out->second_of_day = (int32_t)((part * 86400 + whole / 2) / whole);
	return true;
}

/* One number alone: 20261123, a spreadsheet's days, or Unix time. */
static bool
shape_lone(struct view v, struct date_text *out)
{
	int64_t n;

	if (view_ends(v, VIEW(".0")))
		v = view_upto(v, v.len - 2);
	if (!v.len || !is_digit(v.at[0]))
		return false;
	if (!view_int(v, &n))
		return shape_day_part(v, out);
	if (v.len == 8) {
		out->shape = DATE_FIXED;
		out->year = (int)(n / 10000);
		out->month = (int)(n / 100 % 100);
		out->day = (int)(n % 100);
	} else if (v.len == 5 && n >= SERIAL_FIRST && n <= SERIAL_LAST) {
		out->shape = DATE_SERIAL;
		out->count = n - 25569;
	} else if (v.len == 10 || v.len == 13) {
		out->shape = DATE_UNIX;
		out->count = v.len == 13 ? n / 1000 : n;
	}
	return true;
}

void
date_text_read(struct view in, struct date_text *out)
{
	struct pieces p = {0};
	struct view v = view_trim(in);

	*out = (struct date_text){0};
	if (shape_lone(v, out) || !pieces_read(v, &p, out))
		return;
	if (p.month)
		shape_named(&p, out);
	else if (p.n == 3)
		shape_numbers(&p, out);
}
