#include "bins.h"

#include "base/day.h"

#include <stdlib.h>

#define CUTS 28	       /* bins of numbers, at most */
#define SUPPORT 12     /* rows that a bin needs, */
#define SUPPORT_OF 300 /* or one in so many, if that is more */

/* A value and how many of the rows learned from have it. */
struct counted {
	uint32_t value, n;
	int64_t key;
};

static int
by_key(const void *a, const void *b)
{
	const struct counted *left = a, *right = b;

	return (left->key > right->key) - (left->key < right->key);
}

/* The most frequent first; of equals, the one met first. */
static int
by_n(const void *a, const void *b)
{
	const struct counted *left = a, *right = b;

	if (left->n != right->n)
		return (left->n < right->n) - (left->n > right->n);
	return (left->value > right->value) - (left->value < right->value);
}

/*
 * What a value is put in order by.  -n for a moment says that it is within n
 * days of now, and not within n - 1.
 */
static bool
value_key(const struct past_value *value, enum bins_kind kind, int64_t now,
	int64_t *key)
{
	int64_t far = llabs(now - value->moment);

	if (kind == BINS_NUMBERS) {
		*key = value->number;
		return value->is_number;
	}
	*key = far > DAY_SECONDS ? -((far + DAY_SECONDS - 1) / DAY_SECONDS)
				 : -1;
	return value->is_moment;
}

enum bins_kind
bins_kind(const struct past_column *column)
{
	uint64_t numbers = 0, moments = 0, all = 0;

	for (size_t i = 1; i < column->n; i++) {
		all += column->values[i].n;
		if (column->values[i].is_number)
			numbers += column->values[i].n;
		if (column->values[i].is_moment)
			moments += column->values[i].n;
	}
	if (all && numbers * 10 >= all * 9)
		return BINS_NUMBERS;
	return all && moments * 10 >= all * 9 ? BINS_MOMENTS : BINS_VALUES;
}

/* Is a moment more than a day to come? */
static bool
is_ahead(const struct past_column *column, int64_t now)
{
	for (size_t i = 1; i < column->n; i++)
		if (column->values[i].is_moment &&
			column->values[i].moment > now + DAY_SECONDS)
			return true;
	return false;
}

static size_t
support(size_t rows)
{
	return rows / SUPPORT_OF > SUPPORT ? rows / SUPPORT_OF : SUPPORT;
}

/* Bins of about as many rows each; equal numbers are never parted. */
static void
cut(struct bins_column *column, const struct counted *all, size_t n,
	size_t least)
{
	uint64_t rows = 0, in = 0, cuts;

	for (size_t i = 0; i < n; i++)
		rows += all[i].n;
	cuts = rows / least < CUTS ? rows / least : CUTS;
	for (size_t i = 0; i < n; i++) {
		bool full = in * cuts >= rows ||
			(in >= least && all[i].n * cuts >= rows);
		bool new = !i || all[i].key != all[i - 1].key;

		if (!i || (full && new && column->n < BINS_MOST)) {
			column->least[column->n] = all[i].key;
			column->value[column->n++] = all[i].value;
			in = 0;
		}
		in += all[i].n;
	}
}

/* Can a rule name the value?  It parts lists by '|' and trims blanks. */
static bool
can_name(struct view text)
{
	return view_trim(text).len == text.len &&
		view_find_byte(text, '|') == text.len;
}

static void
take_values(
	struct bins_column *column, struct counted *all, size_t n, size_t least)
{
	qsort(all, n, sizeof(*all), by_n);
	for (size_t i = 0; i < n && column->n < BINS_MOST; i++)
		if (all[i].n >= least && all[i].value &&
			can_name(column->column->values[all[i].value].text))
			column->value[column->n++] = all[i].value;
}

static uint8_t
bin_of_number(const struct bins_column *column, int64_t key)
{
	unsigned low = BIN_FIRST, high = column->n;

	while (high - low > 1) {
		unsigned middle = (low + high) / 2;

		if (column->least[middle] <= key)
			low = middle;
		else
			high = middle;
	}
	return (uint8_t)low;
}

/* value -> bin */
static uint8_t *
map_values(const struct bins_column *column, int64_t now)
{
	const struct past_column *from = column->column;
	uint8_t *map = mem_new(from->n, 1);
	int64_t key;

	for (size_t i = 1; i < from->n; i++) {
		map[i] = BIN_OTHER;
		if (column->kind != BINS_VALUES && column->n > BIN_FIRST &&
			value_key(&from->values[i], column->kind, now, &key))
			map[i] = bin_of_number(column, key);
	}
	if (column->kind == BINS_VALUES)
		for (unsigned b = BIN_FIRST; b < column->n; b++)
			map[column->value[b]] = (uint8_t)b;
	map[0] = BIN_EMPTY;
	return map;
}

static void
make_column(
	struct bins_column *column, const struct past *past, const uint8_t *in)
{
	const struct past_column *from = column->column;
	struct counted *all = mem_new(from->n, sizeof(*all));
	size_t n = 0, rows = 0;
	uint8_t *map;

	column->kind = bins_kind(from);
	column->ahead =
		column->kind == BINS_MOMENTS && is_ahead(from, past->now);
	column->n = BIN_FIRST;
	for (size_t i = 0; i < from->n; i++)
		all[i].value = (uint32_t)i;
	for (size_t row = 0; row < past->n; row++) {
		all[from->of[row]].n += in[row];
		rows += in[row];
	}
	if (column->kind == BINS_VALUES) {
		take_values(column, all, from->n, support(rows));
	} else {
		for (size_t i = 1; i < from->n; i++)
			if (all[i].n &&
				value_key(&from->values[i], column->kind,
					past->now, &all[i].key))
				all[n++] = all[i];
		qsort(all, n, sizeof(*all), by_key);
		cut(column, all, n, support(rows));
	}
	map = map_values(column, past->now);
	column->of = mem_new(past->n, 1);
	for (size_t row = 0; row < past->n; row++)
		column->of[row] = map[from->of[row]];
	mem_free(map);
	mem_free(all);
}

void
bins_make(struct bins *bins, const struct past *past, const uint8_t *in)
{
	*bins = (struct bins){.rows = past->n};
	bins->columns = mem_new(past->columns_n, sizeof(*bins->columns));
	for (size_t i = 0; i < past->columns_n; i++) {
		struct bins_column *column = &bins->columns[bins->n];

		if (past->columns[i].use != PAST_USED)
			continue;
		column->column = &past->columns[i];
		make_column(column, past, in);
		bins->n++;
	}
}

void
bins_fini(struct bins *bins)
{
	for (size_t i = 0; i < bins->n; i++)
		mem_free(bins->columns[i].of);
	mem_free(bins->columns);
	*bins = (struct bins){0};
}
