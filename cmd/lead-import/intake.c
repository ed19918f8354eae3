#include "intake.h"

#include "review.h"

#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "lead/company.h"
#include "lead/suppress.h"

#include <unistd.h>

/* What became of a row of a chunk, until it is the chunk's turn. */
struct taken {
	enum fate fate; /* FATE_NEW: accepted */
	uint32_t line;	/* line ends before it, from the chunk's start */
	size_t at; /* accepted: where it starts in out; else see account() */
};

struct worker {
	struct chunk chunk;
	struct row row;
	struct str out, scratch; /* owned */
	struct rejects_batch rejects;
	struct taken *taken; /* owned */
	size_t n, cap;
	struct link_row *links; /* owned: of the accepted rows */
	size_t links_n, links_cap;
	uint64_t mended, again;
};

unsigned
intake_jobs(const struct settings *set)
{
	return set->common.jobs ? (unsigned)set->common.jobs : pool_cores();
}

static void *
start(void *shared)
{
	const struct intake *in = shared;
	struct worker *w = mem_new(1, sizeof(*w));

	row_init(&w->row, in->context);
	return w;
}

static bool
take(void *shared, void *worker)
{
	struct intake *in = shared;

	return chunk_take(&in->chunks, &((struct worker *)worker)->chunk);
}

static struct taken *
add_taken(struct worker *w, enum fate fate)
{
	struct taken *t;

	w->taken = mem_grow(w->taken, &w->cap, w->n + 1, sizeof(*w->taken));
	t = &w->taken[w->n++];
	*t = (struct taken){fate, (uint32_t)w->chunk.csv.line, w->out.len};
	return t;
}

static void
reject(struct worker *w, struct view reason)
{
	add_taken(w, FATE_REJECTED)->at = w->rejects.n;
	rejects_add(&w->rejects, &w->chunk.csv, reason);
}

/* The column of the output, or nothing when it has none. */
static struct view
value_at(const struct worker *w, int column)
{
	return column < 0 ? (struct view){0} : w->row.out[column];
}

/* The entry that forbids to contact the row's lead, or NULL. */
static const struct suppress_entry *
find_suppressed(const struct intake *in, struct worker *w)
{
	const struct schema_columns *at = &in->schema->at;
	struct suppress_query query = {
		.lead_id = value_at(w, at->lead_id),
		.email = value_at(w, at->email),
		.phone = value_at(w, at->phone),
		.mobile = value_at(w, at->mobile),
		.domain = value_at(w, at->domain),
	};

	if (!in->suppress->n)
		return NULL;
	str_clear(&w->scratch);
	company_key(value_at(w, at->company), &w->scratch);
	query.company = str_view(&w->scratch);
	return suppress_find(in->suppress, &query);
}

