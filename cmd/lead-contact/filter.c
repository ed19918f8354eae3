#include "filter.h"

#include "base/lang.h"
#include "base/mem.h"
#include "columns.h"

/* A thread's own. */
struct worker {
	struct history history;
	struct columns_room room;
	const struct record *in; /* the record it is at */
};

static void *
start(void *program)
{
	(void)program;
	return mem_new(1, sizeof(struct worker));
}

static void
hear_unlawful(void *self, const struct entry *entry, const char *why)
{
	struct worker *worker = self;

	record_say(worker->in, STATUS_PART, "stage",
		_("entry %.*s does not count: %s"),
		VIEW_ARGS(entry->field[CONTACT_ID]), _(why));
}

static bool
fold(void *program, void *state, const struct record *in, struct view *own)
{
	const struct columns *columns = program;
	struct worker *worker = state;
	struct standing_hearer hearer = {hear_unlawful, worker};
	struct standing standing;

	worker->in = in;
	history_load(&worker->history, columns->log,
		record_get(in, columns->lead_id));
	standing_of(&worker->history, &standing, &hearer);
	columns_set(columns, &worker->room, in, &standing, own);
	return true;
}

static void
stop(void *program, void *state)
{
	struct worker *worker = state;

	(void)program;
	history_fini(&worker->history);
	columns_room_fini(&worker->room);
	mem_free(worker);
}

enum status
filter_run(const struct settings *set, const struct journal *journal,
	char **operands)
{
	static const struct flow_job job = {
		.start = start, .record = fold, .stop = stop};
	struct history_log log;
	struct columns columns = {.log = &log, .now = journal->now};
	enum status read, status;
	struct flow flow;

	read = history_open(&log, &journal->log, journal->now);
	if (read == STATUS_FAIL)
		return read;
	flow_open(&flow, operands, &set->common);
	columns_own(&columns, &flow);
	status = flow_run(&flow, &job, &columns);
	flow_close(&flow);
	history_close(&log);
	return status > read ? status : read;
}
