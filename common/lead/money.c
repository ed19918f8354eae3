#include "lead/money.h"

#include "lead/lexicon.h"
#include "lead/number_text.h"

struct sign {
	const char *text;
	char currency[4];
};

/* What stands for a currency before or behind a sum; longest first. */
static const struct sign signs[] = {
	{"us$", "USD"},
	{"a$", "AUD"},
	{"au$", "AUD"},
	{"c$", "CAD"},
	{"ca$", "CAD"},
	{"nz$", "NZD"},
	{"hk$", "HKD"},
	{"s$", "SGD"},
	{"r$", "BRL"},
	{"british pound sterling", "GBP"},
	{"british pounds", "GBP"},
	{"british pound", "GBP"},
	{"pounds sterling", "GBP"},
	{"pounds", "GBP"},
	{"pound", "GBP"},
	{"sterling", "GBP"},
	{"punnoedd", "GBP"},
	{"punt", "GBP"},
	{"us dollars", "USD"},
	{"us dollar", "USD"},
	{"dollars", "USD"},
	{"dollar", "USD"},
	{"euros", "EUR"},
	{"euro", "EUR"},
	{"ewro", "EUR"},
	{"z\xC5\x82", "PLN"},
	{"k\xC4\x8D", "CZK"},
	{"\xC2\xA3", "GBP"},
	{"\xE2\x82\xAC", "EUR"},
	{"$", "USD"},
	{"\xC2\xA5", "JPY"},
	{"\xE2\x82\xB9", "INR"},
	{"rs.", "INR"},
	{"\xE2\x82\xA9", "KRW"},
	{"\xE2\x82\xBA", "TRY"},
	{"\xE2\x82\xBD", "RUB"},
	{"\xE2\x82\xB4", "UAH"},
	{"\xE2\x82\xAA", "ILS"},
	{"\xE0\xB8\xBF", "THB"},
	{"\xE2\x82\xAB", "VND"},
	{"\xE2\x82\xA6", "NGN"},
};

#include "lead/money_table.inc"

/* Currencies whose minor unit is not a hundredth (ISO 4217, 2024). */
static const struct sign_digits {
	const char *currency;
	int digits;
} odd_digits[] = {
	{"BHD", 3},
	{"BIF", 0},
	{"CLP", 0},
	{"DJF", 0},
	{"GNF", 0},
	{"IQD", 3},
	{"ISK", 0},
	{"JOD", 3},
	{"JPY", 0},
	{"KMF", 0},
	{"KRW", 0},
	{"KWD", 3},
	{"LYD", 3},
	{"OMR", 3},
	{"PYG", 0},
	{"RWF", 0},
	{"TND", 3},
	{"UGX", 0},
	{"VND", 0},
	{"VUV", 0},
	{"XAF", 0},
	{"XOF", 0},
	{"XPF", 0},
};

/* Three letters that are an ISO 4217 code, in any case. */
static bool
is_currency(struct view v, char out[4])
{
	char code[4] = "";

	if (v.len != 3)
		return false;
	for (size_t i = 0; i < 3; i++) {
		if ((v.at[i] | 32) < 'a' || (v.at[i] | 32) > 'z')
			return false;
		code[i] = (char)(v.at[i] & ~32);
	}
	if (!lexicon_find(LEXICON(currencies), view_of(code)))
		return false;
	memcpy(out, code, sizeof(code));
	return true;
}

static bool
is_letter(char c)
{
	return (c | 32) >= 'a' && (c | 32) <= 'z';
}

/* Take a sign or a code off the front and put it in out. */
static bool
currency_take(struct view *rest, char out[4])
{
	struct view v = *rest;

	if (!v.len || (v.at[0] >= '0' && v.at[0] <= '9'))
		return false;
	if (is_currency(view_upto(v, 3), out) &&
		(v.len == 3 || !is_letter(v.at[3]))) {
		*rest = view_from(v, 3);
		return true;
	}
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++) {
		struct view text = view_of(signs[i].text);

		if (!view_same(view_upto(v, text.len), text))
			continue;
		memcpy(out, signs[i].currency, 4);
		*rest = view_from(v, text.len);
		return true;
	}
	return false;
}

int
money_digits(const char *currency)
{
	const struct sign_digits *odd =
		lexicon_find(LEXICON(odd_digits), view_of(currency));

	return odd ? odd->digits : 2;
}

