#include "fold.h"

#include "base/mem.h"
#include "fields.h"

/* A thread's own. */
struct worker {
	struct history history;
	struct history_queue queue;
	struct known known;
	struct str room;
};

static void *
start(void *program)
{
	(void)program;
	return mem_apart(sizeof(struct worker));
}

static void
expect(void *program, void *state, const struct record *in)
{
	const struct fields *fields = program;
	struct worker *worker = state;

	history_expect(
		&worker->queue, fields->log, record_get(in, fields->lead_id));
}

static bool
fold(void *program, void *state, const struct record *in, struct view *own)
{
	const struct fields *fields = program;
	struct worker *worker = state;

	history_load(
		&worker->history, fields->log, record_get(in, fields->lead_id));
	known_of(&worker->history, &worker->known);
	fields_set(fields, &worker->room, in, &worker->known, own);
	return true;
}

static void
stop(void *program, void *state)
{
	struct worker *worker = state;

	(void)program;
	history_fini(&worker->history);
	known_fini(&worker->known);
	str_fini(&worker->room);
	mem_free(worker);
}

enum status
note_fold(const struct note_settings *set, const struct journal *journal,
	char **operands)
{
	static const struct flow_job job = {
		.start = start, .ahead = expect, .record = fold, .stop = stop};
	struct history_log log;
	struct fields fields = {.log = &log};
	enum status read, status;
	struct flow flow;

	read = history_open(&log, &journal->log, journal->now);
	if (read == STATUS_FAIL)
		return read;
	flow_open(&flow, operands, &set->common);
	fields_own(&fields, &flow);
	status = flow_run(&flow, &job, &fields);
	flow_close(&flow);
	fields_fini(&fields);
	history_close(&log);
	return status > read ? status : read;
}
