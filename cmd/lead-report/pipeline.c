/* The funnel: how many leads came how far, and how long they have stood. */
#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "group.h"
#include "lead/stage.h"
#include "reports.h"
#include "wilson.h"

#include <stdlib.h>

/* Ages in days below which a lead falls into a bucket. */
static const int32_t ages[] = {7, 30, 90};

enum counter {
	COUNT_LEADS,
	COUNT_WEEK, /* and the next three: by age in the stage */
	COUNT_MONTH,
	COUNT_QUARTER,
	COUNT_OLDER,
	COUNT_OVERDUE,
	COUNT_IDLE, /* open, with no next step */
	COUNT_FAR,  /* how many of them came as far as: one for each step */
};

/* The steps of the funnel, of which a lead has taken some. */
enum { STEPS = STAGE_CONVERTED + 1 };

static const struct doc_column columns[] = {
	{"stage", N_("Stage"), DOC_WORD, DOC_STRONG},
	{"leads", N_("Leads"), DOC_COUNT, 0},
	{"share", N_("Share"), DOC_RATE, DOC_SPARE},
	{"under_7_days", N_("< 7 days"), DOC_COUNT, 0},
	{"under_30_days", N_("< 30"), DOC_COUNT, 0},
	{"under_90_days", N_("< 90"), DOC_COUNT, 0},
	{"older", N_("older"), DOC_COUNT, 0},
	{"overdue", N_("Overdue"), DOC_COUNT, 0},
	{"no_next_step", N_("No next step"), DOC_COUNT, DOC_SPARE},
};

static const struct doc_column funnel_columns[] = {
	{"stage", N_("Came as far as"), DOC_WORD, DOC_STRONG},
	{"leads", N_("Leads"), DOC_COUNT, 0},
	{"rate", N_("Of the step before"), DOC_RATE, 0},
	{"rate_low", "", DOC_RATE, DOC_DATA},
	{"rate_high", "", DOC_RATE, DOC_DATA},
	{"of_all", N_("Of all"), DOC_RATE, DOC_SPARE},
};

struct pipeline {
	int stage, stage_at, obtained_at, next_at, attempts, reached;
	struct groups all;
};

static void
open(struct job *job)
{
	struct pipeline *own = mem_new(1, sizeof(*own));

	job->own = own;
	own->stage = job_need(job, "stage", "lead-contact");
	own->stage_at = job_column(job, "stage_at");
	own->obtained_at = job_column(job, "obtained_at");
	own->next_at = job_column(job, "next_at");
	own->attempts = job_column(job, "attempts");
	own->reached = job_column(job, "reached");
}

static void *
start(struct job *job)
{
	(void)job;
	return mem_new(1, sizeof(struct groups));
}

/* The last step of the funnel that the lead has taken, as its log shows. */
static int
far(const struct pipeline *own, const struct record *in, int stage)
{
	struct view reached = record_get(in, own->reached);
	struct view attempts = record_get(in, own->attempts);

	if (stage >= 0 && stage < STEPS)
		return stage;
	if (reached.len && !view_is(reached, "0"))
		return STAGE_CONTACTED;
	return attempts.len && !view_is(attempts, "0") ? STAGE_ATTEMPTING
						       : STAGE_NEW;
}

static void
count_age(const struct pipeline *own, const struct job *job,
	const struct record *in, struct group *group)
{
	struct view since = record_get(in, own->stage_at);
	int64_t moment;
	int64_t days;
	size_t i = 0;

	if (!since.len)
		since = record_get(in, own->obtained_at);
	if (!since.len || !moment_read(since, &moment))
		return;
	days = (job->now - moment) / DAY_SECONDS;
	while (i < sizeof(ages) / sizeof(*ages) && days >= ages[i])
		i++;
	group->n[COUNT_WEEK + i]++;
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct pipeline *own = job->own;
	struct view name = record_get(in, own->stage);
	struct group *group = groups_at(state, name);
	struct view next = record_get(in, own->next_at);
	int stage = vocab_find(&stage_words, name);
	int64_t moment;

	group->n[COUNT_LEADS]++;
	group->n[COUNT_FAR + far(own, in, stage)]++;
	count_age(own, job, in, group);
	if (stage >= 0 && (stage_words.word[stage].flags & STAGE_CLOSED))
		return;
	if (!next.len)
		group->n[COUNT_IDLE]++;
	else if (moment_read(next, &moment) && moment < job->now)
		group->n[COUNT_OVERDUE]++;
}

