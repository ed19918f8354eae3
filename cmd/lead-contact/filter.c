#include "filter.h"

#include "base/lang.h"
#include "base/mem.h"
#include "columns.h"
#include "gating.h"

/* What the filter does. */
struct filter {
	struct columns columns;
	struct gating *gating; /* NULL: no --gate */
};

/* A thread's own. */
struct worker {
	struct history history;
	struct history_queue queue;
	struct gating_room gates;
	struct columns_room room;
	const struct record *in; /* the record it is at */
};

static void *
start(void *program)
{
	(void)program;
	return mem_apart(sizeof(struct worker));
}

static void
hear_unlawful(void *self, const struct entry *entry, const char *why)
{
	struct worker *worker = self;

	record_say(worker->in, STATUS_PART, "stage",
		_("entry %.*s does not count: %s"),
		VIEW_ARGS(entry->field[CONTACT_ID]), _(why));
}

static void
expect(void *program, void *state, const struct record *in)
{
	const struct filter *filter = program;
	struct worker *worker = state;

	history_expect(&worker->queue, filter->columns.log,
		record_get(in, filter->columns.lead_id));
}

static bool
fold(void *program, void *state, const struct record *in, struct view *own)
{
	const struct filter *filter = program;
	const struct columns *columns = &filter->columns;
	struct worker *worker = state;
	struct standing_hearer hearer = {hear_unlawful, worker};
	struct standing standing;
	struct view lead_id = record_get(in, columns->lead_id);

	worker->in = in;
	if (!standing_look(columns->log, lead_id, &standing, &hearer)) {
		history_load(&worker->history, columns->log, lead_id);
		standing_of(&worker->history, &standing, &hearer);
	}
	columns_set(columns, &worker->room, in, &standing, own);
	return !filter->gating ||
		gating_set(filter->gating, &worker->gates, in,
			&(struct gate_lead){.standing = &standing,
				.history = &worker->history},
			own);
}

static void
stop(void *program, void *state)
{
	struct worker *worker = state;

	(void)program;
	history_fini(&worker->history);
	columns_room_fini(&worker->room);
	gating_room_fini(&worker->gates);
	mem_free(worker);
}

enum status
filter_run(const struct program *program, const struct settings *set,
	const struct journal *journal, char **operands)
{
	static const struct flow_job job = {
		.start = start, .ahead = expect, .record = fold, .stop = stop};
	struct log file = journal->log;
	struct history_log log;
	struct filter filter = {.columns = {.log = &log, .now = journal->now}};
	enum status read, status;
	struct flow flow;

	filter.gating = gating_new(program, set, journal->now);
	/* The gate looks at the whole history. */
	file.gist = filter.gating ? NULL : gist_pack;
	read = history_open(&log, &file, journal->now);
	if (read == STATUS_FAIL) {
		gating_free(filter.gating);
		return read;
	}
	flow_open(&flow, operands, &set->common);
	columns_own(&filter.columns, &flow);
	if (filter.gating)
		gating_own(filter.gating, &flow);
	status = flow_run(&flow, &job, &filter);
	flow_close(&flow);
	gating_free(filter.gating);
	history_close(&log);
	return status > read ? status : read;
}
