#include "lead/known.h"

#include "base/mem.h"
#include "record/header.h"

/* The flags of an entry's status, by its kind. */
static unsigned
status_flags(enum kind kind, const struct entry *entry)
{
	const struct vocab *statuses = kind_statuses[kind];
	struct view status = entry->field[NOTE_STATUS];

	if (!status.len)
		return statuses->n ? statuses->word[0].flags : 0;
	return vocab_flags(statuses, status);
}

/* The same value and product; by its text, if it has no value. */
static bool
same_item(const struct item *item, const struct entry *entry)
{
	const struct view *a = item->first->field;
	const struct view *b = entry->field;

	return view_same(a[NOTE_VALUE], b[NOTE_VALUE]) &&
		view_same(a[NOTE_PRODUCT], b[NOTE_PRODUCT]) &&
		(b[NOTE_VALUE].len || view_same(a[NOTE_TEXT], b[NOTE_TEXT]));
}

static bool
is_referred(const struct item *item, const struct entry *entry)
{
	struct view ref = entry->field[NOTE_REF];

	return view_eq(item->first->field[NOTE_ID], ref) ||
		view_eq(item->last->field[NOTE_ID], ref);
}

/* Does an entry only say how something stands that was said before? */
static bool
is_news(enum kind kind, const struct entry *entry)
{
	const struct view *field = entry->field;
	bool opens = kind_statuses[kind]->word[0].flags & NOTE_OPEN;

	return !field[NOTE_VALUE].len && (opens || !field[NOTE_TEXT].len) &&
		vocab_find(kind_statuses[kind], field[NOTE_STATUS]) > 0;
}

/* Is an item still open, or where none is, still so; and of the product? */
static bool
may_change(const struct item *item, const struct entry *entry)
{
	unsigned first = kind_statuses[item->kind]->word[0].flags;
	struct view mine = item->first->field[NOTE_PRODUCT];
	struct view product = entry->field[NOTE_PRODUCT];

	return (first & NOTE_OPEN ? item->flags & NOTE_OPEN
				  : !(item->flags & NOTE_DROPPED)) &&
		(!mine.len || !product.len || view_same(mine, product));
}

static bool
is_same_still(const struct item *item, const struct entry *entry)
{
	return same_item(item, entry) && may_change(item, entry);
}

/* The last item of a kind that is one for an entry, or NULL. */
static struct item *
last_item(struct known *known, enum kind kind, const struct entry *entry,
	bool (*is_one)(const struct item *item, const struct entry *entry))
{
	for (size_t i = known->items_n; i-- > 0;)
		if (known->items[i].kind == kind &&
			is_one(&known->items[i], entry))
			return &known->items[i];
	return NULL;
}

/* The item that an entry is about, or NULL. */
static struct item *
find_item(struct known *known, enum kind kind, const struct entry *entry)
{
	struct item *item = NULL;

	if (entry->field[NOTE_REF].len)
		return last_item(known, kind, entry, is_referred);
	if (is_news(kind, entry)) {
		item = last_item(known, kind, entry, is_same_still);
		if (!item)
			item = last_item(known, kind, entry, may_change);
	}
	return item ? item : last_item(known, kind, entry, same_item);
}

static void
hear_item(struct known *known, enum kind kind, const struct entry *entry)
{
	struct item *item = find_item(known, kind, entry);

	if (!item) {
		known->items = mem_grow(known->items, &known->items_cap,
			known->items_n + 1, sizeof(*known->items));
		item = &known->items[known->items_n++];
		*item = (struct item){.kind = kind, .first = entry};
	}
	item->last = entry;
	item->flags = status_flags(kind, entry);
}

bool
known_read_set(struct view value, struct correction *out)
{
	size_t at = view_find_byte(value, '=');

	if (at == value.len || !header_is_name(view_upto(value, at)))
		return false;
	*out = (struct correction){
		view_upto(value, at), view_from(value, at + 1)};
	return true;
}

static void
hear_set(struct known *known, const struct entry *entry)
{
	struct correction correction;

	if (!known_read_set(entry->field[NOTE_VALUE], &correction))
		return;
	for (size_t i = 0; i < known->set_n; i++)
		if (view_eq(known->set[i].column, correction.column)) {
			known->set[i] = correction;
			return;
		}
	known->set = mem_grow(known->set, &known->set_cap, known->set_n + 1,
		sizeof(*known->set));
	known->set[known->set_n++] = correction;
}

/* The last note of a kind counts, unless it drops what was said. */
static void
hear_last(struct known *known, enum kind kind, const struct entry *entry)
{
	const struct entry *old = known->last[kind];
	bool dropped = status_flags(kind, entry) & NOTE_DROPPED;

	known->last[kind] = dropped ? NULL : entry;
	if (kind != KIND_COMPETITOR)
		return;
	/* A renewal date stands while the competitor is the same. */
	if (dropped || !old ||
		!view_same(old->field[NOTE_VALUE], entry->field[NOTE_VALUE]))
		known->renewal_at = (struct view){0};
	if (!dropped && entry->field[NOTE_DUE].len)
		known->renewal_at = entry->field[NOTE_DUE];
}

static void
forget(struct known *known)
{
	*known = (struct known){.items = known->items,
		.items_cap = known->items_cap,
		.set = known->set,
		.set_cap = known->set_cap};
}

void
known_of(const struct history *history, struct known *known)
{
	forget(known);
	known->notes = history->n;
	for (size_t i = 0; i < history->n; i++) {
		const struct entry *entry = history->entry[i];
		int kind = vocab_find(&kind_words, entry->field[NOTE_KIND]);

		known->last_note = entry->field[NOTE_AT];
		if (kind < 0)
			continue;
		hear_last(known, (enum kind)kind, entry);
		if (kind_words.word[kind].flags & KIND_ITEM)
			hear_item(known, (enum kind)kind, entry);
		if (kind == KIND_SET)
			hear_set(known, entry);
	}
}

void
known_fini(struct known *known)
{
	mem_free(known->items);
	mem_free(known->set);
	*known = (struct known){0};
}
