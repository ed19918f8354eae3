#include "intake.h"

#include "intake_work.h"
#include "review.h"

#include "base/mem.h"
#include "base/pool.h"
#include "lead/suppress.h"

static void *
start(void *shared)
{
	const struct intake *in = shared;
	struct intake_worker *w = mem_apart(sizeof(*w));

	row_init(&w->row, in->context);
	return w;
}

static bool
take(void *shared, void *worker)
{
	struct intake *in = shared;

	return chunk_take(
		&in->chunks, &((struct intake_worker *)worker)->chunk);
}

static void
work(void *shared, void *worker)
{
	intake_work(shared, worker);
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
note_refusing(struct intake *in)
{
	in->refusing = mem_grow(in->refusing, &in->refusing_cap,
		in->refusing_n + 1, sizeof(*in->refusing));
	in->refusing[in->refusing_n++] = in->rows;
}

static void
account(struct intake *in, struct intake_worker *w)
{
	const struct dump *dump = w->chunk.dump;
	size_t links = 0;

	for (size_t i = 0; i < w->n; i++) {
		const struct intake_taken *t = &w->taken[i];
		uint64_t line = dump->next_line + t->line + 1;

		if (t->fate == FATE_NEW) {
			mark(in, in->lines.size + t->at);
			link_add(in->link, &w->links[links++]);
			if (in->rows >= in->known)
				ledger_accept(&in->ledger, dump->name, line,
					in->rows);
			if (t->refuses)
				note_refusing(in);
			in->rows++;
		} else {
			struct view why = t->fate == FATE_REJECTED
				? rejects_reason(&w->rejects, t->at)
				: t->entry->reason;

			if (in->known_dump == dump)
				die_at((struct place){dump->name, line, NULL},
					"%.*s", VIEW_ARGS(why));
			ledger_refuse(
				&in->ledger, dump->name, line, t->fate, why);
		}
	}
}

/* Add up what was odd, before the dump's lines go on behind the chunk. */
static void
note_odd(struct intake *in, const struct intake_worker *w)
{
	const struct dump *dump = w->chunk.dump;

	for (int i = 0; i < ODD_KINDS; i++) {
		struct row_odd first = w->row.first[i];

		if (!in->odd[i] && w->row.odd[i])
			in->first[i] = (struct place){dump->name,
				dump->next_line + first.line + 1,
				first.column < 0
					? NULL
					: header_name(&in->schema->out,
						  (size_t)first.column)};
		in->odd[i] += w->row.odd[i];
	}
}

static bool
give(void *shared, void *worker)
{
	struct intake *in = shared;
	struct intake_worker *w = worker;
	struct dump *dump = w->chunk.dump;

	if (!chunk_right(&w->chunk))
		intake_work(in, w);
	if (in->known_dump == dump)
		in->known = UINT32_MAX;
	else if (in->known == UINT32_MAX)
		in->known = in->rows;
	account(in, w);
	if (w->same)
		lines_refer(&in->lines,
			(struct lines_file){dump->text.fd, dump->name},
			w->chunk.start, w->same_n);
	else
		lines_write(&in->lines, w->out.data, w->out.len);
	note_odd(in, w);
	dump->rows += w->n;
	dump->mended += w->mended;
	dump->again += w->again;
	in->closed_known += w->closed_known;
	dump->not_utf8 += w->row.odd[ODD_NOT_UTF8];
	rejects_give(&in->rejects, &w->rejects, dump);
	closed_add(&in->closed, &w->closed);
	meter_add(&in->meter, (int64_t)(w->chunk.end - w->chunk.start),
		(int64_t)w->n);
	chunk_done(&w->chunk);
	return true;
}

static void
stop(void *shared, void *worker)
{
	struct intake_worker *w = worker;

	(void)shared;
	chunk_fini(&w->chunk);
	row_fini(&w->row);
	rejects_batch_fini(&w->rejects);
	closed_batch_fini(&w->closed);
	history_fini(&w->history);
	for (size_t i = 0; i < w->links_cap; i++)
		link_row_fini(&w->links[i]);
	mem_free(w->links);
	mem_free(w->taken);
	str_fini(&w->out);
	str_fini(&w->scratch);
	link_scratch_fini(&w->linking);
	mem_free(w);
}

static struct link *
make_link(struct intake *in)
{
	const struct header *out = &in->schema->out;
	struct view *names = mem_new(out->n, sizeof(*names));
	struct link_setup setup = {
		.mode = (enum link_mode)in->set->duplicates,
		.jobs = settings_jobs(in->set),
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
	lines_open(&in->lines);
	in->link = make_link(in);
	/* No row of leads that are known is refused. */
	rejects_open(
		&in->rejects, in->set->rejects, in->dumps + known, n - known);
	ledger_open(&in->ledger, in->set->trace);
	for (size_t i = 0; i < n; i++)
		total +=
			(int64_t)(in->dumps[i].text.end - in->dumps[i].data_at);
	meter_start(&in->meter, &in->set->common, total);
	settings_confine(in->set);
	pool_run(&job, in, settings_jobs(in->set));
	meter_end(&in->meter);
	if (in->known == UINT32_MAX)
		in->known = in->rows;
}

void
intake_fini(struct intake *in)
{
	lines_close(&in->lines);
	closed_fini(&in->closed);
	mem_free(in->refusing);
	link_free(in->link);
	ledger_fini(&in->ledger);
	mem_free(in->marks);
}