static void
stop(struct job *job, void *state)
{
	struct pipeline *own = job->own;

	groups_merge(&own->all, state);
	groups_fini(state);
	mem_free(state);
}

/* Our own stages in their order, then others by name. */
static int
compare(const void *a, const void *b)
{
	const struct group *x = a;
	const struct group *y = b;
	unsigned i = (unsigned)vocab_find(&stage_words, x->key);
	unsigned j = (unsigned)vocab_find(&stage_words, y->key);

	if (i != j)
		return i < j ? -1 : 1;
	return view_order(x->key, y->key);
}

static void
settle(struct job *job)
{
	struct pipeline *own = job->own;

	if (own->all.n)
		qsort(own->all.all, own->all.n, sizeof(*own->all.all), compare);
}

static uint64_t
total(const struct pipeline *own, size_t counter)
{
	uint64_t n = 0;

	for (size_t i = 0; i < own->all.n; i++)
		n += (uint64_t)own->all.all[i].n[counter];
	return n;
}

static void
put_stages(const struct pipeline *own, struct doc *doc)
{
	uint64_t all = total(own, COUNT_LEADS);
	struct doc_section *section = build_section(doc, "stages",
		_("Where they stand, and for how long"), columns,
		sizeof(columns) / sizeof(*columns));

	section->chart = DOC_STACK;
	section->chart_at = 3;
	section->chart_n = 4;
	section->empty = _("There are no leads.");
	for (size_t i = 0; i < own->all.n; i++) {
		const struct group *group = &own->all.all[i];

		build_cell(doc, group->key);
		build_count(doc, (uint64_t)group->n[COUNT_LEADS]);
		build_rate(doc,
			wilson_of((uint64_t)group->n[COUNT_LEADS], all).rate);
		for (size_t c = COUNT_WEEK; c <= COUNT_IDLE; c++)
			build_count(doc, (uint64_t)group->n[c]);
	}
}

static void
put_funnel(const struct pipeline *own, struct doc *doc)
{
	uint64_t far_n[STEPS + 1] = {0};
	struct doc_section *section = build_section(doc, "funnel",
		_("How far they came"), funnel_columns,
		sizeof(funnel_columns) / sizeof(*funnel_columns));

	section->chart = DOC_FUNNEL;
	section->chart_at = 1;
	section->chart_n = 1;
	for (size_t i = STEPS; i-- > 0;)
		far_n[i] = far_n[i + 1] + total(own, COUNT_FAR + i);
	for (size_t i = 0; i < STEPS; i++) {
		struct wilson step = {-1, -1, -1};

		if (i)
			step = wilson_of(far_n[i], far_n[i - 1]);
		build_cell(doc, view_of(vocab_name(&stage_words, (int)i)));
		build_count(doc, far_n[i]);
		build_rate(doc, step.rate);
		build_rate(doc, step.low);
		build_rate(doc, step.high);
		build_rate(doc, wilson_of(far_n[i], far_n[0]).rate);
	}
}

static void
write_pipeline(struct job *job, struct doc *doc, size_t i)
{
	const struct pipeline *own = job->own;

	(void)i;
	doc->title = _("Pipeline");
	doc->subtitle = job->set->user;
	put_stages(own, doc);
	put_funnel(own, doc);
	build_figure(
		doc, "leads", _("Leads"), total(own, COUNT_LEADS), DOC_PLAIN);
	build_figure(doc, "overdue", _("Overdue"), total(own, COUNT_OVERDUE),
		total(own, COUNT_OVERDUE) ? DOC_BAD : DOC_PLAIN);
	build_figure(doc, "no_next_step", _("No next step"),
		total(own, COUNT_IDLE), DOC_PLAIN);
}

static void
close_pipeline(struct job *job)
{
	struct pipeline *own = job->own;

	groups_fini(&own->all);
	mem_free(own);
}

const struct report report_pipeline = {
	.name = "pipeline",
	.purpose = N_("funnel and ageing"),
	.open = open,
	.start = start,
	.record = record,
	.stop = stop,
	.settle = settle,
	.write = write_pipeline,
	.close = close_pipeline,
};
