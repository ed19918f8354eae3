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
	uint64_t places[256]; /* of a byte in b; only those met are set */
	size_t longer = a.len > b.len ? a.len : b.len;
	size_t reach = longer / 2 > 1 ? longer / 2 - 1 : 0;
	struct pairing pairing = {0};

	for (size_t i = 0; i < a.len; i++)
		places[(unsigned char)a.at[i]] = 0;
	for (size_t j = 0; j < b.len; j++)
		places[(unsigned char)b.at[j]] = 0;
	for (size_t j = 0; j < b.len; j++)
		places[(unsigned char)b.at[j]] |= UINT64_C(1) << j;
	for (size_t i = 0; i < a.len; i++) {
		size_t from = i > reach ? i - reach : 0;
		uint64_t near = ~UINT64_C(0) << from, free;

		if (i + reach < LOOK - 1)
			near &= (UINT64_C(2) << (i + reach)) - 1;
		free = places[(unsigned char)a.at[i]] & near & ~pairing.b;
		if (!free)
			continue;
		pairing.a |= UINT64_C(1) << i;
		pairing.b |= free & -free;
		pairing.n++;
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

uint64_t
link_letters(struct view v)
{
	uint64_t letters = 0;

	for (size_t i = 0; i < v.len; i++)
		letters |= UINT64_C(1) << ((unsigned char)v.at[i] & 63);
	return letters & ~(UINT64_C(1) << ' ');
}

bool
link_far(struct view a, uint64_t letters_a, struct view b, uint64_t letters_b,
	int least)
{
	double of_a, of_b, most, prefix = 0;

	if (a.len > LOOK || b.len > LOOK || !a.len || !b.len)
		return false;
	/* A letter that the other has not is a byte without a partner. */
	of_a = (double)a.len - __builtin_popcountll(letters_a & ~letters_b);
	of_b = (double)b.len - __builtin_popcountll(letters_b & ~letters_a);
	most = of_a < of_b ? of_a : of_b;
	most = (most / (double)a.len + most / (double)b.len + 1) / 3;
	for (size_t i = 0;
		i < 4 && i < a.len && i < b.len && a.at[i] == b.at[i]; i++)
		prefix += 0.1;
	most += prefix * (1 - most);
	return most * 1000 < least;
}

/* Without what both begin and end with. */
static void
strip(struct view *a, struct view *b)
{
	while (a->len && b->len && a->at[0] == b->at[0]) {
		*a = view_from(*a, 1);
		*b = view_from(*b, 1);
	}
	while (a->len && b->len && a->at[a->len - 1] == b->at[b->len - 1]) {
		a->len--;
		b->len--;
	}
}

/* What is left after an edit of so many bytes at the front of each. */
static int
after(struct view a, struct view b, size_t of_a, size_t of_b, int most)
{
	if (a.len < of_a || b.len < of_b)
		return most + 1;
	return 1 + link_edits(view_from(a, of_a), view_from(b, of_b), most - 1);
}

int
link_edits(struct view a, struct view b, int most)
{
	size_t gap = a.len > b.len ? a.len - b.len : b.len - a.len;
	int best, edits;

	if (gap > (size_t)most)
		return most + 1;
	strip(&a, &b);
	if (!a.len && !b.len)
		return 0;
	if (!most)
		return 1;
	best = after(a, b, 1, 1, most);
	edits = after(a, b, 1, 0, most);
	best = edits < best ? edits : best;
	edits = after(a, b, 0, 1, most);
	best = edits < best ? edits : best;
	if (a.len > 1 && b.len > 1 && a.at[0] == b.at[1] &&
		a.at[1] == b.at[0]) {
		edits = after(a, b, 2, 2, most);
		best = edits < best ? edits : best;
	}
	return best;
}
