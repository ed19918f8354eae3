/*
 * lead-report - what to do next, and how it goes: to look at, to send.
 */
#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "reports.h"
#include "run.h"

#include <unistd.h>

static const struct opt opts[] = {
	{'f', "format", OPT_CHOICE, FORMAT_WORDS,
		offsetof(struct settings, format),
		N_("what to write (default: text)")},
	{'n', "rows", OPT_NUMBER, "ROWS", offsetof(struct settings, rows),
		N_("the first so many rows of a list; 0: all")},
	{'w', "where", OPT_LIST, "'COLUMN TEST VALUE'",
		offsetof(struct settings, where),
		N_("only leads for which this holds; repeatable")},
	{0, "by", OPT_TEXT, "COLUMN", offsetof(struct settings, by),
		N_("apart for each value of the column")},
	{0, "for", OPT_TEXT, "USER", offsetof(struct settings, user),
		N_("only what is theirs")},
	{0, "since", OPT_TEXT, "T", offsetof(struct settings, since),
		N_("only what happened since then")},
	{'S', "store", OPT_FLAG, NULL, offsetof(struct settings, store),
		N_("read the store, by the usual pipeline")},
	{0, "send", OPT_FLAG, NULL, offsetof(struct settings, send),
		N_("send it by mail, with --by to each")},
	{0, "to", OPT_TEXT, "ADDRESS", offsetof(struct settings, to),
		N_("whom the mail is for")},
	{0, "reports", OPT_FLAG, NULL, offsetof(struct settings, reports),
		N_("list the reports and end")},
	{0, "csv-safe", OPT_FLAG, NULL, offsetof(struct settings, csv_safe),
		N_("CSV in which no cell is a formula")},
	{0, "contacts", OPT_TEXT, "FILE", offsetof(struct settings, contacts),
		N_("the contact log (default: the store's)")},
	{0, "notes", OPT_TEXT, "FILE", offsetof(struct settings, notes),
		N_("the note log (default: the store's)")},
	{'k', "catalogue", OPT_TEXT, "FILE",
		offsetof(struct settings, catalogue),
		N_("the products (default: the store's catalogue.tsv)")},
};

static const struct program program = {
	.name = "lead-report",
	.purpose = N_("Show leads as a table, a page, a mail or a calendar."),
	.synopsis = "[NAME [LEAD]] [-f FORMAT] [-n ROWS] [-w CONDITION] "
		    "[file ...]",
	.example = "lead-contact leads.tsv | lead-report due\n"
		   "lead-report pipeline --store -f html -o pipeline.html",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

static const struct report *
find(const char *name)
{
	const struct report *report = reports_find(name);
	struct str names = {0};

	if (report)
		return report;
	reports_names(&names);
	opt_usage(&program, _("no report '%s'; there are %s"), name,
		str_text(&names));
}

/* Options that a report can make nothing of. */
static void
check(const struct report *report, const struct settings *set)
{
	if (set->by && !(report->flags & (REPORT_PARTS | REPORT_GROUPS)))
		opt_usage(&program, _("--by is not for the report '%s'"),
			report->name);
	if (set->send && set->by && !(report->flags & REPORT_PARTS))
		opt_usage(&program, _("--by with --send is not for '%s'"),
			report->name);
	if ((report->flags & REPORT_KEY) && !set->key)
		opt_usage(&program, _("%s: which lead?"), report->name);
}

/* What a report reads when it is given nothing. */
static enum run_what
usual(const struct report *report)
{
	if (report->flags & REPORT_CONTACTS)
		return RUN_CONTACTS;
	if (report->flags & REPORT_BARE)
		return RUN_LEADS;
	return report->flags & REPORT_GATE ? RUN_GATED : RUN_PIPELINE;
}

/* Name and purpose of each, as TSV: completion reads it. */
static int
list_reports(void)
{
	struct str text = {0};
	struct output out;

	reports_list(&text);
	output_open(&out, NULL);
	output_write(&out, str_view(&text));
	output_close(&out);
	str_fini(&text);
	return STATUS_DONE;
}

int
main(int argc, char **argv)
{
	struct settings set = {.rows = SETTINGS_UNSET};
	const struct report *report;
	struct run run = {0};
	int status;
	int fed;

	argv += opt_parse(&program, argc, argv, &set);
	if (set.reports)
		return list_reports();
	report = find(*argv ? *argv++ : "today");
	if (report->flags & REPORT_KEY && *argv)
		set.key = *argv++;
	check(report, &set);
	if (set.store || (!*argv && isatty(STDIN_FILENO)))
		run_store(&run, &set.common, usual(report));
	status = (int)job_run(report, &set, argv);
	fed = run_wait(&run);
	opt_list_fini(&set.where);
	return fed > status ? fed : status;
}
