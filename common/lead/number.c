#include "lead/number.h"

#include "lead/number_text.h"

/* Words that may stand behind a number and change nothing. */
static const char *const units[] = {"", "%", "employees", "emp", "fte", "ftes",
	"gweithwyr", "headcount", "members", "people", "persons", "pobl",
	"seats", "staff", "users", "percent", "mitarbeiter", "mitarbeitende",
	"beschäftigte", "BESCHÄFTIGTE", "salariés", "SALARIÉS", "salarié",
	"employés", "EMPLOYÉS", "employé", "empleados", "medewerkers",
	"werknemers", "dipendenti"};

/* Words before a number, and behind it, that open a band. */
static const char *const below[] = {"<=", "<", "\xE2\x89\xA4", "up to",
	"less than", "fewer than", "under", "below", "hyd at", "llai na", "max",
	"bis zu", "weniger als", "unter", "moins de", "menos de", "minder dan",
	"meno di"};
static const char *const above[] = {">=", ">", "\xE2\x89\xA5", "more than",
	"at least", "over", "above", "from", "dros", "mwy na", "min",
	"mehr als", "über", "Über", "ab ", "plus de", "más de", "MÁS DE",
	"mas de", "meer dan", "più di", "PIÙ DI"};
static const char *const around[] = {"~", "\xE2\x89\x88", "c.", "ca.", "about",
	"approx.", "approximately", "approx", "circa", "around", "tua"};
static const char *const onward[] = {"+", "or more", "and above", "and over",
	"or over", "plus", "neu fwy", "and more", "und mehr", "ou plus",
	"et plus", "o más", "o mas", "en meer", "of meer"};
static const char *const between[] = {"-", "\xE2\x80\x93", "\xE2\x80\x94",
	"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x88\x92", "to ", "..", "i ",
	"and ", "bis ", "à ", "À ", "a ", "tot "};

#define N(array) (sizeof(array) / sizeof(*(array)))

/* Take one of the words off the front. */
static bool
take_word(struct view *rest, const char *const *words, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct view word = view_of(words[i]);

		if (!view_same(view_upto(*rest, word.len), word))
			continue;
		*rest = view_from(*rest, word.len);
		number_skip_blanks(rest);
		return true;
	}
	return false;
}

static bool
is_unit(struct view v)
{
	v = view_trim(v);
	for (size_t i = 0; i < N(units); i++)
		if (view_same(v, view_of(units[i])))
			return true;
	return false;
}

/* A month by its first three letters, 1..12; 0: none. */
static int
month_of(struct view v)
{
	static const char months[] = "janfebmaraprmayjunjulaugsepoctnovdec";

	for (int i = 0; v.len == 3 && i < 12; i++)
		if (view_same(v, (struct view){months + 3 * i, 3}))
			return i + 1;
	return 0;
}

/*
 * A spreadsheet takes "1-10" for a date and shows it as "10-Jan", "01-Oct" or
 * "Jan-10", and "11-50" as "Nov-50": the two numbers are still there.
 */
static bool
dated_band(struct view v, struct number *out)
{
	size_t dash = view_find_byte(v, '-');
	struct view a = view_upto(v, dash), b = view_from(v, dash + 1);
	int64_t day;
	int month;

	if (dash == v.len || v.len < 5 || v.len > 6)
		return false;
	month = month_of(a.len == 3 ? a : b);
	if (!month || !view_int(a.len == 3 ? b : a, &day) || day < 1)
		return false;
	out->low = (day < month ? day : month) * NUMBER_ONE;
	out->high = (day < month ? month : day) * NUMBER_ONE;
	return true;
}

/* The upper end of a band, of which rest starts with the mark between. */
static bool
upper_take(struct view *rest, enum number_mark mark, struct number_piece *low,
	struct number_piece *high)
{
	struct view v = *rest;

	number_skip_blanks(&v);
	if (!take_word(&v, between, N(between)))
		return false;
	number_skip_blanks(&v);
	if (!number_take(&v, mark, high))
		return false;
	if (low->scale == 1 && low->value <= high->value)
		low->scale = high->scale; /* "1-5m" */
	*rest = v;
	return true;
}

