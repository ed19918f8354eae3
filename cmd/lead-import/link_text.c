#include "link_text.h"

#define LOOK 64 /* bytes: a bit for each in a word */

/* Bit i: byte i of a is paired with a byte of b; the same for b. */
struct pairing {
	uint64_t a, b;
	int n;
};

static struct pairing
pair_up(struct view a, struct view b)
{
	size_t longer = a.len > b.len ? a.len : b.len;
	size_t reach = longer / 2 > 1 ? longer / 2 - 1 : 0;
	struct pairing pairing = {0};

	for (size_t i = 0; i < a.len; i++) {
		size_t from = i > reach ? i - reach : 0;
		size_t to = i + reach + 1 < b.len ? i + reach + 1 : b.len;

		for (size_t j = from; j < to; j++)
			if (a.at[i] == b.at[j] && !(pairing.b >> j & 1)) {
				pairing.a |= UINT64_C(1) << i;
				pairing.b |= UINT64_C(1) << j;
				pairing.n++;
				break;
			}
	}
	return pairing;
}

/* How many pairs are out of order. */
static int
crossings(struct view a, struct view b, const struct pairing *pairing)
{
	uint64_t left = pairing->a, right = pairing->b;
	int n = 0;

	while (left) {
		n += a.at[__builtin_ctzll(left)] !=
			b.at[__builtin_ctzll(right)];
		left &= left - 1;
		right &= right - 1;
	}
	return n;
}

int
link_jaro(struct view a, struct view b)
{
	struct pairing pairing;
	double n, jaro;
	size_t prefix = 0;

	if (view_eq(a, b))
		return 1000;
	a = view_upto(a, LOOK);
	b = view_upto(b, LOOK);
	pairing = pair_up(a, b);
	if (!pairing.n)
		return 0;
	n = pairing.n;
	jaro = (n / (double)a.len + n / (double)b.len +
		       (n - crossings(a, b, &pairing) / 2.0) / n) /
		3;
	while (prefix < 4 && prefix < a.len && prefix < b.len &&
		a.at[prefix] == b.at[prefix])
		prefix++;
	jaro += (double)prefix * 0.1 * (1 - jaro);
	return jaro < 0.999 ? (int)(jaro * 1000) : 999;
}

static int
least(int a, int b, int c)
{
	a = a < b ? a : b;
	return a < c ? a : c;
}

/* The table of the alignment, three of its rows at a time. */
static int
align(struct view a, struct view b)
{
	int rows[3][LOOK + 1];

	for (size_t j = 0; j <= b.len; j++)
		rows[0][j] = (int)j;
	for (size_t i = 1; i <= a.len; i++) {
		int *now = rows[i % 3], *above = rows[(i + 2) % 3];
		const int *two_above = rows[(i + 1) % 3];

		now[0] = (int)i;
		for (size_t j = 1; j <= b.len; j++) {
			bool other = a.at[i - 1] != b.at[j - 1];

			now[j] = least(above[j] + 1, now[j - 1] + 1,
				above[j - 1] + other);
			if (i > 1 && j > 1 && a.at[i - 1] == b.at[j - 2] &&
				a.at[i - 2] == b.at[j - 1] &&
				two_above[j - 2] + 1 < now[j])
				now[j] = two_above[j - 2] + 1;
		}
	}
	return rows[a.len % 3][b.len];
}

int
link_edits(struct view a, struct view b, int most)
{
	size_t gap = a.len > b.len ? a.len - b.len : b.len - a.len;
	int edits;

	if (gap > (size_t)most)
		return most + 1;
	/* What both start and end with does not matter. */
	while (a.len && b.len && a.at[0] == b.at[0]) {
		a = view_from(a, 1);
		b = view_from(b, 1);
	}
	while (a.len && b.len && a.at[a.len - 1] == b.at[b.len - 1]) {
		a.len--;
		b.len--;
	}
	if (a.len > LOOK || b.len > LOOK)
		return most + 1;
	edits = align(a, b);
	return edits < most ? edits : edits == most ? most : most + 1;
}
