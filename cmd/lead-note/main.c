/*
 * lead-note - notes on leads: logged, and folded onto the stream.
 */
#include "ask_note.h"
#include "base/day.h"
#include "base/lang.h"
#include "check.h"
#include "fold.h"
#include "lead/store.h"
#include "note.h"

#define AT(member) offsetof(struct note_settings, member)

static const struct opt opts[] = {
	{'f', "file", OPT_TEXT, "NOTES", AT(file),
		N_("the note log (default: notes.tsv of the store)")},
	{'l', "log", OPT_LIST, "LEAD", AT(leads),
		N_("note for this lead; -: for each on stdin")},
	{'k', "kind", OPT_TEXT, "KIND", AT(kind),
		N_("need, budget, objection, enquiry, terms, ...")},
	{'p', "product", OPT_TEXT, "PRODUCT", AT(product),
		N_("which product it is about")},
	{'v', "value", OPT_TEXT, "VALUE", AT(value),
		N_("it in a word: the competitor, the version")},
	{'S', "status", OPT_TEXT, "STATUS", AT(status),
		N_("open, answered, stated, confirmed, ...")},
	{'P', "person", OPT_TEXT, "NAME", AT(person), N_("who said it")},
	{'M', "amount", OPT_TEXT, "AMOUNT", AT(amount), N_("a sum of money")},
	{'u', "due", OPT_TEXT, "TIME", AT(due), N_("until when")},
	{'m', "message", OPT_TEXT, "TEXT", AT(message), N_("what was said")},
	{'w', "when", OPT_TEXT, "TIME", AT(when),
		N_("when it was said (default: now)")},
	{0, "ref", OPT_TEXT, "ID", AT(ref),
		N_("the note that this one is about")},
	{0, "set", OPT_LIST, "COLUMN=VALUE", AT(sets),
		N_("correct a column of the lead")},
	{0, "id", OPT_TEXT, "ID", AT(id),
		N_("name the entry: to repeat it counts once")},
	{0, "undo", OPT_TEXT, "ID", AT(undo),
		N_("append that this entry does not count")},
	{0, "append", OPT_FLAG, NULL, AT(append),
		N_("log the records on stdin, all or none")},
	{0, "check", OPT_FLAG, NULL, AT(check), N_("look the log over")},
	{0, "allow-nfs", OPT_FLAG, NULL, AT(allow_nfs),
		N_("write logs on network file systems too")},
};

static const struct program program = {
	.name = "lead-note",
	.purpose = N_("Log notes on leads; add what is known of them."),
	.synopsis = "[-f NOTES] [file ...]\n"
		    "-l LEAD -k KIND [-v VALUE] [-S STATUS] [-m TEXT] ...\n"
		    "-l LEAD --set COLUMN=VALUE",
	.example = "lead-contact leads.tsv | lead-note | lead-report due\n"
		   "lead-note -l acme -k objection -v price -m 'too dear'",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

/* One thing at a time, and operands for the filter only. */
static void
check_mode(const struct note_settings *set, char **operands)
{
	int modes = note_is_meant(set) + (set->undo != NULL) + set->append +
		set->check;

	if (modes > 1)
		opt_usage(&program,
			_("to log, --undo, --append and --check exclude one "
			  "another"));
	if (modes)
		opt_no_operands(&program, operands);
}

/* Is enough said to log it without a question? */
static bool
is_enough(const struct note_settings *set)
{
	return set->leads.n &&
		(set->set || set->message ||
			(set->kind && (set->value || set->amount)));
}

/* Ask for what is missing if there is somebody to ask, then log. */
static enum status
log_it(struct note_settings *set, struct journal *journal)
{
	struct ask ask;
	enum status status;

	if (is_enough(set) || !ask_can(&set->leads))
		return note_log(&program, set, journal);
	note_check(&program, set, journal);
	ask_begin(&ask, journal);
	status = ask_known(&ask, &set->leads);
	if (status == STATUS_DONE) {
		ask_note(&ask, set);
		status = note_log(&program, set, journal);
	}
	ask_end(&ask);
	return status;
}

static enum status
run(struct note_settings *set, struct journal *journal, char **operands)
{
	bool writes = note_is_meant(set) || set->undo || set->append;

	check_mode(set, operands);
	journal->log.expected = set->file && !writes;
	if (writes && !set->file)
		store_make(&set->common);
	if (note_is_meant(set))
		return log_it(set, journal);
	if (set->undo)
		return audit_undo(journal, set->undo);
	if (set->append)
		return note_check_append(journal, &set->common);
	if (set->check)
		return note_check_log(journal);
	opt_need_input(&program, operands);
	return note_fold(set, journal, operands);
}

int
main(int argc, char **argv)
{
	struct journal journal = {
		.log = {.header = VIEW(NOTE_HEADER)}, .letter = 'N'};
	struct note_settings set = {0};
	enum status status;

	argv += opt_parse(&program, argc, argv, &set);
	note_take_set(&program, &set);
	journal.now = moment_now(set.common.as_of);
	journal_init(&journal, &set.common, set.file, "notes.tsv");
	journal.log.allow_network = set.allow_nfs;
	status = run(&set, &journal, argv);
	journal_fini(&journal);
	opt_list_fini(&set.leads);
	opt_list_fini(&set.sets);
	return (int)status;
}
