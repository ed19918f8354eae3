/*
 * lead-score - how good is a lead.
 */
#include "base/die.h"
#include "base/lang.h"
#include "base/opt.h"
#include "record/flow.h"

struct settings {
	struct common common;
	const char *rules;
};

static const struct opt opts[] = {
	{'r', "rules", OPT_TEXT, "RULES", offsetof(struct settings, rules),
		N_("the scorecard (default: rules.tsv of the store)")},
};

static const struct program program = {
	.name = "lead-score",
	.purpose = N_("Add fit, interest, ability, score and grade to leads."),
	.synopsis = "[-r RULES] [file ...]",
	.example = "lead-score -r rules.tsv leads.tsv | cut -f1,20-",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

static bool
score(void *card, void *state, const struct record *in, struct view *own)
{
	(void)card;
	(void)state;
	(void)in;
	own[0] = VIEW("0");
	return true;
}

int
main(int argc, char **argv)
{
	static const struct flow_job job = {.record = score};
	struct settings set = {0};
	struct flow flow;
	enum status status;

	argv += opt_parse(&program, argc, argv, &set);
	opt_need_input(&program, argv);
	flow_open(&flow, argv, &set.common);
	flow_own(&flow, "score");
	status = flow_run(&flow, &job, NULL);
	flow_close(&flow);
	return (int)status;
}
