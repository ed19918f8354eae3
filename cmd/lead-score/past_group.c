#include "past.h"

/* A record is not copied more often; so many equal rows are a usual kind. */
#define COPIES_MOST 20
/* Fewer equal rows than this are to be expected by chance. */
#define CHANCE 0.5

static bool
is_equal(const struct past *past, size_t a, size_t b)
{
	for (size_t i = 0; i < past->columns_n; i++)
		if (past->columns[i].use == PAST_USED &&
			past->columns[i].of[a] != past->columns[i].of[b])
			return false;
	return true;
}

static void
find_equal(struct past *past)
{
	size_t slots_n = 64;
	uint32_t *slots;

	while (slots_n < 2 * past->n)
		slots_n *= 2;
	slots = mem_new(slots_n, sizeof(*slots));
	past->group = mem_new(past->n, sizeof(*past->group));
	for (size_t row = 0; row < past->n; row++) {
		uint64_t hash = 0;
		size_t at;

		for (size_t i = 0; i < past->columns_n; i++)
			if (past->columns[i].use == PAST_USED)
				hash = (hash ^ past->columns[i].of[row]) *
					UINT64_C(0x9E3779B97F4A7C15);
		at = (hash ^ hash >> 32) % slots_n;
		while (slots[at] && !is_equal(past, slots[at] - 1, row))
			at = (at + 1) % slots_n;
		if (!slots[at])
			slots[at] = (uint32_t)row + 1;
		past->group[row] = slots[at] - 1;
	}
	mem_free(slots);
}

/*
 * Is a group of equal rows copies of one lead, not leads of one kind?  It is
 * if rows like these would hardly meet by chance, given how many others have
 * each of their values.
 */
static bool
is_copied(const struct past *past, size_t row, uint32_t size)
{
	double expected = (double)past->n;

	if (size > COPIES_MOST)
		return false;
	for (size_t i = 0; i < past->columns_n; i++) {
		const struct past_column *column = &past->columns[i];
		uint32_t n = column->values[column->of[row]].n;

		if (column->use == PAST_USED)
			expected *= (double)(n - size + 1) / (double)past->n;
	}
	return expected < CHANCE;
}

void
past_group(struct past *past)
{
	uint32_t *size = mem_new(past->n, sizeof(*size));

	find_equal(past);
	for (size_t row = 0; row < past->n; row++)
		size[past->group[row]]++;
	for (size_t row = 0; row < past->n; row++) {
		size_t first = past->group[row];

		if (size[first] > 1 && !is_copied(past, first, size[first]))
			past->group[row] = (uint32_t)row;
		past->groups_n += past->group[row] == row;
	}
	mem_free(size);
}
