#include "lead/money.h"
#include "lead/test.h"

/* Digits, at most one point, and no more than three digits behind it. */
bool
test_decimal(struct view v, int64_t *out)
{
	bool minus = v.len && v.at[0] == '-';
	size_t i = minus;
	size_t digits = 0, behind = 0;
	int64_t n = 0;

	/* 15 digits, and three more behind the point, fit in 64 bits. */
	for (; i < v.len && v.at[i] >= '0' && v.at[i] <= '9'; i++) {
		if (++digits > 15)
			return false;
		n = n * 10 + (v.at[i] - '0');
	}
	if (!digits)
		return false;
	if (i < v.len && v.at[i] == '.')
		for (i++; i < v.len && v.at[i] >= '0' && v.at[i] <= '9' &&
			behind < 3;
			i++, behind++)
			n = n * 10 + (v.at[i] - '0');
	/* What is smaller than a thousandth is cut off. */
	while (behind == 3 && i < v.len && v.at[i] >= '0' && v.at[i] <= '9')
		i++;
	for (; behind < 3; behind++)
		n *= 10;
	*out = minus ? -n : n;
	return i == v.len;
}

/* A sum of money in thousandths, whatever its minor unit. */
static bool
read_money(struct view v, int64_t *out, char currency[4])
{
	struct money m;
	int64_t n;

	if (!money_read(v, NUMBER_GUESS, &m))
		return false;
	n = m.minor;
	for (int i = money_digits(m.currency); i < 3; i++)
		if (__builtin_mul_overflow(n, 10, &n))
			return false;
	*out = n;
	memcpy(currency, m.currency, sizeof(m.currency));
	return true;
}

/* Digits, only too many for us: held at the limit.  "00441..." is a code. */
static bool
read_huge(struct view v, int64_t *out)
{
	size_t minus = v.len && v.at[0] == '-';
	struct view digits = view_upto(
		view_from(v, minus), view_find_byte(view_from(v, minus), '.'));
	struct view rest = view_from(v, minus + digits.len);

	if (digits.len <= 15 || digits.at[0] == '0')
		return false;
	for (size_t i = 0; i < digits.len; i++)
		if (digits.at[i] < '0' || digits.at[i] > '9')
			return false;
	for (size_t i = 1; i < rest.len; i++)
		if (rest.at[i] < '0' || rest.at[i] > '9')
			return false;
	*out = minus ? -TEST_NUMBER_MOST : TEST_NUMBER_MOST;
	return true;
}

bool
test_sum(struct view plain, int64_t *out, char currency[4])
{
	struct number number;

	currency[0] = '\0';
	if (test_decimal(plain, out))
		return true;
	if (!number_read(plain, NUMBER_GUESS, &number))
		return read_money(plain, out, currency) ||
			read_huge(plain, out);
	*out = number.low;
	return true;
}

bool
test_comparable(const char *a, const char *b)
{
	return !a[0] || !b[0] || strcmp(a, b) == 0;
}

bool
test_number(struct view plain, int64_t *out)
{
	char currency[4];

	return test_sum(plain, out, currency);
}