static bool
band_read(struct view v, enum number_mark mark, struct number *out)
{
	bool minus = false, open_low, open_high;
	struct number_piece low, high = {0};
	struct number n;

	open_low = take_word(&v, below, N(below));
	open_high = !open_low && take_word(&v, above, N(above));
	(void)take_word(&v, around, N(around));
	if (v.len && (v.at[0] == '-' || v.at[0] == '+')) {
		minus = v.at[0] == '-';
		v = view_from(v, 1);
	}
	if (!number_take(&v, mark, &low))
		return false;
	if (!minus && !open_low && !open_high &&
		upper_take(&v, mark, &low, &high)) {
		if (!number_scaled(&low, &n.low) ||
			!number_scaled(&high, &n.high) || n.low > n.high)
			return false;
	} else {
		if (!number_scaled(&low, &n.low))
			return false;
		n.low = minus ? -n.low : n.low;
		n.high = n.low;
		number_skip_blanks(&v);
		open_high |= take_word(&v, onward, N(onward));
	}
	if (!is_unit(v) || (open_low && minus))
		return false;
	if (open_high)
		n.high = NUMBER_OPEN;
	if (open_low)
		n.low = 0;
	*out = n;
	return true;
}

bool
number_read(struct view in, enum number_mark mark, struct number *out)
{
	struct view v = in;

	number_skip_blanks(&v);
	return dated_band(view_trim(v), out) || band_read(v, mark, out);
}

/* "1250", "3.5", "-0.25" */
static void
thousandths_write(int64_t value, struct str *out)
{
	uint64_t n = value < 0 ? -(uint64_t)value : (uint64_t)value;
	char fraction[3] = {(char)('0' + n / 100 % 10),
		(char)('0' + n / 10 % 10), (char)('0' + n % 10)};
	size_t len = 3;

	if (value < 0)
		str_byte(out, '-');
	str_int(out, (int64_t)(n / 1000));
	while (len && fraction[len - 1] == '0')
		len--;
	if (len)
		str_byte(out, '.');
	str_bytes(out, fraction, len);
}

void
number_write(struct number n, struct str *out)
{
	thousandths_write(n.low, out);
	if (n.high == NUMBER_OPEN) {
		str_byte(out, '+');
	} else if (n.high != n.low) {
		str_byte(out, '-');
		thousandths_write(n.high, out);
	}
}

bool
number_is_plain(struct view v)
{
	if (!v.len || v.len > 15 || (v.at[0] == '0' && v.len > 1))
		return false;
	for (size_t i = 0; i < v.len; i++)
		if (v.at[i] < '0' || v.at[i] > '9')
			return false;
	return true;
}

bool
number_normalise(struct view in, enum number_mark mark, struct str *out)
{
	struct number n;

	if (number_is_plain(in)) {
		str_put(out, in);
		return true;
	}
	if (!number_read(in, mark, &n))
		return false;
	number_write(n, out);
	return true;
}

void
number_observe(struct number_column *column, struct view in)
{
	struct number_piece piece;
	struct view v = in;

	/* a currency sign or a word may stand before it */
	while (v.len && (v.at[0] < '0' || v.at[0] > '9'))
		v = view_from(v, 1);
	if (!number_take(&v, NUMBER_GUESS, &piece))
		return;
	column->point += piece.proof == NUMBER_PROVES_POINT;
	column->comma += piece.proof == NUMBER_PROVES_COMMA;
	column->hints += piece.proof == NUMBER_HINTS_COMMA;
}

void
number_merge(struct number_column *column, const struct number_column *more)
{
	column->point += more->point;
	column->comma += more->comma;
	column->hints += more->hints;
}

enum number_mark
number_decide(const struct number_column *column, uint64_t hints)
{
	if (column->comma > column->point ||
		(!column->point && column->hints >= hints))
		return NUMBER_COMMA;
	return column->point ? NUMBER_POINT : NUMBER_GUESS;
}
