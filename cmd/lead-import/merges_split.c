#include "merges.h"

#include "link/decided.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/store.h"
#include "record/field.h"
#include "record/sheet.h"

#include <stdlib.h>

#define ALL UINT32_MAX /* lots */

/* A lead as it is to be: one of those that the parts of a lead become. */
struct piece {
	struct view id;
	struct view *fields; /* in the columns of parts */
	struct view *before; /* the merger of all parts; NULL: a new lead */
	bool written;
};

struct split {
	struct merges merges;
	struct merge *plan;
	struct merging merging;
	struct decisions decisions; /* that two are two leads */
	struct piece *pieces;	    /* owned */
	size_t n, cap;
	unsigned *lot; /* owned: of a lead's parts, which piece they go to */
	struct decided apart; /* the ids that must stay apart from another */
};

#define SEEN 1 /* decided_row() of these */

static bool
is_apart(const struct split *split, const struct part *part)
{
	return decided_row(&split->apart, hash_digest(part->fields[0])) == SEEN;
}

/* Those of some decisions that say that two are two leads. */
static void
find_apart(const struct decisions *decisions, struct decisions *apart)
{
	apart->items = mem_new(decisions->n, sizeof(*apart->items));
	for (size_t i = 0; i < decisions->n; i++)
		if (!decisions->items[i].same)
			apart->items[apart->n++] = decisions->items[i];
}

/* Note which parts decisions keep apart: most have nothing to clash with. */
static void
see_parts(struct split *split)
{
	decided_open(&split->apart, &split->decisions);
	for (size_t p = 0; p < split->merges.n; p++)
		decided_see(&split->apart,
			hash_digest(split->merges.parts[p].fields[0]), SEEN);
}

/* Must a part stay apart from any before it of a lot? */
static bool
clashes(const struct split *split, const struct part *parts, size_t part,
	unsigned lot)
{
	for (size_t i = 0; i < part; i++)
		if (split->lot[i] == lot && is_apart(split, &parts[i]) &&
			decisions_part(&split->decisions, parts[i].fields[0],
				parts[part].fields[0]))
			return true;
	return false;
}

/* Share a lead's parts out among lots; how many these are. */
static unsigned
share_out(struct split *split, const struct part *parts, size_t n)
{
	unsigned lots = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned lot = 0;

		while (is_apart(split, &parts[i]) &&
			clashes(split, parts, i, lot))
			lot++;
		split->lot[i] = lot;
		if (lot == lots)
			lots++;
	}
	return lots;
}

/* The merger of the parts of a lot, or of all; *count: how many. */
static struct view *
merger(struct split *split, const struct part *parts, size_t n, unsigned lot,
	size_t *count)
{
	size_t size = split->merges.header.n * sizeof(struct view);
	struct view *into = NULL;

	*count = 0;
	for (size_t i = 0; i < n; i++) {
		if (lot != ALL && split->lot[i] != lot)
			continue;
		if ((*count)++) {
			merging_add(&split->merging, parts[i].fields);
			continue;
		}
		into = arena_new(&split->merges.text, size);
		memcpy(into, parts[i].fields, size);
		merging_start(&split->merging, split->plan, into,
			&split->merges.text);
	}
	if (into)
		merging_end(&split->merging);
	return into;
}

/* A lot becomes a lead, the first that of the old id; one part is no more. */
static void
add_piece(struct split *split, struct part *parts, size_t n, unsigned lot)
{
	struct piece *piece;
	struct view id = parts[0].lead;
	size_t count;

	split->pieces = mem_grow(split->pieces, &split->cap, split->n + 1,
		sizeof(*split->pieces));
	piece = &split->pieces[split->n++];
	*piece = (struct piece){0};
	if (!lot)
		piece->before = merger(split, parts, n, ALL, &count);
	piece->fields = merger(split, parts, n, lot, &count);
	if (lot)
		id = piece->fields[0];
	piece->fields[0] = piece->id = id;
	for (size_t i = 0; i < n; i++)
		if (split->lot[i] == lot)
			parts[i].lead = count > 1 ? id : VIEW("");
}

static void
split_lead(struct split *split, struct part *parts, size_t n, bool quiet)
{
	struct view lead = parts[0].lead;
	unsigned lots = share_out(split, parts, n);

	for (unsigned lot = 0; lots > 1 && lot < lots; lot++) {
		add_piece(split, parts, n, lot);
		if (lot && !quiet)
			warn(_("%.*s: %.*s is a lead of its own again"),
				VIEW_ARGS(lead),
				VIEW_ARGS(split->pieces[split->n - 1].id));
	}
}

