/*
 * lead-score - how good is a lead.
 */
#include "base/lang.h"
#include "score.h"

static const struct opt opts[] = {
	{'r', "rules", OPT_TEXT, "RULES", offsetof(struct settings, rules),
		N_("the scorecard (default: rules.tsv of the store)")},
	{0, "explain", OPT_FLAG, NULL, offsetof(struct settings, explain),
		N_("add the column reasons, which sum to the score")},
};

static const struct program program = {
	.name = "lead-score",
	.purpose = N_("Add fit, interest, ability, score and grade to leads."),
	.synopsis = "[-r RULES] [--explain] [file ...]",
	.example = "lead-score -r rules.tsv leads.tsv | cut -f1,20-",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

int
main(int argc, char **argv)
{
	struct settings set = {0};

	argv += opt_parse(&program, argc, argv, &set);
	opt_need_input(&program, argv);
	return (int)score_leads(&set, argv);
}
