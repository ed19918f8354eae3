#include "link_sets.h"

#include "base/mem.h"

void
link_sets_init(struct link_sets *sets, size_t n)
{
	*sets = (struct link_sets){.n = n};
	sets->parent = mem_new(n, sizeof(*sets->parent));
	sets->marked = mem_new(n, sizeof(*sets->marked));
	sets->cause = mem_new(n, sizeof(*sets->cause));
	for (size_t i = 0; i < n; i++)
		sets->parent[i] = (uint32_t)i;
}

void
link_sets_fini(struct link_sets *sets)
{
	mem_free(sets->parent);
	mem_free(sets->apart);
	mem_free(sets->marked);
	mem_free(sets->cause);
	*sets = (struct link_sets){0};
}

void
link_sets_forbid(struct link_sets *sets, uint32_t a, uint32_t b)
{
	sets->apart = mem_grow(sets->apart, &sets->apart_cap, sets->apart_n + 1,
		sizeof(*sets->apart));
	sets->apart[sets->apart_n++] = (struct link_apart){a, b};
	sets->marked[a] = sets->marked[b] = 1;
}

uint32_t
link_sets_find(const struct link_sets *sets, uint32_t row)
{
	uint32_t *parent = sets->parent;

	while (parent[row] != row) {
		parent[row] = parent[parent[row]];
		row = parent[row];
	}
	return row;
}

bool
link_sets_forbidden(const struct link_sets *sets, uint32_t a, uint32_t b)
{
	a = link_sets_find(sets, a);
	b = link_sets_find(sets, b);
	if (!sets->marked[a] || !sets->marked[b])
		return false;
	for (size_t i = 0; i < sets->apart_n; i++) {
		uint32_t x = link_sets_find(sets, sets->apart[i].a);
		uint32_t y = link_sets_find(sets, sets->apart[i].b);

		if ((x == a && y == b) || (x == b && y == a))
			return true;
	}
	return false;
}

bool
link_sets_join(struct link_sets *sets, uint32_t a, uint32_t b, uint16_t cause)
{
	a = link_sets_find(sets, a);
	b = link_sets_find(sets, b);
	if (a == b)
		return true;
	if (link_sets_forbidden(sets, a, b) ||
		(a < sets->known && b < sets->known))
		return false;
	if (a > b) {
		uint32_t swap = a;

		a = b;
		b = swap;
	}
	sets->parent[b] = a;
	sets->cause[b] = cause;
	sets->marked[a] = sets->marked[a] || sets->marked[b];
	return true;
}
