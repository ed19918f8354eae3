#include "record/flow.h"

#include "base/confine.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/meter.h"
#include "base/pool.h"
#include "record/page.h"

/* Below this a second thread costs more than it gives. */
#define WORTH_THREADS (INT64_C(8) << 20)

/* What all threads of a run share. */
struct run {
	struct flow *flow;
	const struct flow_job *job;
	void *program;
	struct output output;
	struct meter meter;
	/* Only for the one whose turn it is to give: */
	const struct source *source;
	uint64_t line; /* of the next block's first record, from 1 */
	uint64_t said; /* messages */
	enum status status;
};

/* One thread, and the block it has. */
struct worker {
	void *state; /* the program's */
	struct block block;
	struct page page; /* of the block */
	struct str out, filled;
	struct view *own;
	struct notes notes;
};

void
flow_open(struct flow *flow, char **operands, const struct common *common)
{
	*flow = (struct flow){.common = common};
	sources_open(&flow->in, operands, common);
	for (size_t i = 0; i < flow->in.header.n; i++) {
		struct view name = view_of(header_name(&flow->in.header, i));

		header_add(&flow->header, name);
		header_add(&flow->out, name);
	}
}

size_t
flow_own(struct flow *flow, const char *name)
{
	int at = header_add(&flow->out, view_of(name));

	for (size_t i = 0; i < flow->own_n; i++)
		if (flow->own_at[i] == at)
			return i;
	flow->own_at = mem_grow(flow->own_at, &flow->own_cap, flow->own_n + 1,
		sizeof(*flow->own_at));
	flow->own_at[flow->own_n] = at;
	return flow->own_n++;
}

void
flow_close(struct flow *flow)
{
	for (size_t i = 0; flow->plans && i < flow->in.n; i++)
		plan_fini(&flow->plans[i]);
	mem_free(flow->plans);
	mem_free(flow->own_at);
	header_fini(&flow->header);
	header_fini(&flow->out);
	sources_close(&flow->in);
}

void
record_say(const struct record *record, enum status status, const char *column,
	const char *format, ...)
{
	va_list args;

	va_start(args, format);
	notes_add(record->notes,
		(struct note){.status = status,
			.line = record->line,
			.column = column},
		format, args);
	va_end(args);
}

static void *
start(void *shared)
{
	struct run *run = shared;
	struct worker *worker = mem_apart(sizeof(*worker));

	worker->own = mem_apart(run->flow->own_n * sizeof(*worker->own));
	if (run->job->start)
		worker->state = run->job->start(run->program);
	return worker;
}

static bool
take(void *shared, void *state)
{
	struct run *run = shared;
	struct worker *worker = state;

	return sources_take(&run->flow->in, &worker->block);
}

/* Is this a repeated header line, as from `cat a b`? */
static bool
is_header(const struct run *run, const struct worker *worker, struct view line)
{
	const struct str *header = &worker->block.source->line;

	return run->flow->in.has_header && line.len + 1 == header->len &&
		memcmp(line.at, header->data, line.len) == 0;
}

/* Does the record have the right shape?  If not, that is said. */
static bool
check_shape(const struct run *run, const struct worker *worker,
	const struct record *record, size_t fields)
{
	uint64_t most = run->flow->common->max_record;
	size_t want = worker->block.source->header.n;

	if (fields != want) {
		record_say(record, STATUS_FAIL, NULL,
			ngettext("%zu field, but the header has %zu",
				"%zu fields, but the header has %zu", fields),
			fields, want);
		return false;
	}
	if (record_line(record).len <= most)
		return true;
	record_say(record, STATUS_FAIL, NULL,
		_("the record is longer than %llu bytes: see --max-record"),
		(unsigned long long)most);
	return false;
}

/* What ends the run behind the block's last good record, if anything. */
static void
note_fault(const struct worker *worker, struct record *record)
{
	const struct header *header = &worker->block.source->header;
	const struct page *page = &worker->page;

	record->line = (uint32_t)page->scan.lines_n;
	if (page->fault)
		record_say(record, STATUS_FAIL,
			page->fault_field < header->n
				? header_name(header, page->fault_field)
				: NULL,
			"%s", _(page->fault));
	else if (worker->block.error)
		record_say(record, STATUS_FAIL, NULL, "%s",
			strerror(worker->block.error));
}

/* Show record i of the page to the program, some time before its turn. */
static void
look_ahead(struct run *run, struct worker *worker, size_t i)
{
	const struct scan *scan = &worker->page.scan;
	uint32_t first = i ? scan->lines[i - 1] : 0;
	struct record record = {
		.where = worker->block.source->where,
		.base = worker->page.bytes.at,
		.ends = scan->ends + first,
		.fields = scan->lines[i] - first,
	};

	if (record.fields == worker->block.source->header.n)
		run->job->ahead(run->program, worker->state, &record);
}

