#include "pieces.h"

#include "base/hash.h"
#include "base/str.h"

#include <stdlib.h>

#define FEW 64 /* slots of a table that is kept */

void
pieces_clear(struct pieces *pieces)
{
	if (pieces->slots_n > FEW) { /* the next one has few again */
		mem_free(pieces->slots);
		pieces->slots = NULL;
		pieces->slots_n = 0;
	} else if (pieces->n) {
		memset(pieces->slots, 0,
			pieces->slots_n * sizeof(*pieces->slots));
	}
	pieces->n = 0;
	pieces->first = (struct view){0};
	pieces->united = false;
	pieces->left_n = 0;
}

void
pieces_fini(struct pieces *pieces)
{
	mem_free(pieces->all);
	mem_free(pieces->left);
	mem_free(pieces->slots);
	*pieces = (struct pieces){0};
}

/* Where a piece is, or would be, in the table. */
static uint32_t *
slot_of(const struct pieces *pieces, struct view piece)
{
	size_t at = (size_t)hash_table(piece, pieces->seed);

	for (;; at++) {
		uint32_t *slot = &pieces->slots[at & (pieces->slots_n - 1)];

		if (!*slot || view_eq(pieces->all[*slot - 1], piece))
			return slot;
	}
}

/* Fill the table, which is empty. */
static void
fill(struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++)
		*slot_of(pieces, pieces->all[i]) = (uint32_t)(i + 1);
}

/* Have at least half of the table empty. */
static void
make_room(struct pieces *pieces)
{
	if (2 * (pieces->n + 1) <= pieces->slots_n)
		return;
	if (!pieces->seed)
		pieces->seed = hash_seed();
	mem_free(pieces->slots);
	pieces->slots_n = pieces->slots_n ? 2 * pieces->slots_n : 16;
	pieces->slots = mem_new(pieces->slots_n, sizeof(*pieces->slots));
	fill(pieces);
}

/* The pieces are n now, and stand where they did not. */
static void
find_places(struct pieces *pieces, size_t n)
{
	memset(pieces->slots, 0, pieces->slots_n * sizeof(*pieces->slots));
	pieces->n = n;
	fill(pieces);
}

#define ERASED VIEW("[erased]")
#define LITERAL 8 /* bytes beside it, that a piece is known by */

/* Is left what is left of whole, of which something was erased? */
static bool
is_left_of(struct view left, struct view whole)
{
	size_t at = view_find(left, ERASED), literal = at;

	if (at == left.len || !view_starts(whole, view_upto(left, at)))
		return false;
	whole = view_from(whole, at);
	for (;;) {
		struct view part;
		size_t found = 0;

		left = view_from(left, at + ERASED.len);
		at = view_find(left, ERASED);
		part = view_upto(left, at);
		literal += part.len;
		if (at == left.len)
			return literal >= LITERAL && whole.len > part.len &&
				view_ends(whole, part);
		whole = view_from(whole, 1); /* what was erased was some */
		if (part.len)
			found = view_find(whole, part);
		if (found == whole.len)
			return false;
		whole = view_from(whole, found + part.len);
	}
}

static bool
is_erased(const struct pieces *pieces, struct view piece)
{
	for (size_t i = 0; i < pieces->left_n; i++)
		if (is_left_of(pieces->left[i], piece))
			return true;
	return false;
}

/* What this piece is left of goes. */
static void
erase(struct pieces *pieces, struct view left)
{
	size_t out = 0;

	pieces->left = mem_grow(pieces->left, &pieces->left_cap,
		pieces->left_n + 1, sizeof(*pieces->left));
	pieces->left[pieces->left_n++] = left;
	for (size_t i = 0; i < pieces->n; i++)
		if (!is_left_of(left, pieces->all[i]))
			pieces->all[out++] = pieces->all[i];
	if (out < pieces->n)
		find_places(pieces, out);
}

static bool
add_one(struct pieces *pieces, struct view piece)
{
	uint32_t *slot;

	if (is_erased(pieces, piece))
		return false;
	if (view_find(piece, ERASED) < piece.len)
		erase(pieces, piece);
	make_room(pieces);
	slot = slot_of(pieces, piece);
	if (*slot)
		return false;
	pieces->all = mem_grow(
		pieces->all, &pieces->cap, pieces->n + 1, sizeof(*pieces->all));
	pieces->all[pieces->n++] = piece;
	*slot = (uint32_t)pieces->n;
	return true;
}

bool
pieces_cut(struct view *text, struct view separator, struct view *piece)
{
	while (text->len) {
		size_t at = view_find(*text, separator);

		*piece = view_trim(view_upto(*text, at));
		*text = view_from(*text, at + separator.len);
		if (piece->len)
			return true;
	}
	return false;
}

/* Add all of a text; whether one of them is new. */
static bool
add_all(struct pieces *pieces, struct view text, struct view separator)
{
	struct view piece;
	bool changed = false;

	while (pieces_cut(&text, separator, &piece))
		changed |= add_one(pieces, piece);
	return changed;
}

static void
unite(struct pieces *pieces, struct view separator)
{
	if (!pieces->united)
		(void)add_all(pieces, pieces->first, separator);
	pieces->united = true;
}

static int
by_bytes(const void *a, const void *b)
{
	return view_order(*(const struct view *)a, *(const struct view *)b);
}

/* All of them, in order. */
static void
write_all(const struct pieces *pieces, struct view separator, struct str *out)
{
	struct view *sorted = mem_new(pieces->n + 1, sizeof(*sorted));

	if (pieces->n)
		memcpy(sorted, pieces->all, pieces->n * sizeof(*sorted));
	qsort(sorted, pieces->n, sizeof(*sorted), by_bytes);
	for (size_t i = 0; i < pieces->n; i++) {
		if (i)
			str_put(out, separator);
		str_put(out, sorted[i]);
	}
	mem_free(sorted);
}

bool
pieces_add(struct pieces *pieces, struct view text, struct view separator)
{
	struct str both = {0};
	bool changed;

	if (!text.len || (!pieces->united && view_eq(pieces->first, text)))
		return false;
	if (!pieces->united && !pieces->first.len) {
		pieces->first = text;
		return true;
	}
	if (pieces->united)
		return add_all(pieces, text, separator);
	unite(pieces, separator);
	(void)add_all(pieces, text, separator);
	write_all(pieces, separator, &both);
	changed = !view_eq(str_view(&both), pieces->first);
	str_fini(&both);
	return changed;
}

void
pieces_drop(struct pieces *pieces, struct view piece, struct view separator)
{
	size_t out = 0;

	if (!pieces->first.len)
		return;
	unite(pieces, separator);
	for (size_t i = 0; i < pieces->n; i++)
		if (!view_eq(pieces->all[i], piece))
			pieces->all[out++] = pieces->all[i];
	if (out < pieces->n)
		find_places(pieces, out);
}

struct view
pieces_text(
	const struct pieces *pieces, struct view separator, struct arena *arena)
{
	struct str out = {0};
	struct view text;

	if (!pieces->united)
		return pieces->first;
	write_all(pieces, separator, &out);
	text = (struct view){arena_text(arena, out.data, out.len), out.len};
	str_fini(&out);
	return text;
}
