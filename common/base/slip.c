#include "base/slip.h"

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

/* Are the i-th of a and the k-th of b, and those before them, swapped? */
static bool
is_swap(struct view a, struct view b, size_t i, size_t k)
{
	return i > 1 && k > 1 && a.at[i - 1] == b.at[k - 2] &&
		a.at[i - 2] == b.at[k - 1];
}

unsigned
slip_count(struct view a, struct view b)
{
	/* Slips between the first i of a and k of b: rows[i % 3][k]. */
	unsigned rows[3][SLIP_LONGEST + 1];

	if (a.len > SLIP_LONGEST || b.len > SLIP_LONGEST)
		return (unsigned)(a.len > b.len ? a.len : b.len);
	for (unsigned k = 0; k <= b.len; k++)
		rows[0][k] = k;
	for (unsigned i = 1; i <= a.len; i++) {
		unsigned *row = rows[i % 3];
		const unsigned *above = rows[(i + 2) % 3];
		const unsigned *before = rows[(i + 1) % 3];

		row[0] = i;
		for (unsigned k = 1; k <= b.len; k++) {
			row[k] = least(above[k], row[k - 1]) + 1;
			row[k] = least(row[k],
				above[k - 1] + (a.at[i - 1] != b.at[k - 1]));
			if (is_swap(a, b, i, k))
				row[k] = least(row[k], before[k - 2] + 1);
		}
	}
	return rows[a.len % 3][b.len];
}
