#include "merges.h"
#include "settle.h"

#include "base/mem.h"
#include "lead/store.h"

#include <stdlib.h>

struct keep {
	struct groups groups;	/* but for the members */
	struct settler settler; /* reads rows back */
	struct merges merges;
	size_t loaded;	     /* parts that were there */
	uint64_t *had;	     /* owned: the leads' of these, in order */
	int *at;	     /* owned: a part's columns among a row's, or -1 */
	struct view *fields; /* owned: of the part in hand */
	struct str lead;     /* owned: the id of the lead in hand */
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

	*keep = (struct keep){
		.groups = {.in = in, .crowded = link_has_crowds(in->link)}};
	settler_init(&keep->settler, &keep->groups);
	merges_load(&keep->merges, path, out, in->schema->headers);
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
	keep->fields = mem_new(keep->merges.header.n, sizeof(*keep->fields));
}

static void
end(struct keep *keep)
{
	settler_fini(&keep->settler);
	merges_fini(&keep->merges);
	str_fini(&keep->lead);
	mem_free(keep->had);
	mem_free(keep->at);
	mem_free(keep->fields);
}

/* Read a row's fields, and the id of the lead that first begins. */
static const struct view *
read_row(struct keep *keep, uint32_t row, uint32_t first)
{
	struct settler *s = &keep->settler;
	struct view line, id;

	arena_fini(&s->arena);
	str_clear(&keep->lead);
	str_put(&keep->lead, settle_id(s, first, spool_row(&s->spool, first)));
	line = spool_row(&s->spool, row);
	settle_read(s, line, s->into);
	id = settle_id(s, row, line);
	s->into[0] =
		(struct view){arena_text(&s->arena, id.at, id.len), id.len};
	return s->into;
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
	const struct view *fields = read_row(keep, row, first);

	if (row < in->known && had_parts(keep, link_id_bits(in->link, row))) {
		if (row != first)
			hand_over(keep, fields[0]);
		return;
	}
	for (size_t i = 0; i < keep->merges.header.n; i++)
		keep->fields[i] = keep->at[i] < 0 ? (struct view){0}
						  : fields[keep->at[i]];
	merges_add(&keep->merges, str_view(&keep->lead), keep->fields);
}

/* Mark the first row of each group whose parts are to be kept. */
static uint8_t *
find_groups(const struct keep *keep)
{
	const struct intake *in = keep->groups.in;
	uint8_t *marked = mem_new(in->rows, sizeof(*marked));

	for (uint32_t row = 0; row < in->rows; row++) {
		uint32_t first = link_first(in->link, row);
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
		uint32_t first = link_first(in->link, row);

		if (marked[first])
			keep_row(&keep, row, first);
	}
	merges_settle(&keep.merges);
	merges_save(&keep.merges, path);
	mem_free(marked);
	end(&keep);
	mem_free(path);
}
