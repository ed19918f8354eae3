#include "intake_work.h"

#include "foot.h"
#include "link/link_id.h"
#include "listed.h"
#include "row_refusal.h"

#include "base/lang.h"
#include "base/mem.h"

static struct intake_taken *
add_taken(struct intake_worker *w, enum fate fate)
{
	struct intake_taken *t;

	w->taken = mem_grow(w->taken, &w->cap, w->n + 1, sizeof(*w->taken));
	t = &w->taken[w->n++];
	*t = (struct intake_taken){.fate = fate,
		.line = (uint32_t)w->chunk.csv.line,
		.at = w->same ? w->same_n : w->out.len};
	return t;
}

static void
reject(struct intake_worker *w, struct view reason)
{
	add_taken(w, FATE_REJECTED)->at = w->rejects.n;
	rejects_add(&w->rejects, &w->chunk.csv, reason);
}

static struct link_row *
next_link(struct intake_worker *w)
{
	if (w->links_n == w->links_cap) {
		size_t had = w->links_cap;

		w->links = mem_grow(
			w->links, &w->links_cap, had + 1, sizeof(*w->links));
		memset(w->links + had, 0,
			(w->links_cap - had) * sizeof(*w->links));
	}
	return &w->links[w->links_n++];
}

/*
 * Give the row an id, unless it has one, and its keys to link.  False when
 * nothing identifies it.
 */
static bool
identify(const struct intake *in, struct intake_worker *w)
{
	const struct schema_columns *at = &in->schema->at;
	struct view *id = &w->row.out[at->lead_id];
	struct link_row *link = next_link(w);
	size_t before = w->row.text.len;
	size_t start = before;

	w->linking.phone_type = w->row.phone_type;
	if (!link_read(in->link, w->row.out, *id, link, &w->linking)) {
		w->links_n--;
		return false;
	}
	if (!id->len) {
		link_id_of(&in->link_at, w->row.out, link->keys[0],
			&w->row.text, &w->linking);
		*id = str_tail(&w->row.text, start);
	}
	/* What was merged before has the keys of rows that are not here. */
	start = w->row.text.len;
	if (at->partition_key >= 0 && !w->row.out[at->partition_key].len) {
		link_partition(link->keys, link->keys_n, &w->row.text);
		w->row.out[at->partition_key] = str_tail(&w->row.text, start);
	}
	start = w->row.text.len;
	if (at->match_keys >= 0 && !w->row.out[at->match_keys].len) {
		link_more_write(link->keys, link->keys_n, &w->row.text);
		w->row.out[at->match_keys] = str_tail(&w->row.text, start);
	}
	w->row.same &= w->row.text.len == before;
	return true;
}

/* A line equal to the header, as of files put one behind the other. */
static bool
is_header_again(const struct csv *csv, const struct csv_layout *layout)
{
	if (!layout->header_line || csv->n < 2)
		return false;
	for (size_t i = 0; i < csv->n; i++)
		if (!view_eq(view_trim(csv->fields[i]), layout->names[i]))
			return false;
	return true;
}

/*
 * Does the row in hand stand in the dump as it is to be written, and next to
 * those before it?
 */
static bool
is_same(const struct intake_worker *w)
{
	const struct csv *csv = &w->chunk.csv;
	const struct view *last = &csv->fields[csv->n - 1];

	return w->same && w->row.same && csv->n == w->row.n &&
		chunk_offset(&w->chunk, csv->start) == w->same_n &&
		last->at + last->len + 1 == csv->data + csv->end;
}

/* A row is not the same: from now on they are written out. */
static void
write_out(struct intake_worker *w)
{
	str_reserve(&w->out, w->same_n);
	chunk_copy(&w->chunk, w->same_n, w->out.data);
	w->out.len = w->same_n;
	w->same = false;
}

/* False, and nothing is written, if escapes make it longer than allowed. */
static bool
write_row(struct intake_worker *w)
{
	const struct csv *csv = &w->chunk.csv;
	size_t start;

	if (is_same(w)) {
		w->same_n = chunk_offset(&w->chunk, csv->end);
		return true;
	}
	if (w->same)
		write_out(w);
	start = w->out.len;
	row_write(&w->row, csv->plain, &w->out);
	if (w->out.len - start <= csv->max_record)
		return true;
	w->out.len = start;
	return false;
}

/* "Total" may stand where a name does, or an id. */
static bool
may_be_foot(const struct link_row *row)
{
	return row->keys[0].kind == LINK_NAME ||
		row->keys[0].kind == LINK_SOURCE_ID;
}

/* What is not plain enough to be obeyed is for somebody to read. */
static void
note_near(const struct intake *in, struct intake_worker *w)
{
	int column = row_may_refuse(in->schema, w->row.out, &w->scratch);

	if (column >= 0)
		row_note_odd(&w->row, ODD_REFUSAL, column);
}

static void
work_row(const struct intake *in, struct intake_worker *w)
{
	const struct csv *csv = &w->chunk.csv;
	const struct dump_plan *plan =
		&in->schema->plans[w->chunk.dump - in->dumps];
	const struct suppress_entry *entry;
	bool refuses;

	if (csv->n == 1 && !csv->fields[0].len)
		return; /* a blank line */
	if (is_header_again(csv, &w->chunk.dump->layout)) {
		w->again++;
		return;
	}
	if (dump_has_tail(w->chunk.dump, csv)) {
		reject(w, view_of(_("has text behind the last column")));
		return;
	}
	w->row.line = csv->line;
	w->row.csv = csv;
	row_make(&w->row, in->context, plan, csv,
		csv->tidy || plan->ours || chunk_is_clean(&w->chunk));
	w->mended += csv->mended;
	if (!identify(in, w)) {
		reject(w,
			view_of(_("nothing identifies it: no e-mail address"
				  " or telephone number that can be read, and"
				  " no name with company, postcode or"
				  " website, nor a company with city")));
		return;
	}
	if (!plan->ours && may_be_foot(&w->links[w->links_n - 1]) &&
		foot_is(csv, plan)) {
		w->links_n--;
		reject(w,
			view_of(_("is a sum or the foot of a page, no lead")));
		return;
	}
	w->stopped = false;
	entry = listed_look(in, w, plan);
	w->closed_known += plan->known && w->stopped;
	refuses = closed_note(&w->closed, in->schema, w->row.out, plan, csv);
	if (entry) {
		w->links_n--;
		add_taken(w, FATE_SUPPRESSED)->entry = entry;
		return;
	}
	add_taken(w, FATE_NEW)->refuses = refuses;
	if (!write_row(w)) {
		w->n--;
		w->links_n--;
		reject(w,
			view_of(_("is longer than --max-record when it is"
				  " written with escapes")));
		return;
	}
	if (!plan->known)
		note_near(in, w);
}

void
intake_work(const struct intake *in, struct intake_worker *w)
{
	enum csv_got got;

	w->out.len = 0;
	w->same = true;
	w->same_n = 0;
	w->n = w->links_n = w->closed.n = 0;
	w->mended = w->again = w->closed_known = 0;
	rejects_batch_begin(
		&w->rejects, &in->schema->plans[w->chunk.dump - in->dumps]);
	memset(w->row.odd, 0, sizeof(w->row.odd));
	chunk_begin(&w->chunk);
	while ((got = chunk_next(&w->chunk)) != CSV_END) {
		if (got == CSV_DAMAGED) {
			add_taken(w, FATE_REJECTED)->at = w->rejects.n;
			rejects_damaged(&w->rejects, &w->chunk.csv);
			continue;
		}
		work_row(in, w);
	}
}
