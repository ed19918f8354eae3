/* Today's overview: what lead-report says when it is asked nothing. */
#include "base/lang.h"
#include "follow.h"
#include "reports.h"

/* What it is put together from, and how much of each. */
static const struct report *const parts[] = {
	&report_due, &report_queue, &report_pipeline};

enum { PARTS = sizeof(parts) / sizeof(*parts), SOME_ROWS = 10 };

struct today {
	struct settings set;
	struct job job[PARTS];
};

static void
open(struct job *job)
{
	struct today *own = mem_new(1, sizeof(*own));
	struct follow *queue;

	job->own = own;
	own->set = *job->set;
	if (own->set.rows == SETTINGS_UNSET)
		own->set.rows = SOME_ROWS;
	for (size_t i = 0; i < PARTS; i++) {
		own->job[i] = *job;
		own->job[i].set = &own->set;
		own->job[i].report = parts[i];
		parts[i]->open(&own->job[i]);
	}
	/* The others of the queue stand among what is due. */
	queue = own->job[1].own;
	queue->undated = true;
}

static void *
start(struct job *job)
{
	struct today *own = job->own;
	void **states = mem_new(PARTS, sizeof(*states));

	for (size_t i = 0; i < PARTS; i++)
		states[i] = parts[i]->start(&own->job[i]);
	return states;
}

static void
record(struct job *job, void *state, const struct record *in)
{
	struct today *own = job->own;
	void **states = state;

	for (size_t i = 0; i < PARTS; i++)
		parts[i]->record(&own->job[i], states[i], in);
}

static void
stop(struct job *job, void *state)
{
	struct today *own = job->own;
	void **states = state;

	for (size_t i = 0; i < PARTS; i++)
		parts[i]->stop(&own->job[i], states[i]);
	mem_free(states);
}

static void
settle(struct job *job)
{
	struct today *own = job->own;

	for (size_t i = 0; i < PARTS; i++)
		if (parts[i]->settle)
			parts[i]->settle(&own->job[i]);
}

static void
write_today(struct job *job, struct doc *doc, size_t i)
{
	struct today *own = job->own;

	for (size_t p = 0; p < PARTS; p++) {
		size_t first = doc->n;
		size_t figures = doc->figures_n;

		parts[p]->write(&own->job[p], doc, i);
		if (first < doc->n && !doc->sections[first].heading)
			doc->sections[first].heading = doc->title;
		/* The figures of the first and the last are enough. */
		if (p == 1)
			doc->figures_n = figures;
	}
	doc->title = _("Today");
	doc->subtitle = job->set->user;
}

static void
close_today(struct job *job)
{
	struct today *own = job->own;

	for (size_t i = 0; i < PARTS; i++)
		parts[i]->close(&own->job[i]);
	mem_free(own);
}

const struct report report_today = {
	.name = "today",
	.purpose = N_("an overview: due, whom to ring, the pipeline"),
	.flags = REPORT_GATE,
	.open = open,
	.start = start,
	.record = record,
	.stop = stop,
	.settle = settle,
	.write = write_today,
	.close = close_today,
};
