#include "asis.h"

#include "chunk.h"
#include "rejects.h"
#include "text_mend.h"

#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "record/canon.h"
#include "record/field.h"

struct asis {
	const struct settings *set;
	struct chunks chunks;
	struct rejects rejects;
	struct output out;
};

struct worker {
	struct chunk chunk;
	struct str out, text, plain; /* owned */
	struct rejects_batch faults;
	bool second; /* behind a second header */
	bool second_at_start;
	size_t rows, mended, not_utf8;
};

static void *
start(void *shared)
{
	(void)shared;
	return mem_apart(sizeof(struct worker));
}

static bool
take(void *shared, void *worker)
{
	struct asis *asis = shared;

	return chunk_take(&asis->chunks, &((struct worker *)worker)->chunk);
}

/* Does what may be a name start otherwise?  Most rows are told so. */
static inline bool
starts_otherwise(struct view field, struct view name)
{
	return field.len && name.len && field.at[0] > ' ' &&
		field.at[0] != name.at[0];
}

/* Another header, of this table or one that is a little wider or narrower. */
static bool
is_header(const struct csv *csv, const struct csv_layout *layout)
{
	size_t n = csv->n < layout->named ? csv->n : layout->named;

	if (!layout->header_line || n < 2 || n * 2 < layout->named ||
		starts_otherwise(csv->fields[0], layout->names[0]))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!view_eq(view_trim(csv->fields[i]), layout->names[i]))
			return false;
	return true;
}

/* Put a row that is not tidy at the end, mended or not. */
static void
put_row(struct worker *w, const struct csv *csv, struct str *out)
{
	size_t n = w->chunk.dump->columns;

	if (csv->plain) {
		fields_write_plain(csv->fields, n, out);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		struct view field = csv->fields[i];

		w->plain.len = 0;
		if (csv->dialect.escapes)
			field = canon_plain(field, &w->plain);
		if (i)
			str_byte(out, '\t');
		field_write(field, out);
	}
	str_byte(out, '\n');
}

static void
write_row(struct worker *w, const struct csv *csv)
{
	if (csv->tidy) {
		fields_write_plain(
			csv->fields, w->chunk.dump->columns, &w->out);
	} else if (chunk_is_clean(&w->chunk)) {
		put_row(w, csv, &w->out);
	} else {
		/* Mended all at once: TABs part what is not UTF-8, too. */
		w->text.len = 0;
		put_row(w, csv, &w->text);
		w->not_utf8 += text_mend(str_view(&w->text), &w->out);
	}
}

static void
work(void *shared, void *worker)
{
	struct worker *w = worker;
	const struct csv *csv = &w->chunk.csv;
	enum csv_got got;

	(void)shared;
	w->out.len = 0;
	w->second = w->second_at_start;
	rejects_batch_begin(&w->faults, NULL);
	w->rows = w->mended = w->not_utf8 = 0;
	chunk_begin(&w->chunk);
	while ((got = chunk_next(&w->chunk)) != CSV_END) {
		if (csv->fault != CSV_OPEN && csv->fault != CSV_ODD &&
			is_header(csv, &w->chunk.dump->layout))
			w->second = true;
		if (got == CSV_DAMAGED)
			rejects_damaged(&w->faults, csv);
		else if (w->second)
			rejects_add(&w->faults, csv,
				view_of(_("is behind a second header")));
		else if (csv->n > w->chunk.dump->columns &&
			dump_has_tail(w->chunk.dump, csv))
			rejects_add(&w->faults, csv,
				view_of(_("has text behind the last column")));
		else
			write_row(w, csv);
		w->rows++;
		w->mended += csv->mended;
	}
}

static bool
give(void *shared, void *worker)
{
	struct asis *asis = shared;
	struct worker *w = worker;
	struct dump *dump = w->chunk.dump;

	if (!chunk_right(&w->chunk) || w->second_at_start != dump->second) {
		w->second_at_start = dump->second;
		work(shared, worker);
	}
	dump->second = w->second;
	output_write(&asis->out, str_view(&w->out));
	dump->rows += w->rows;
	dump->mended += w->mended;
	dump->not_utf8 += w->not_utf8;
	rejects_give(&asis->rejects, &w->faults, dump);
	chunk_done(&w->chunk);
	return true;
}

static void
stop(void *shared, void *worker)
{
	struct worker *w = worker;

	(void)shared;
	chunk_fini(&w->chunk);
	rejects_batch_fini(&w->faults);
	str_fini(&w->out);
	str_fini(&w->text);
	str_fini(&w->plain);
	mem_free(w);
}

static void
write_header(struct asis *asis, const struct dump *dumps, size_t n)
{
	struct str line = {0};

	for (size_t i = 1; i < n; i++)
		if (dumps[i].columns != dumps[0].columns)
			die(_("%s: has other columns than %s"), dumps[i].name,
				dumps[0].name);
	fields_write(dumps[0].names, dumps[0].columns, &line);
	if (dumps[0].columns)
		str_byte(&line, '\n');
	if (!asis->set->common.no_header)
		output_write(&asis->out, str_view(&line));
	str_fini(&line);
}

enum status
asis_run(const struct settings *set, struct dump *dumps, size_t dumps_n)
{
	static const struct pool_job job = {start, take, work, give, stop};
	struct asis asis = {.set = set,
		.chunks = {.dumps = dumps,
			.n = dumps_n,
			.max_record = set->common.max_record}};
	unsigned jobs = settings_jobs(set);
	bool left_out;

	for (size_t i = 0; i < dumps_n && !set->common.quiet; i++)
		dump_say(&dumps[i]);
	output_open(&asis.out, set->common.output);
	rejects_open(&asis.rejects, set->rejects, dumps, dumps_n);
	write_header(&asis, dumps, dumps_n);
	pool_run(&job, &asis, jobs);
	for (size_t i = 0; i < dumps_n && !set->common.quiet; i++)
		dump_say_end(&dumps[i]);
	left_out = rejects_close(&asis.rejects);
	output_close(&asis.out);
	return left_out ? STATUS_PART : STATUS_DONE;
}
