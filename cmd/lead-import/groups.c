#include "groups.h"

#include "base/mem.h"

#include <stdlib.h>

_Static_assert(sizeof(struct member) == 2 * sizeof(uint32_t),
	"row_from() steps over the rows of members");

static int
by_first(const void *a, const void *b)
{
	const struct member *x = a;
	const struct member *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

static int
by_row(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return *x < *y ? -1 : *x > *y;
}

void
groups_find(struct groups *groups, struct intake *in)
{
	size_t cap = 0;

	*groups = (struct groups){.in = in};
	groups->merge = merge_new(&in->schema->out, in->schema->headers);
	groups->crowded = link_has_crowds(in->link);
	for (uint32_t row = 0; row < in->rows; row++) {
		uint32_t first = link_first(in->link, row);

		if (first == row)
			continue;
		groups->members = mem_grow(groups->members, &cap, groups->n + 1,
			sizeof(*groups->members));
		groups->members[groups->n++] = (struct member){first, row};
	}
	if (groups->n)
		qsort(groups->members, groups->n, sizeof(*groups->members),
			by_first);
	groups->skip = mem_new(groups->n, sizeof(*groups->skip));
	for (size_t i = 0; i < groups->n; i++)
		groups->skip[i] = groups->members[i].row;
	qsort(groups->skip, groups->n, sizeof(*groups->skip), by_row);
}

void
groups_end(struct groups *groups)
{
	merge_free(groups->merge);
	mem_free(groups->members);
	mem_free(groups->skip);
}

/* The first of n sorted rows, step apart, that is row or behind it. */
static size_t
row_from(const uint32_t *rows, size_t step, size_t n, uint32_t row)
{
	size_t from = 0;
	size_t to = n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (rows[mid * step] < row)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

size_t
groups_member(const struct groups *groups, uint32_t row)
{
	return groups->n ? row_from(&groups->members->first, 2, groups->n, row)
			 : 0;
}

size_t
groups_skip(const struct groups *groups, uint32_t row)
{
	return row_from(groups->skip, 1, groups->n, row);
}
