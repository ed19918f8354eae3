/*
 * lead-report - what to do next, and how it goes: to look at, to send.
 */
#include "base/die.h"
#include "base/lang.h"
#include "reports.h"

static const struct opt opts[] = {
	{'f', "format", OPT_CHOICE, FORMAT_WORDS,
		offsetof(struct settings, format),
		N_("what to write (default: text)")},
	{'n', "rows", OPT_NUMBER, "ROWS", offsetof(struct settings, rows),
		N_("the first so many rows of a list; 0: all")},
	{0, "by", OPT_TEXT, "COLUMN", offsetof(struct settings, by),
		N_("apart for each value of the column")},
	{0, "for", OPT_TEXT, "USER", offsetof(struct settings, user),
		N_("only what is theirs")},
	{0, "since", OPT_TEXT, "T", offsetof(struct settings, since),
		N_("only what happened since then")},
	{0, "csv-safe", OPT_FLAG, NULL, offsetof(struct settings, csv_safe),
		N_("CSV in which no cell is a formula")},
};

static const struct program program = {
	.name = "lead-report",
	.purpose = N_("Show leads as a table, a page, a mail or a calendar."),
	.synopsis = "NAME [-f FORMAT] [-n ROWS] [--by COLUMN] [file ...]",
	.example = "lead-contact leads.tsv | lead-report due\n"
		   "lead-contact leads.tsv | lead-report pipeline -f html",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

int
main(int argc, char **argv)
{
	struct settings set = {.rows = SETTINGS_UNSET};
	const struct report *report;
	struct str names = {0};

	argv += opt_parse(&program, argc, argv, &set);
	if (!argv[0]) {
		reports_names(&names);
		opt_usage(&program, _("which report? one of %s"),
			str_text(&names));
	}
	report = reports_find(argv[0]);
	if (!report) {
		reports_names(&names);
		opt_usage(&program, _("no report '%s'; there are %s"), argv[0],
			str_text(&names));
	}
	opt_need_input(&program, argv + 1);
	return (int)job_run(report, &set, argv + 1);
}
