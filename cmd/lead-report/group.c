#include "group.h"

#include "base/hash.h"

#include <stdlib.h>

static uint32_t *
slot_of(const struct groups *groups, struct view key)
{
	size_t mask = groups->slots_n - 1;
	size_t i = hash_table(key, groups->seed) & mask;

	while (groups->slots[i] &&
		!view_eq(groups->all[groups->slots[i] - 1].key, key))
		i = (i + 1) & mask;
	return &groups->slots[i];
}

static void
grow(struct groups *groups)
{
	mem_free(groups->slots);
	groups->slots_n = groups->slots_n ? 2 * groups->slots_n : 64;
	groups->slots = mem_new(groups->slots_n, sizeof(*groups->slots));
	for (size_t i = 0; i < groups->n; i++)
		*slot_of(groups, groups->all[i].key) = (uint32_t)i + 1;
}

struct group *
groups_at(struct groups *groups, struct view key)
{
	struct group *group;
	uint32_t *slot;

	if (!groups->seed)
		groups->seed = hash_seed() | 1;
	if (groups->n * 2 >= groups->slots_n)
		grow(groups);
	slot = slot_of(groups, key);
	if (*slot)
		return &groups->all[*slot - 1];
	groups->all = mem_grow(
		groups->all, &groups->cap, groups->n + 1, sizeof(*groups->all));
	group = &groups->all[groups->n++];
	*slot = (uint32_t)groups->n;
	*group = (struct group){.key = VIEW("")};
	if (key.len)
		group->key = (struct view){
			arena_text(&groups->keys, key.at, key.len), key.len};
	return group;
}

void
groups_merge(struct groups *into, const struct groups *from)
{
	for (size_t i = 0; i < from->n; i++) {
		struct group *group = groups_at(into, from->all[i].key);

		for (size_t c = 0; c < GROUP_COUNTERS; c++)
			group->n[c] += from->all[i].n[c];
	}
}

static int
by_key(const void *a, const void *b)
{
	return view_order(
		((const struct group *)a)->key, ((const struct group *)b)->key);
}

static int
by_counter(const void *a, const void *b, void *counter)
{
	const struct group *x = a;
	const struct group *y = b;
	size_t c = *(const size_t *)counter;

	if (x->n[c] != y->n[c])
		return x->n[c] > y->n[c] ? -1 : 1;
	return view_order(x->key, y->key);
}

void
groups_sort(struct groups *groups, size_t counter)
{
	if (groups->n)
		qsort_r(groups->all, groups->n, sizeof(*groups->all),
			by_counter, &counter);
}

void
groups_sort_keys(struct groups *groups)
{
	if (groups->n)
		qsort(groups->all, groups->n, sizeof(*groups->all), by_key);
}

void
groups_fini(struct groups *groups)
{
	mem_free(groups->all);
	mem_free(groups->slots);
	arena_fini(&groups->keys);
	*groups = (struct groups){0};
}
