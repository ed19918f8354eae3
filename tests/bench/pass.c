/*
 * pass - the smallest filter: adds a column `size`, the bytes of each record,
 * to whatever comes in.  The stream's own tests run on it, and timings take
 * it as the floor under every other filter.
 */
#include "base/opt.h"
#include "record/flow.h"

struct settings {
	struct common common;
	bool drop;
};

static const struct opt opts[] = {
	{'d', "drop-empty", OPT_FLAG, NULL, offsetof(struct settings, drop),
		"leave out records whose first field is empty"},
};

static const struct program program = {
	.name = "pass",
	.purpose = "Pass records through.",
	.synopsis = "[file ...]",
	.example = "pass leads.tsv",
	.opts = opts,
	.opts_n = 1,
};

static void *
start(void *shared)
{
	static struct str scratch[64];
	static size_t n;

	(void)shared;
	return &scratch[n++ % 64];
}

static bool
add_size(void *shared, void *state, const struct record *in, struct view *own)
{
	const struct settings *set = shared;
	struct str *scratch = state;

	str_clear(scratch);
	str_int(scratch, (int64_t)record_line(in).len);
	own[0] = str_view(scratch);
	if (view_is(record_get(in, 0), "warn"))
		record_say(in, STATUS_PART, NULL, "told to warn");
	return !set->drop || record_get(in, 0).len;
}

static void
stop(void *shared, void *state)
{
	(void)shared;
	str_fini(state);
}

int
main(int argc, char **argv)
{
	static const struct flow_job job = {
		.start = start, .record = add_size, .stop = stop};
	struct settings set = {0};
	struct flow flow;
	enum status status;

	argv += opt_parse(&program, argc, argv, &set);
	opt_need_input(&program, argv);
	flow_open(&flow, argv, &set.common);
	flow_own(&flow, "size");
	status = flow_run(&flow, &job, &set);
	flow_close(&flow);
	return (int)status;
}
