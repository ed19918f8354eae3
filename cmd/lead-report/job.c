#include "job.h"

#include "base/file.h"
#include "base/lang.h"
#include "clock.h"
#include "lead/stage.h"
#include "render.h"

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

static void *
start(void *program)
{
	struct job *job = program;

	return job->report->start(job);
}

static bool
record(void *program, void *state, const struct record *in, struct view *own)
{
	struct job *job = program;

	(void)own;
	if (job->set->user &&
		!view_is(record_get(in, job->owner), job->set->user))
		return true;
	job->report->record(job, state, in);
	return true;
}

static void
stop(void *program, void *state)
{
	struct job *job = program;

	job->report->stop(job, state);
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

static void
find_owner(struct job *job)
{
	job->owner = header_find(&job->flow.header,
		job->report->flags & REPORT_CONTACTS ? VIEW("user")
						     : VIEW("owner"));
	if (job->set->user && job->owner < 0)
		die(_("--for: the input has no column '%s'"),
			job->report->flags & REPORT_CONTACTS ? "user"
							     : "owner");
}

static void
write_document(struct job *job)
{
	struct doc doc = {.name = job->report->name, .now = job->now};
	struct output out;
	struct str text = {0};

	job->report->write(job, &doc, JOB_ALL);
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
	find_owner(&job);
	report->open(&job);
	status = flow_run(&job.flow, &steps, &job);
	if (status < STATUS_FAIL) {
		if (report->settle)
			report->settle(&job);
		write_document(&job);
	}
	report->close(&job);
	flow_close(&job.flow);
	return status > job.status ? status : job.status;
}
