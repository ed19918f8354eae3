/*
 * lead-score - how good is a lead.
 */
#include "base/lang.h"
#include "learn.h"

static const struct opt opts[] = {
	{'r', "rules", OPT_TEXT, "RULES", offsetof(struct settings, rules),
		N_("the scorecard (default: rules.tsv of the store)")},
	{'k', "catalogue", OPT_TEXT, "CATALOGUE",
		offsetof(struct settings, catalogue),
		N_("products (default: catalogue.tsv of the store)")},
	{0, "explain", OPT_FLAG, NULL, offsetof(struct settings, explain),
		N_("add the columns reasons and product_reasons")},
	{0, "assign", OPT_TEXT, "PEOPLE", offsetof(struct settings, assign),
		N_("give leads without an owner to one of PEOPLE")},
	{0, "diff", OPT_TEXT, "OLD", offsetof(struct settings, diff),
		N_("how another scorecard differs, and for how many leads")},
	{0, "check", OPT_TEXT, "RULES", offsetof(struct settings, check),
		N_("say what is wrong with a scorecard, and end")},
	{0, "learn", OPT_TEXT, "COLUMN=VALUE", offsetof(struct settings, learn),
		N_("write a scorecard learned from leads won and lost")},
	{0, "max-rules", OPT_NUMBER, "N", offsetof(struct settings, max_rules),
		N_("learn at most N rules (15)")},
	{0, "exclude", OPT_TEXT, "COLS", offsetof(struct settings, exclude),
		N_("columns not to learn from, with commas between")},
	{0, "folds", OPT_NUMBER, "K", offsetof(struct settings, folds),
		N_("try what was learned on K parts in turn (5)")},
	{0, "keep-leaks", OPT_FLAG, NULL, offsetof(struct settings, keep_leaks),
		N_("learn from columns that give the outcome away, too")},
};

static const struct program program = {
	.name = "lead-score",
	.purpose = N_("Add fit, interest, ability, score and grade to leads."),
	.synopsis = "[-r RULES] [-k CATALOGUE] [--assign PEOPLE] [file ...]\n"
		    "--diff OLD NEW [file ...]\n"
		    "--check RULES [file ...]\n"
		    "--learn COLUMN=VALUE [--max-rules N] [file ...]",
	.example = "lead-score -r rules.tsv leads.tsv | cut -f1,20-",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

int
main(int argc, char **argv)
{
	struct settings set = {.max_rules = 15, .folds = 5};

	argv += opt_parse(&program, argc, argv, &set);
	if (set.check)
		return (int)check_rules(&set, argv);
	if (set.diff && !argv[0])
		opt_usage(&program, _("--diff OLD NEW: two files of rules"));
	if (set.diff) {
		opt_need_input(&program, argv + 1);
		return (int)diff_rules(&set, argv[0], argv + 1);
	}
	opt_need_input(&program, argv);
	if (set.learn)
		return (int)learn_rules(&set, argv);
	return (int)score_leads(&set, argv);
}
