#include "closed_word.h"

#include "base/hash.h"
#include "base/mem.h"
#include "lead/email.h"

#include <stdlib.h>

#define LONGEST 320 /* bytes of an address: RFC 5321, 4.5.3.1 */
#define FILTER 4    /* bits for each slot */

void
closed_fini(struct closed *closed)
{
	mem_free(closed->slots);
	mem_free(closed->filter);
	mem_free(closed->pairs);
}

uint64_t
closed_digest(struct view text)
{
	char small[LONGEST];

	/* Our own records may have been written by hand. */
	for (size_t i = 0; i < text.len && text.len <= LONGEST; i++) {
		char c = text.at[i];

		small[i] = c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
	}
	if (text.len <= LONGEST)
		text.at = small;
	/* No seed: whoever makes digests meet closes addresses, no more. */
	return hash_table(text, 0) & ~CHANNELS;
}

/* Where a digest is, or would be. */
static uint64_t *
slot_of(const struct closed *closed, uint64_t digest)
{
	size_t mask = closed->slots_n - 1;
	size_t i = (size_t)(digest >> STOPS) & mask;

	while (closed->slots[i] && (closed->slots[i] & ~CHANNELS) != digest)
		i = (i + 1) & mask;
	return &closed->slots[i];
}

static void
grow(struct closed *closed)
{
	struct closed old = *closed;

	closed->slots_n = old.slots_n ? old.slots_n * 2 : 256;
	closed->slots = mem_new(closed->slots_n, sizeof(*closed->slots));
	for (size_t i = 0; i < old.slots_n; i++)
		if (old.slots[i])
			*slot_of(closed, old.slots[i] & ~CHANNELS) =
				old.slots[i];
	mem_free(old.slots);
}

static void
add(struct closed *closed, uint64_t word)
{
	uint64_t *slot;

	if (closed->n * 3 >= closed->slots_n * 2)
		grow(closed);
	slot = slot_of(closed, word & ~CHANNELS);
	closed->n += !*slot;
	*slot |= word;
	closed->stops |= word & CHANNELS;
}

void
closed_add(struct closed *closed, struct closed_batch *batch)
{
	for (size_t i = 0; i < batch->n; i++)
		add(closed, batch->all[i]);
	if (batch->pairs_n) {
		closed->pairs = mem_grow(closed->pairs, &closed->pairs_cap,
			closed->pairs_n + batch->pairs_n,
			sizeof(*closed->pairs));
		memcpy(closed->pairs + closed->pairs_n, batch->pairs,
			batch->pairs_n * sizeof(*batch->pairs));
		closed->pairs_n += batch->pairs_n;
	}
	batch->n = batch->pairs_n = 0;
}

static int
by_one(const void *a, const void *b)
{
	const struct closed_pair *x = a, *y = b;

	return (x->one > y->one) - (x->one < y->one);
}

/* Where the pairs of an address begin, or would, in order. */
static size_t
pairs_of(const struct closed_pair *pairs, size_t n, uint64_t one)
{
	size_t from = 0;

	while (n) {
		size_t half = n / 2;

		if (pairs[from + half].one < one) {
			from += half + 1;
			n -= half + 1;
		} else {
			n = half;
		}
	}
	return from;
}

/* All pairs, and each turned round, in order: owned. */
static struct closed_pair *
both_ways(const struct closed *closed)
{
	size_t n = closed->pairs_n;
	struct closed_pair *pairs = mem_new(n * 2, sizeof(*pairs));

	for (size_t i = 0; i < n; i++) {
		pairs[i] = closed->pairs[i];
		pairs[n + i].one = pairs[i].other;
		pairs[n + i].other = pairs[i].one;
	}
	qsort(pairs, n * 2, sizeof(*pairs), by_one);
	return pairs;
}

static uint64_t
stops_at(const struct closed *closed, uint64_t address)
{
	return *slot_of(closed, address) & CHANNELS;
}

/* From each address that is closed on to those it is paired with. */
static void
spread(struct closed *closed)
{
	size_t n = closed->pairs_n * 2, todo_n = 0;
	struct closed_pair *pairs;
	uint64_t *todo;

	if (!(closed->stops & EMAIL) || !n)
		return;
	pairs = both_ways(closed);
	todo = mem_new(n, sizeof(*todo));
	for (size_t i = 0; i < n; i++)
		if ((!i || pairs[i].one != pairs[i - 1].one) &&
			stops_at(closed, pairs[i].one) & EMAIL)
			todo[todo_n++] = pairs[i].one;
	while (todo_n) {
		uint64_t one = todo[--todo_n];

		for (size_t i = pairs_of(pairs, n, one);
			i < n && pairs[i].one == one; i++) {
			if (stops_at(closed, pairs[i].other) & EMAIL)
				continue;
			add(closed, pairs[i].other | EMAIL);
			todo[todo_n++] = pairs[i].other;
		}
	}
	mem_free(pairs);
	mem_free(todo);
}

/* The word and the bit of the filter that a digest has. */
static uint64_t *
filter_of(const struct closed *closed, uint64_t digest, uint64_t *bit)
{
	uint64_t i = digest >> STOPS & (closed->slots_n * FILTER - 1);

	*bit = UINT64_C(1) << i % 64;
	return &closed->filter[i / 64];
}

void
closed_end(struct closed *closed)
{
	spread(closed);
	closed->filter =
		mem_new(closed->slots_n * FILTER / 64, sizeof(uint64_t));
	for (size_t i = 0; i < closed->slots_n; i++) {
		uint64_t bit;

		if (closed->slots[i])
			*filter_of(closed, closed->slots[i], &bit) |= bit;
	}
}

/* Most have not refused: the filter is in the processor's cache. */
static unsigned
stops_of(const struct closed *closed, struct view text)
{
	uint64_t digest, bit;

	if (!text.len)
		return 0;
	digest = closed_digest(text);
	return *filter_of(closed, digest, &bit) & bit
		? (unsigned)stops_at(closed, digest)
		: 0;
}

static int
later(int a, int b)
{
	return a > b ? a : b;
}

size_t
closed_width(const struct closed *closed, const struct schema_columns *at)
{
	int last = -1;

	if (closed->stops & EMAIL)
		last = at->email;
	if (closed->stops & NUMBERS)
		last = later(last, later(at->phone, at->mobile));
	for (enum stop stop = 0; stop < STOPS; stop++)
		if (closed->stops >> stop & 1)
			last = later(last, at->stops[stop]);
	return (size_t)(last + 1);
}

bool
closed_person(const struct closed *closed, const struct schema_columns *at,
	const struct view *out)
{
	struct view email = value_at(out, at->email);

	return closed->stops & EMAIL && stops_of(closed, email) & EMAIL &&
		!email_is_role(email);
}

/* The stops that something closes and that are not set. */
static unsigned
open_stops(const struct closed *closed, const struct schema_columns *at,
	const struct view *out)
{
	unsigned open = (unsigned)closed->stops;

	for (enum stop stop = 0; stop < STOPS; stop++)
		if (open >> stop & 1 &&
			(at->stops[stop] < 0 || is_stopped(at, out, stop)))
			open &= ~(1U << stop);
	return open;
}

unsigned
closed_stops(const struct closed *closed, const struct schema_columns *at,
	const struct view *out)
{
	unsigned open = open_stops(closed, at, out);
	unsigned stops = 0;

	if (open & EMAIL)
		stops |= stops_of(closed, value_at(out, at->email));
	if (open & NUMBERS)
		stops |= stops_of(closed, value_at(out, at->phone)) |
			stops_of(closed, value_at(out, at->mobile));
	return stops & open;
}
