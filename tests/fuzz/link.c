/*
 * Linking: any rows are linked without a fault, the same way when they come
 * the other way round; and merging them knows no order.
 *
 * The input is lines of fields between TABs, in the columns below.
 */
#include "fuzz.h"

#include "../../cmd/lead-import/link/link.h"
#include "../../cmd/lead-import/link/link_review.h"
#include "../unit/merge_two.h"

#define COLUMNS 13
#define ROWS 24

static const struct view columns[COLUMNS] = {
	{"first_name", 10},
	{"last_name", 9},
	{"full_name", 9},
	{"company", 7},
	{"email", 5},
	{"phone", 5},
	{"mobile", 6},
	{"street", 6},
	{"city", 4},
	{"postcode", 8},
	{"dob", 3},
	{"notes", 5},
	{"email_2", 7},
};

struct rows {
	struct view fields[ROWS][COLUMNS];
	size_t n;
	uint32_t number[ROWS]; /* in the link; UINT32_MAX: not identified */
};

static void
cut(struct view in, struct rows *rows)
{
	struct view line;

	rows->n = 0;
	while (rows->n < ROWS && view_cut(&in, '\n', &line)) {
		struct view *fields = rows->fields[rows->n++];
		size_t n = 0;

		while (n < COLUMNS && view_cut(&line, '\t', &fields[n]))
			n++;
		while (n < COLUMNS)
			fields[n++] = (struct view){0};
	}
}

/* Link the rows from the first or from the last on. */
static struct link *
link_all(struct rows *rows, bool backwards)
{
	struct link_setup setup = {
		.mode = LINK_LIKELY, .jobs = 1, .match_on = "notes"};
	struct link *link = link_new(&setup, columns, COLUMNS);
	struct link_row row = {0};
	struct link_scratch scratch = {0};

	for (size_t i = 0; i < rows->n; i++) {
		size_t at = backwards ? rows->n - 1 - i : i;

		rows->number[at] = UINT32_MAX;
		if (link_read(link, rows->fields[at], VIEW(""), &row, &scratch))
			rows->number[at] = link_add(link, &row);
	}
	link_run(link, 0, true);
	link_row_fini(&row);
	link_scratch_fini(&scratch);
	return link;
}

static void
check_order(struct rows *rows)
{
	struct rows turned = *rows;
	struct link *link = link_all(rows, false);
	struct link *other = link_all(&turned, true);
	struct link_pair pair;

	for (size_t a = 0; a < rows->n; a++)
		for (size_t b = 0; b < a; b++) {
			if (rows->number[a] == UINT32_MAX ||
				rows->number[b] == UINT32_MAX)
				continue;
			assert((link_first(link, rows->number[a]) ==
				       link_first(link, rows->number[b])) ==
				(link_first(other, turned.number[a]) ==
					link_first(other, turned.number[b])));
		}
	while (link_next_pair(link, &pair))
		assert(link_first(link, pair.a) != link_first(link, pair.b));
	link_free(link);
	link_free(other);
}

static void
check_merge(const struct rows *rows)
{
	static struct headers *headers;
	const char *names[COLUMNS];
	struct merge *merge;
	struct view forth[COLUMNS], back[COLUMNS];
	struct arena text = {0};

	if (!headers)
		headers = headers_load(NULL);
	for (size_t i = 0; i < COLUMNS; i++)
		names[i] = columns[i].at;
	merge = merge_of(names, COLUMNS, headers);
	memcpy(forth, rows->fields[0], sizeof(forth));
	memcpy(back, rows->fields[rows->n - 1], sizeof(back));
	for (size_t i = 0; i < rows->n; i++) {
		merge_two(merge, forth, rows->fields[i], &text);
		merge_two(merge, back, rows->fields[rows->n - 1 - i], &text);
	}
	for (size_t i = 0; i < COLUMNS; i++)
		assert(view_eq(forth[i], back[i]));
	arena_fini(&text);
	merge_free(merge);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct rows rows;

	cut((struct view){(const char *)data, size}, &rows);
	if (!rows.n)
		return 0;
	check_order(&rows);
	check_merge(&rows);
	return 0;
}
