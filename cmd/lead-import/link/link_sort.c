#include "link_sort.h"

#include "base/mem.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define FEW 4096 /* below this qsort() is as fast */
#define DIGIT 11 /* bits that one pass sorts by */
#define PLACES ((size_t)1 << DIGIT)

static int
by_word(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static int
by_key(const void *a, const void *b)
{
	const struct link_keyed *x = a, *y = b;

	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->lead > y->lead) - (x->lead < y->lead);
}

/* Turn counts into places to begin at; false when all have one digit. */
static bool
begin(size_t place[PLACES], size_t n)
{
	size_t at = 0;

	for (size_t d = 0; d < PLACES; d++) {
		size_t count = place[d];

		if (count == n)
			return false;
		place[d] = at;
		at += count;
	}
	return true;
}

void
link_sort_words(uint64_t *words, size_t n)
{
	uint64_t *from = words, *to, *room;

	if (n < 2)
		return;
	if (n < FEW) {
		qsort(words, n, sizeof(*words), by_word);
		return;
	}
	to = room = mem_new(n, sizeof(*room));
	for (int shift = 0; shift < 64; shift += DIGIT) {
		size_t place[PLACES] = {0};
		uint64_t *swap = from;

		for (size_t i = 0; i < n; i++)
			place[from[i] >> shift & (PLACES - 1)]++;
		if (!begin(place, n))
			continue;
		for (size_t i = 0; i < n; i++)
			to[place[from[i] >> shift & (PLACES - 1)]++] = from[i];
		from = to;
		to = swap;
	}
	if (from != words)
		memcpy(words, from, n * sizeof(*words));
	mem_free(room);
}

size_t
link_sort_unique(uint64_t *words, size_t n)
{
	size_t out = 0;

	link_sort_words(words, n);
	for (size_t i = 0; i < n; i++)
		if (!i || words[i] != words[i - 1])
			words[out++] = words[i];
	return out;
}

void
link_sort_keyed(struct link_keyed *items, size_t n)
{
	struct link_keyed *from = items, *to, *room;

	if (n < 2)
		return;
	if (n < FEW) {
		qsort(items, n, sizeof(*items), by_key);
		return;
	}
	/* The items come in the order of leads, which a stable sort keeps. */
	to = room = mem_new(n, sizeof(*room));
	for (int shift = 0; shift < 64; shift += DIGIT) {
		size_t place[PLACES] = {0};
		struct link_keyed *swap = from;

		for (size_t i = 0; i < n; i++)
			place[from[i].key >> shift & (PLACES - 1)]++;
		if (!begin(place, n))
			continue;
		for (size_t i = 0; i < n; i++)
			to[place[from[i].key >> shift & (PLACES - 1)]++] =
				from[i];
		from = to;
		to = swap;
	}
	if (from != items)
		memcpy(items, from, n * sizeof(*items));
	mem_free(room);
}
