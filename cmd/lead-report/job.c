#include "job.h"

#include "base/confine.h"
#include "base/file.h"
#include "base/lang.h"
#include "clock.h"
#include "lead/stage.h"
#include "render.h"
#include "reports.h"
#include "send.h"

/* What people look at gets so many rows unless told otherwise. */
#define SOME_ROWS 50

uint64_t
job_rows(const struct job *job)
{
	if (job->set->rows != SETTINGS_UNSET)
		return job->set->rows;
	switch ((enum format)job->set->format) {
	case FORMAT_TSV:
	case FORMAT_CSV:
	case FORMAT_JSON:
	case FORMAT_ICS:
		return 0;
	default:
		return SOME_ROWS;
	}
}

bool
job_is_open(struct view stage)
{
	return !(vocab_flags(&stage_words, stage) & STAGE_CLOSED);
}

int
job_column(const struct job *job, const char *name)
{
	return header_find(&job->flow.header, view_of(name));
}

int
job_need(const struct job *job, const char *name, const char *from)
{
	int column = job_column(job, name);

	if (column < 0)
		die(_("the input has no column '%s': put %s before me"), name,
			from);
	return column;
}

bool
job_moment(struct view field, int64_t *moment)
{
	return field.len && moment_read(field, moment);
}

/* What a thread has: the report's own, and room. */
struct worker {
	void *own;
	struct str scratch;
};

static void *
start(void *program)
{
	struct job *job = program;
	struct worker *worker = mem_apart(sizeof(*worker));

	worker->own = job->report->start(job);
	return worker;
}

static bool
record(void *program, void *state, const struct record *in, struct view *own)
{
	struct job *job = program;
	struct worker *worker = state;

	(void)own;
	if (filter_passes(&job->filter, in, &worker->scratch))
		job->report->record(job, worker->own, in);
	return true;
}

static void
stop(void *program, void *state)
{
	struct job *job = program;
	struct worker *worker = state;

	job->report->stop(job, worker->own);
	str_fini(&worker->scratch);
	mem_free(worker);
}

static void
set_times(struct job *job)
{
	job->now = moment_now(job->set->common.as_of);
	job->today = clock_local(job->now).day;
	job->since = INT64_MIN;
	if (job->set->since &&
		!moment_read(view_of(job->set->since), &job->since))
		die(_("--since: '%s' is no date or time such as 2026-11-02"),
			job->set->since);
}

/* The column that an option needs. */
static int
need_for(const struct job *job, const char *option, const char *name)
{
	int column = job_column(job, name);

	if (column < 0)
		die(_("%s: the input has no column '%s'"), option, name);
	return column;
}

static void
set_filter(struct job *job)
{
	bool log = job->report->flags & REPORT_CONTACTS;
	struct filter *filter = &job->filter;

	filter_read(filter, &job->set->where, &job->flow.header, job->now);
	if (job->set->user) {
		filter->user = view_of(job->set->user);
		filter->user_column =
			need_for(job, "--for", log ? "user" : "owner");
	}
	if (job->set->since) {
		filter->since = job->since;
		filter->since_column =
			need_for(job, "--since", log ? "at" : "obtained_at");
	}
}

static void
write_whole(struct job *job)
{
	struct doc doc = {.name = job->report->name, .now = job->now};
	struct output out;
	struct str text = {0};

	job->report->write(job, &doc, JOB_ALL);
	if (job->set->format == FORMAT_MAIL)
		send_write(job, &doc, &text);
	else
		render(&doc, job->set, &text);
	output_open(&out, job->set->common.output);
	output_write(&out, str_view(&text));
	output_close(&out);
	str_fini(&text);
	doc_fini(&doc);
}

enum status
job_run(const struct report *report, const struct settings *set,
	char **operands)
{
	static const struct flow_job steps = {
		.start = start, .record = record, .stop = stop, .silent = true};
	struct job job = {.set = set, .report = report};
	enum status status;

	set_times(&job);
	flow_open(&job.flow, operands, &set->common);
	set_filter(&job);
	report->open(&job);
	if (!set->send)
		confine(set->common.output);
	status = flow_run(&job.flow, &steps, &job);
	if (status < STATUS_FAIL) {
		if (report->settle)
			report->settle(&job);
		if (set->send)
			send_parts(&job);
		else
			write_whole(&job);
	}
	report->close(&job);
	filter_fini(&job.filter);
	flow_close(&job.flow);
	return status > job.status ? status : job.status;
}
