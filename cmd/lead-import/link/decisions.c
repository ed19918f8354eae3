#include "decisions.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/alias.h"

#include <stdlib.h>

static int
order(struct digest a, struct digest b)
{
	if (a.high != b.high)
		return a.high < b.high ? -1 : 1;
	return (a.low > b.low) - (a.low < b.low);
}

static int
by_pair(const void *a, const void *b)
{
	const struct decision *x = a, *y = b;
	int order_a = order(x->a, y->a);

	return order_a ? order_a : order(x->b, y->b);
}

/* A pair of ids, in order. */
static struct decision
pair_of(struct view id_a, struct view id_b)
{
	struct digest a = hash_digest(id_a), b = hash_digest(id_b);

	return order(a, b) <= 0 ? (struct decision){a, b, false}
				: (struct decision){b, a, false};
}

/* Where the pair is, or should come. */
static size_t
place(const struct decisions *decisions, const struct decision *pair)
{
	size_t from = 0, to = decisions->n;

	while (from < to) {
		size_t mid = from + (to - from) / 2;

		if (by_pair(&decisions->items[mid], pair) < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return from;
}

/* What a record says of a pair; turn: records count in order. */
struct said {
	struct decision pair;
	size_t turn;
	bool back; /* what was said before is withdrawn */
};

static int
by_turn(const void *a, const void *b)
{
	const struct said *x = a, *y = b;
	int pairs = by_pair(&x->pair, &y->pair);

	return pairs ? pairs : (x->turn > y->turn) - (x->turn < y->turn);
}

/* Make decisions of what was said: of each pair the last. */
static void
settle(struct decisions *decisions, struct said *said, size_t n)
{
	if (n)
		qsort(said, n, sizeof(*said), by_turn);
	decisions->items = mem_grow(decisions->items, &decisions->cap, n,
		sizeof(*decisions->items));
	decisions->n = 0;
	for (size_t i = 0; i < n; i++) {
		bool last = i + 1 == n ||
			by_pair(&said[i].pair, &said[i + 1].pair) != 0;

		if (last && !said[i].back)
			decisions->items[decisions->n++] = said[i].pair;
	}
}

/* The columns of a pairs file. */
struct columns {
	int a, b, decision;
};

static void
find_columns(const struct sheet *sheet, struct columns *at)
{
	at->a = sheet_need(sheet, "lead_id_a");
	at->b = sheet_need(sheet, "lead_id_b");
	at->decision = sheet_need(sheet, "decision");
}

/* What a row says: 'y', 'n', '=', '-' or, for nothing, 0. */
static char
read_decision(const struct sheet *sheet, const struct columns *at, size_t row)
{
	struct view text = view_trim(sheet_get(sheet, row, at->decision));

	if (!text.len)
		return 0;
	if (view_same(text, VIEW("y")) || view_same(text, VIEW("yes")))
		return 'y';
	if (view_same(text, VIEW("n")) || view_same(text, VIEW("no")))
		return 'n';
	if (view_is(text, "="))
		return '=';
	if (!view_is(text, "-"))
		die_at(sheet_place(sheet, row, "decision"),
			_("'%.*s' is not a decision: write y, n, or - to take "
			  "one back"),
			VIEW_ARGS(text));
	return '-';
}

void
decisions_read(struct decisions *decisions, const struct sheet *file)
{
	struct said *said = mem_new(decisions->n + file->n, sizeof(*said));
	struct columns at;
	size_t n = 0;

	for (; n < decisions->n; n++)
		said[n] = (struct said){.pair = decisions->items[n]};
	find_columns(file, &at);
	for (size_t row = 0; row < file->n; row++) {
		char decision = read_decision(file, &at, row);
		struct decision pair = pair_of(
			sheet_get(file, row, at.a), sheet_get(file, row, at.b));

		pair.same = decision != 'n';
		if (decision && order(pair.a, pair.b))
			said[n++] =
				(struct said){pair, row + 1, decision == '-'};
	}
	settle(decisions, said, n);
	mem_free(said);
}

void
decisions_of_merges(struct decisions *decisions, const char *store)
{
	struct aliases merged;
	struct said *said;

	aliases_load(&merged, store);
	said = mem_new(merged.n, sizeof(*said));
	for (size_t i = 0; i < merged.n; i++) {
		said[i].pair = pair_of(merged.all[i].lead, merged.all[i].own);
		said[i].pair.same = true;
	}
	settle(decisions, said, merged.n);
	mem_free(said);
	aliases_fini(&merged);
}

void
decisions_load(struct decisions *decisions, const char *store)
{
	struct sheet sheet = {0};

	if (sheet_load_if(&sheet, store))
		decisions_read(decisions, &sheet);
	sheet_fini(&sheet);
}

/* What was decided of a pair of ids, or NULL. */
static const struct decision *
find_pair(const struct decisions *decisions, struct view a, struct view b)
{
	struct decision pair = pair_of(a, b);
	size_t at = place(decisions, &pair);

	return at < decisions->n && by_pair(&decisions->items[at], &pair) == 0
		? &decisions->items[at]
		: NULL;
}

bool
decisions_has(const struct decisions *decisions, struct view a, struct view b)
{
	return find_pair(decisions, a, b) != NULL;
}

bool
decisions_part(const struct decisions *decisions, struct view a, struct view b)
{
	const struct decision *decision = find_pair(decisions, a, b);

	return decision && !decision->same;
}

void
decisions_fini(struct decisions *decisions)
{
	mem_free(decisions->items);
	*decisions = (struct decisions){0};
}

/* Put a record of the store's file at the end of out. */
static void
write_record(const struct sheet *sheet, const struct columns *at, size_t row,
	struct str *out)
{
	static const char *const names[] = {"weight", "reasons"};

	str_put(out, sheet_get(sheet, row, at->a));
	str_byte(out, '\t');
	str_put(out, sheet_get(sheet, row, at->b));
	for (size_t i = 0; i < 2; i++) {
		int column = header_find(&sheet->header, view_of(names[i]));

		str_byte(out, '\t');
		str_put(out, sheet_get(sheet, row, column));
	}
	str_byte(out, '\t');
	str_put(out, sheet_get(sheet, row, at->decision));
	str_byte(out, '\n');
}

void
decisions_append(const char *store, struct view records)
{
	struct output file = {0};
	struct str out = {0};

	if (!file_load_if(store, &out) || !out.len)
		str_add(&out, DECISIONS_HEADER "\n");
	if (!view_ends(str_view(&out), records)) {
		str_put(&out, records);
		output_open(&file, store);
		output_write(&file, str_view(&out));
		output_close(&file);
	}
	str_fini(&out);
}

void
decisions_keep(const struct sheet *file, const char *store)
{
	struct str out = {0};
	struct columns at;

	find_columns(file, &at);
	for (size_t row = 0; row < file->n; row++)
		if (read_decision(file, &at, row))
			write_record(file, &at, row, &out);
	if (out.len)
		decisions_append(store, str_view(&out));
	str_fini(&out);
}
