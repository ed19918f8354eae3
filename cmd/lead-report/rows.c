#include "rows.h"

#include "base/mem.h"

#include <stdlib.h>

static int
compare(const struct rows_key *a, const struct rows_key *b)
{
	for (size_t i = 0; i < ROWS_KEYS; i++)
		if (a->part[i] != b->part[i])
			return a->part[i] < b->part[i] ? -1 : 1;
	return a->order < b->order ? -1 : a->order > b->order;
}

static void
swap(struct row *a, struct row *b)
{
	struct row kept = *a;

	*a = *b;
	*b = kept;
}

/* Let the first row go down; returns where it came to stand. */
static size_t
sink(struct rows *rows)
{
	size_t i = 0;

	for (;;) {
		size_t worst = i;

		for (size_t c = 2 * i + 1; c <= 2 * i + 2 && c < rows->n; c++)
			if (compare(&rows->all[c].key, &rows->all[worst].key) >
				0)
				worst = c;
		if (worst == i)
			return i;
		swap(&rows->all[i], &rows->all[worst]);
		i = worst;
	}
}

/* Returns where row number i came to stand. */
static size_t
rise(struct rows *rows, size_t i)
{
	while (i) {
		size_t up = (i - 1) / 2;

		if (compare(&rows->all[i].key, &rows->all[up].key) <= 0)
			break;
		swap(&rows->all[i], &rows->all[up]);
		i = up;
	}
	return i;
}

struct str *
rows_offer(struct rows *rows, const struct rows_key *key)
{
	struct row *row;

	rows->seen++;
	if (rows->most && rows->n == rows->most) {
		if (compare(key, &rows->all[0].key) >= 0)
			return NULL;
		/* The worst goes; its line is used again. */
		row = &rows->all[0];
		row->key = *key;
		str_clear(&row->line);
		return &rows->all[sink(rows)].line;
	}
	rows->all = mem_grow(
		rows->all, &rows->cap, rows->n + 1, sizeof(*rows->all));
	rows->all[rows->n] = (struct row){.key = *key};
	return &rows->all[rise(rows, rows->n++)].line;
}

void
rows_merge(struct rows *into, struct rows *from)
{
	uint64_t seen = into->seen + from->seen;

	for (size_t i = 0; i < from->n; i++) {
		struct str *line = rows_offer(into, &from->all[i].key);

		if (!line)
			continue;
		str_fini(line);
		*line = from->all[i].line;
		from->all[i].line = (struct str){0};
	}
	into->seen = seen;
	rows_fini(from);
}

static int
compare_rows(const void *a, const void *b)
{
	return compare(
		&((const struct row *)a)->key, &((const struct row *)b)->key);
}

void
rows_sort(struct rows *rows)
{
	if (rows->n)
		qsort(rows->all, rows->n, sizeof(*rows->all), compare_rows);
}

void
rows_fini(struct rows *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		str_fini(&rows->all[i].line);
	mem_free(rows->all);
	*rows = (struct rows){0};
}

struct view
row_field(const struct row *row, size_t i)
{
	struct view rest = str_view(&row->line);
	struct view field;

	while (view_cut(&rest, '\t', &field))
		if (i-- == 0)
			return field;
	return (struct view){"", 0};
}