static struct link_row *
next_link(struct worker *w)
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
identify(const struct intake *in, struct worker *w)
{
	const struct schema_columns *at = &in->schema->at;
	struct view *id = &w->row.out[at->lead_id];
	struct link_row *link = next_link(w);
	size_t start = w->row.text.len;

	if (!link_read(in->link, w->row.out, *id, link)) {
		w->links_n--;
		return false;
	}
	if (!id->len) {
		link_id_of(&in->link_at, w->row.out, link->keys[0],
			&w->row.text, &link->scratch);
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

static void
work_row(const struct intake *in, struct worker *w)
{
	const struct csv *csv = &w->chunk.csv;
	const struct dump_plan *plan =
		&in->schema->plans[w->chunk.dump - in->dumps];
	const struct suppress_entry *entry;

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
	row_make(&w->row, in->context, plan, csv,
		csv->tidy || chunk_is_clean(&w->chunk));
	w->mended += csv->mended;
	if (!identify(in, w)) {
		reject(w,
			view_of(_("nothing identifies it: no e-mail address,"
				  " telephone number, or name with company"
				  " or postcode")));
		return;
	}
	entry = plan->known ? NULL : find_suppressed(in, w);
	if (entry) {
		w->links_n--;
		add_taken(w, FATE_SUPPRESSED)->at =
			(size_t)(entry - in->suppress->entries);
		return;
	}
	add_taken(w, FATE_NEW);
	row_write(&w->row, csv->plain, &w->out);
}

static void
work(void *shared, void *worker)
{
	const struct intake *in = shared;
	struct worker *w = worker;
	enum csv_got got;

	w->out.len = 0;
	w->n = w->links_n = 0;
	w->mended = w->again = 0;
	w->rejects.n = 0;
	w->rejects.text.len = 0;
	memset(w->row.odd, 0, sizeof(w->row.odd));
	chunk_begin(&w->chunk);
	while ((got = chunk_next(&w->chunk)) != CSV_END) {
		if (got == CSV_DAMAGED) {
			struct str reason = {0};

			csv_complain(&w->chunk.csv, &reason);
			reject(w, str_view(&reason));
			str_fini(&reason);
			continue;
		}
		work_row(in, w);
	}
}

static void
mark(struct intake *in, uint64_t offset)
{
	size_t i = in->rows / INTAKE_MARK;

	if (in->rows % INTAKE_MARK)
		return;
	in->marks =
		mem_grow(in->marks, &in->marks_cap, i + 1, sizeof(*in->marks));
	in->marks[i] = offset;
}

static void
account(struct intake *in, struct worker *w)
{
	const struct dump *dump = w->chunk.dump;
	size_t links = 0;

	for (size_t i = 0; i < w->n; i++) {
		const struct taken *t = &w->taken[i];
		uint64_t line = dump->next_line + t->line + 1;

		if (t->fate == FATE_NEW) {
			mark(in, in->size + t->at);
			link_add(in->link, &w->links[links++]);
			if (in->rows >= in->known)
				ledger_accept(&in->ledger, dump->name, line,
					in->rows);
			in->rows++;
		} else {
			struct view why = t->fate == FATE_REJECTED
				? rejects_reason(&w->rejects, t->at)
				: in->suppress->entries[t->at].reason;

			if (in->known_dump == dump)
				die_at((struct place){dump->name, line, NULL},
					"%.*s", VIEW_ARGS(why));
			ledger_refuse(
				&in->ledger, dump->name, line, t->fate, why);
		}
	}
}

static bool
give(void *shared, void *worker)
{
	struct intake *in = shared;
	struct worker *w = worker;
	struct dump *dump = w->chunk.dump;

	if (!chunk_right(&w->chunk))
		work(shared, worker);
	if (in->known_dump == dump)
		in->known = UINT32_MAX;
	else if (in->known == UINT32_MAX)
		in->known = in->rows;
	account(in, w);
	if (!file_write_all(in->spool, w->out.data, w->out.len))
		die_errno(_("cannot write a temporary file"));
	in->size += w->out.len;
	for (int i = 0; i < ODD_KINDS; i++)
		in->tally.odd[i] += w->row.odd[i];
	dump->rows += w->n;
	dump->mended += w->mended;
	dump->again += w->again;
	dump->not_utf8 += w->row.odd[ODD_NOT_UTF8];
	rejects_give(&in->rejects, &w->rejects, dump);
	meter_add(&in->meter, (int64_t)(w->chunk.end - w->chunk.start),
		(int64_t)w->n);
	chunk_done(&w->chunk);
	return true;
}

static void
stop(void *shared, void *worker)
{
	struct worker *w = worker;

	(void)shared;
	chunk_fini(&w->chunk);
	row_fini(&w->row);
	rejects_batch_fini(&w->rejects);
	for (size_t i = 0; i < w->links_cap; i++)
		link_row_fini(&w->links[i]);
	mem_free(w->links);
	mem_free(w->taken);
	str_fini(&w->out);
	str_fini(&w->scratch);
	mem_free(w);
}

static struct link *
make_link(struct intake *in)
{
	const struct header *out = &in->schema->out;
	struct view *names = mem_new(out->n, sizeof(*names));
	struct link_setup setup = {
		.mode = (enum link_mode)in->set->duplicates,
		.jobs = intake_jobs(in->set),
		.match_on = in->set->match_on,
		.update = in->known_dump != NULL,
		.ids = in->set->store,
	};
	struct link *link;

	if (in->decisions->n)
		setup.decisions = in->decisions;
	setup.threshold = review_threshold(in->set);
	for (size_t i = 0; i < out->n; i++)
		names[i] = view_of(header_name(out, i));
	link = link_new(&setup, names, out->n);
	link_columns_find(&in->link_at, names, out->n);
	mem_free(names);
	return link;
}

void
intake_run(struct intake *in, size_t n, bool known)
{
	static const struct pool_job job = {start, take, work, give, stop};
	int64_t total = 0;

	in->chunks = (struct chunks){.dumps = in->dumps,
		.n = n,
		.max_record = in->set->common.max_record};
	in->known_dump = known ? in->dumps : NULL;
	in->spool = file_spool();
	in->link = make_link(in);
	rejects_open(&in->rejects, in->set->rejects, in->dumps, n);
	ledger_open(&in->ledger, in->set->trace);
	for (size_t i = 0; i < n; i++)
		total +=
			(int64_t)(in->dumps[i].text.end - in->dumps[i].data_at);
	meter_start(&in->meter, &in->set->common, total);
	settings_confine(in->set);
	pool_run(&job, in, intake_jobs(in->set));
	meter_end(&in->meter);
	if (in->known == UINT32_MAX)
		in->known = in->rows;
}

void
intake_fini(struct intake *in)
{
	close(in->spool);
	link_free(in->link);
	ledger_fini(&in->ledger);
	mem_free(in->marks);
}