/* All records of the page, up to one that ends the run. */
static void
work_page(struct run *run, struct worker *worker, struct record *record)
{
	const struct scan *scan = &worker->page.scan;
	const struct flow_job *job = run->job;
	size_t own_size = run->flow->own_n * sizeof(*worker->own);
	const struct plan *plan =
		&run->flow->plans[worker->block.source - run->flow->in.all];

	size_t ahead = job->ahead ? 0 : scan->lines_n;

	for (uint32_t i = 0, first = 0; i < scan->lines_n; i++) {
		while (ahead < scan->lines_n && ahead < i + FLOW_AHEAD)
			look_ahead(run, worker, ahead++);
		record->line = i;
		record->ends = scan->ends + first;
		record->fields = scan->lines[i] - first;
		first = scan->lines[i];
		if (is_header(run, worker, record_line(record)))
			continue;
		if (!check_shape(run, worker, record, record->fields))
			return;
		memset(worker->own, 0, own_size);
		if (job->record(
			    run->program, worker->state, record, worker->own) &&
			!job->silent)
			plan_write(plan, record, worker->own, &worker->out);
		if (worker->notes.status == STATUS_FAIL)
			return;
	}
	note_fault(worker, record);
}

static void
work(void *shared, void *state)
{
	struct run *run = shared;
	struct worker *worker = state;
	const struct source *source = worker->block.source;
	struct record record = {
		.where = source->where,
		.block = worker->block.number,
		.notes = &worker->notes,
	};

	str_clear(&worker->out);
	if (worker->block.too_long) {
		record_say(&record, STATUS_FAIL, NULL,
			_("the record is longer than %llu bytes: see "
			  "--max-record"),
			(unsigned long long)run->flow->common->max_record);
		return;
	}
	page_read(&worker->page, str_view(&worker->block.bytes),
		run->flow->common->raw);
	record.base = worker->page.bytes.at;
	work_page(run, worker, &record);
	if (run->flow->common->null) {
		str_clear(&worker->filled);
		plan_fill_empty(str_view(&worker->out),
			view_of(run->flow->common->null), &worker->filled);
	}
}

static bool
give(void *shared, void *state)
{
	struct run *run = shared;
	struct worker *worker = state;
	const struct source *source = worker->block.source;
	enum status status = worker->notes.status;

	if (source != run->source) {
		run->source = source;
		run->line = run->flow->in.has_header ? 2 : 1;
	}
	if (!run->job->silent)
		output_write(&run->output,
			str_view(run->flow->common->null ? &worker->filled
							 : &worker->out));
	notes_say(&worker->notes,
		(struct place){.file = source->name, .line = run->line},
		&run->said);
	run->line += worker->page.scan.lines_n;
	meter_add(&run->meter, (int64_t)worker->block.bytes.len,
		(int64_t)worker->page.scan.lines_n);
	if (status > run->status)
		run->status = status;
	return status < STATUS_FAIL;
}

static void
stop(void *shared, void *state)
{
	struct run *run = shared;
	struct worker *worker = state;

	if (run->job->stop)
		run->job->stop(run->program, worker->state);
	page_fini(&worker->page);
	notes_fini(&worker->notes);
	str_fini(&worker->block.bytes);
	str_fini(&worker->out);
	str_fini(&worker->filled);
	mem_free(worker->own);
	mem_free(worker);
}

static unsigned
threads(const struct flow *flow)
{
	if (flow->common->jobs)
		return flow->common->jobs < 1024 ? (unsigned)flow->common->jobs
						 : 1024;
	return sources_size(&flow->in) >= WORTH_THREADS ? pool_cores() : 1;
}

static void
make_plans(struct flow *flow)
{
	struct plan_columns columns = {
		&flow->header, &flow->out, flow->own_at, flow->own_n};

	flow->plans = mem_new(flow->in.n, sizeof(*flow->plans));
	for (size_t i = 0; i < flow->in.n; i++)
		plan_make(&flow->plans[i], &columns, flow->in.all[i].where);
}

static void
open_output(struct run *run)
{
	const struct common *common = run->flow->common;
	struct str header = {0};

	plan_check_fill(common->null);
	output_open(&run->output, common->output);
	header_write(&run->flow->out, &header);
	if (!common->no_header)
		output_write(&run->output, str_view(&header));
	str_fini(&header);
}

enum status
flow_run(struct flow *flow, const struct flow_job *job, void *program)
{
	static const struct pool_job steps = {start, take, work, give, stop};
	struct run run = {.flow = flow, .job = job, .program = program};

	make_plans(flow);
	if (!job->silent)
		open_output(&run);
	if (!job->silent)
		confine(run.output.path);
	meter_start(&run.meter, flow->common, sources_size(&flow->in));
	pool_run(&steps, &run, threads(flow));
	meter_end(&run.meter);
	if (run.said > NOTES_MOST)
		warn(_("%llu more messages like these"),
			(unsigned long long)(run.said - NOTES_MOST));
	if (!job->silent && run.status < STATUS_FAIL)
		output_close(&run.output);
	return run.status;
}