/* Thousandths to minor units, a half away from nought. */
static int64_t
to_minor(int64_t value, int digits)
{
	int64_t unit = digits == 0 ? 1000 : digits == 2 ? 10 : 1;
	int64_t rest = value % unit;

	return value / unit + (2 * rest >= unit) - (2 * -rest >= unit);
}

/* Digits alone, as most dumps have them. */
static bool
plain_read(struct view v, struct money *out)
{
	int64_t n = 0;

	if (!v.len || v.len > 15)
		return false;
	for (size_t i = 0; i < v.len; i++) {
		if (v.at[i] < '0' || v.at[i] > '9')
			return false;
		n = n * 10 + (v.at[i] - '0');
	}
	*out = (struct money){.minor = n * 100};
	return true;
}

bool
money_read(struct view text, enum number_mark mark, struct money *out)
{
	struct view v = view_trim(text);
	struct number_piece piece;
	struct money m = {0};
	int64_t value, thousand = 1;
	bool minus = false;

	if (plain_read(v, out))
		return true;
	if (v.len > 2 && v.at[0] == '(' && v.at[v.len - 1] == ')') {
		minus = true; /* as accountants write it */
		v = (struct view){v.at + 1, v.len - 2};
	}
	for (int i = 0; i < 3; i++) {
		number_skip_blanks(&v);
		if (v.len > 1 && (v.at[0] == '-' || v.at[0] == '+')) {
			minus ^= v.at[0] == '-';
			v = view_from(v, 1);
		} else if (v.len > 1 && (v.at[0] | 32) == 'k' &&
			!is_letter(v.at[1]) && thousand == 1) {
			thousand = 1000; /* "k€ 5" */
			v = view_from(v, 1);
		} else if (m.currency[0] || !currency_take(&v, m.currency)) {
			break;
		}
	}
	number_skip_blanks(&v);
	if (!number_take(&v, mark, &piece) || !number_scaled(&piece, &value) ||
		__builtin_mul_overflow(value, thousand, &value))
		return false;
	if (view_starts(v, VIEW(".-")) || view_starts(v, VIEW(",-")))
		v = view_from(v, 2); /* "25,-" */
	number_skip_blanks(&v);
	if (!m.currency[0] && v.len)
		(void)currency_take(&v, m.currency);
	if (view_trim(v).len)
		return false;
	m.minor = to_minor(minus ? -value : value, money_digits(m.currency));
	*out = m;
	return true;
}

/* Write with all digits of the minor unit, or none when all are 0. */
static void
amount_write(struct money m, bool whole, struct str *out)
{
	int digits = money_digits(m.currency);
	uint64_t unit = digits == 0 ? 1 : digits == 2 ? 100 : 1000;
	uint64_t n = m.minor < 0 ? -(uint64_t)m.minor : (uint64_t)m.minor;

	if (m.minor < 0)
		str_byte(out, '-');
	str_int(out, (int64_t)(n / unit));
	if (!digits || (whole && n % unit == 0))
		return;
	str_byte(out, '.');
	while (unit > 1) {
		unit /= 10;
		str_byte(out, (char)('0' + n / unit % 10));
	}
}

void
money_write(struct money m, struct str *out)
{
	amount_write(m, false, out);
	if (!m.currency[0])
		return;
	str_byte(out, ' ');
	str_add(out, m.currency);
}

void
money_write_amount(struct money m, struct str *out)
{
	amount_write(m, true, out);
}

struct view
money_of_country(struct view country)
{
	const struct tender *found = lexicon_find(LEXICON(tenders), country);

	return found ? view_of(found->currency) : (struct view){0};
}

bool
currency_normalise(struct view in, struct str *out)
{
	struct view v = view_trim(in);
	char currency[4];

	if (!v.len || !currency_take(&v, currency) || v.len)
		return false;
	str_add(out, currency);
	return true;
}

bool
currency_strip(struct view in, struct str *out, char currency[4])
{
	size_t start = out->len;
	bool found = false, word = false;
	char code[4];

	while (in.len) {
		if (word || !currency_take(&in, code)) {
			word = is_letter(in.at[0]);
			str_byte(out, in.at[0]);
			in = view_from(in, 1);
		} else if (!found || memcmp(code, currency, 4) == 0) {
			memcpy(currency, code, 4);
			found = true;
		} else {
			found = false;
			break;
		}
	}
	if (!found)
		out->len = start;
	return found;
}