static int
by_id(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	return view_order(x->id, y->id);
}

/* What a lead's field is to be, plain: what somebody else changed stays. */
static struct view
new_field(struct split *split, const struct piece *piece, struct view name,
	struct view now)
{
	int at = header_find(&split->merges.header, name);

	if (at < 0)
		return now;
	if (piece->before && !view_eq(now, piece->before[at]))
		return merge_anew(split->plan, (size_t)at, now,
			piece->before[at], piece->fields[at],
			&split->merges.text);
	return piece->fields[at];
}

/* Write a lead: row of the sheet, or a new one when there is none. */
static void
write_lead(struct split *split, const struct piece *piece,
	const struct sheet *sheet, size_t row, struct str *out)
{
	struct str plain = {0};

	for (size_t i = 0; i < sheet->header.n; i++) {
		struct view now = {0};

		if (i)
			str_byte(out, '\t');
		if (row < sheet->n)
			now = sheet_get(sheet, row, (int)i);
		if (!piece) {
			str_put(out, now);
			continue;
		}
		str_clear(&plain);
		field_write(new_field(split, piece,
				    view_of(header_name(&sheet->header, i)),
				    field_plain(now, &plain)),
			out);
	}
	str_byte(out, '\n');
	str_fini(&plain);
}

static void
write_leads(struct split *split, const char *path)
{
	struct sheet sheet = {0};
	struct output file = {0};
	struct str out = {0};
	int id;

	sheet_load(&sheet, path);
	id = sheet_need(&sheet, "lead_id");
	qsort(split->pieces, split->n, sizeof(*split->pieces), by_id);
	header_write(&sheet.header, &out);
	for (size_t row = 0; row < sheet.n; row++) {
		struct piece key = {.id = sheet_get(&sheet, row, id)};
		struct piece *piece = bsearch(&key, split->pieces, split->n,
			sizeof(*split->pieces), by_id);

		/* A new one that is there: the last time was cut short. */
		if (piece)
			piece->written = true;
		write_lead(split, piece && piece->before ? piece : NULL, &sheet,
			row, &out);
	}
	for (size_t i = 0; i < split->n; i++)
		if (!split->pieces[i].written && !split->pieces[i].before)
			write_lead(split, &split->pieces[i], &sheet, sheet.n,
				&out);
	output_open(&file, path);
	output_write(&file, str_view(&out));
	output_close(&file);
	str_fini(&out);
	sheet_fini(&sheet);
}

/* Leave out the parts that are leads of their own again. */
static void
drop_parts(struct merges *merges)
{
	size_t out = 0;

	for (size_t p = 0; p < merges->n; p++)
		if (merges->parts[p].lead.len)
			merges->parts[out++] = merges->parts[p];
	merges->n = out;
	merges_settle(merges);
}

static void
split_all(struct split *split, const struct settings *set)
{
	char *path = store_path(&set->common, "merges.tsv");
	struct headers *headers = headers_load(set->map);
	size_t end;

	merges_load(&split->merges, path, NULL, headers);
	merges_settle(&split->merges);
	see_parts(split);
	split->plan = merge_new(&split->merges.header, headers);
	split->lot = mem_new(split->merges.n, sizeof(*split->lot));
	for (size_t from = 0; from < split->merges.n; from = end) {
		end = merges_end(&split->merges, from);
		split_lead(split, split->merges.parts + from, end - from,
			set->common.quiet);
	}
	if (split->n) {
		write_leads(split, set->update);
		drop_parts(&split->merges);
		merges_save(&split->merges, path);
	}
	mem_free(split->lot);
	mem_free(split->pieces);
	merging_fini(&split->merging);
	merge_free(split->plan);
	decided_fini(&split->apart);
	merges_fini(&split->merges);
	headers_free(headers);
	mem_free(path);
}

void
merges_split(const struct settings *set, const struct sheet *told)
{
	char *pairs = store_path(&set->common, "pairs.tsv");
	struct decisions decisions = {0};
	struct split split = {0};

	decisions_load(&decisions, pairs);
	if (told)
		decisions_read(&decisions, told);
	find_apart(&decisions, &split.decisions);
	if (split.decisions.n)
		split_all(&split, set);
	decisions_fini(&split.decisions);
	decisions_fini(&decisions);
	mem_free(pairs);
}
