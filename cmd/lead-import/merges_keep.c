#include "groups.h"
#include "merges.h"
#include "spool.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/store.h"
#include "record/field.h"

#include <stdlib.h>

struct keep {
	struct groups groups; /* for groups_first() only */
	struct merges merges;
	size_t loaded; /* parts that were there */
	uint64_t *had; /* owned: the leads' of these, in order */
	int *at;       /* owned: a part's columns among a row's, or -1 */
	struct spool spool;
	struct view *row;    /* owned: fields of the row in hand ... */
	struct view *fields; /* owned: ... and of the part made of it */
	struct str lead;     /* owned */
	struct link_scratch scratch;
	struct arena text; /* owned: of the row in hand */
};

static int
by_word(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

/* Has a lead parts already, so that its record is not one of them? */
static bool
had_parts(const struct keep *keep, uint64_t bits)
{
	return keep->loaded &&
		bsearch(&bits, keep->had, keep->loaded, sizeof(bits), by_word);
}

static void
begin(struct keep *keep, struct intake *in, const char *path)
{
	const struct header *out = &in->schema->out;

	*keep = (struct keep){.groups.in = in};
	merges_load(&keep->merges, path, out);
	keep->loaded = keep->merges.n;
	keep->had = mem_new(keep->loaded, sizeof(*keep->had));
	for (size_t p = 0; p < keep->loaded; p++)
		keep->had[p] = link_bits_of(keep->merges.parts[p].lead);
	if (keep->loaded)
		qsort(keep->had, keep->loaded, sizeof(*keep->had), by_word);
	keep->at = mem_new(keep->merges.header.n, sizeof(*keep->at));
	for (size_t i = 0; i < keep->merges.header.n; i++)
		keep->at[i] = header_find(
			out, view_of(header_name(&keep->merges.header, i)));
	keep->row = mem_new(out->n, sizeof(*keep->row));
	keep->fields = mem_new(keep->merges.header.n, sizeof(*keep->fields));
	spool_open(&keep->spool, in);
}

static void
end(struct keep *keep)
{
	spool_close(&keep->spool);
	merges_fini(&keep->merges);
	link_scratch_fini(&keep->scratch);
	str_fini(&keep->lead);
	arena_fini(&keep->text);
	mem_free(keep->had);
	mem_free(keep->at);
	mem_free(keep->row);
	mem_free(keep->fields);
}

/* Read a row's fields, plain, until the arena is emptied. */
static void
read_row(struct keep *keep, uint32_t row)
{
	struct view rest = spool_row(&keep->spool, row), field;
	struct str plain = {0};

	arena_fini(&keep->text);
	for (size_t i = 0; i < keep->groups.in->schema->out.n; i++) {
		view_cut(&rest, '\t', &field);
		str_clear(&plain);
		field = field_plain(field, &plain);
		keep->row[i] = (struct view){
			arena_text(&keep->text, field.at, field.len),
			field.len};
	}
	str_fini(&plain);
}

/* The id that the lead of a group was written with. */
static void
find_lead(struct keep *keep, uint32_t first)
{
	const struct intake *in = keep->groups.in;

	str_clear(&keep->lead);
	read_row(keep, first);
	if (first < in->known || !link_has_crowds(in->link) ||
		!link_id(in->link, keep->row, &keep->lead, &keep->scratch))
		str_put(&keep->lead, keep->row[0]);
}

/* The parts of a lead that went into another are parts of that. */
static void
hand_over(struct keep *keep, struct view from)
{
	for (size_t p = 0; p < keep->loaded; p++) {
		struct part *part = &keep->merges.parts[p];

		if (view_eq(part->lead, from))
			part->lead = (struct view){
				arena_text(&keep->merges.text, keep->lead.data,
					keep->lead.len),
				keep->lead.len};
	}
}

static void
keep_row(struct keep *keep, uint32_t row, uint32_t first)
{
	const struct intake *in = keep->groups.in;

	find_lead(keep, first);
	if (row != first)
		read_row(keep, row);
	if (row != first && row < in->known && !in->set->common.quiet)
		warn(_("%.*s is part of %s from now on; what the logs hold of "
		       "it stays under its old id"),
			VIEW_ARGS(keep->row[0]), str_text(&keep->lead));
	if (row < in->known && had_parts(keep, link_id_bits(in->link, row))) {
		if (row != first)
			hand_over(keep, keep->row[0]);
		return;
	}
	for (size_t i = 0; i < keep->merges.header.n; i++)
		keep->fields[i] = keep->at[i] < 0 ? (struct view){0}
						  : keep->row[keep->at[i]];
	merges_add(&keep->merges, str_view(&keep->lead), keep->fields);
}

/* Mark the first row of each group whose parts are to be kept. */
static uint8_t *
find_groups(const struct keep *keep)
{
	const struct intake *in = keep->groups.in;
	uint8_t *marked = mem_new(in->rows, sizeof(*marked));

	for (uint32_t row = 0; row < in->rows; row++) {
		uint32_t first = groups_first(&keep->groups, row);
		uint64_t bits = link_id_bits(in->link, first);

		if (first != row &&
			(link_id_bits(in->link, row) != bits ||
				had_parts(keep, bits)))
			marked[first] = 1;
	}
	return marked;
}

void
merges_keep(struct intake *in)
{
	char *path = store_path(&in->set->common, "merges.tsv");
	struct keep keep;
	uint8_t *marked;

	begin(&keep, in, path);
	marked = find_groups(&keep);
	for (uint32_t row = 0; row < in->rows; row++) {
		uint32_t first = groups_first(&keep.groups, row);

		if (marked[first])
			keep_row(&keep, row, first);
	}
	merges_settle(&keep.merges);
	merges_save(&keep.merges, path);
	mem_free(marked);
	end(&keep);
	mem_free(path);
}
