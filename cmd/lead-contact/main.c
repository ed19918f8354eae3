/*
 * lead-contact - contacts with leads: logged, and folded onto the stream.
 */
#include "ask_contact.h"
#include "base/day.h"
#include "base/lang.h"
#include "check.h"
#include "contact.h"
#include "filter.h"
#include "lead/store.h"

#define AT(member) offsetof(struct settings, member)

static const struct opt opts[] = {
	{'f', "file", OPT_TEXT, "CONTACTS", AT(file),
		N_("the contact log (default: contacts.tsv of the store)")},
	{'l', "log", OPT_LIST, "LEAD", AT(leads),
		N_("log for this lead; -: for each on stdin")},
	{'c', "channel", OPT_TEXT, "CHANNEL", AT(channel),
		N_("call, email, sms, meeting, internal, ...")},
	{'d', "direction", OPT_TEXT, "out|in", AT(direction),
		N_("who contacted whom")},
	{'o', "outcome", OPT_TEXT, "OUTCOME", AT(outcome),
		N_("connected, no-answer, voicemail, opt-out, ...")},
	{'w', "when", OPT_TEXT, "TIME", AT(when),
		N_("when it happened (default: now)")},
	{'D', "duration", OPT_TEXT, "TIME", AT(duration),
		N_("how long it took: 12m, 1h5m, 1:30")},
	{'P', "person", OPT_TEXT, "NAME", AT(person), N_("whom it was with")},
	{'n', "next", OPT_TEXT, "TIME", AT(next),
		N_("when to go on: 'tue 10:00', +3d, 1/12")},
	{'a', "action", OPT_TEXT, "TEXT", AT(action), N_("what to do then")},
	{'A', "agenda", OPT_TEXT, "TEXT", AT(agenda),
		N_("what was agreed to talk about")},
	{'g', "stage", OPT_TEXT, "STAGE", AT(stage),
		N_("prospect, converted, nurture, disqualified, ...")},
	{'R', "reason", OPT_TEXT, "REASON", AT(reason),
		N_("why: no-need, no-budget, competitor, other, ...")},
	{'m', "message", OPT_TEXT, "TEXT", AT(message), N_("what was said")},
	{0, "gate", OPT_TEXT, "CHANNELS", AT(gate),
		N_("add gate_call, ...: may they be contacted so, now?")},
	{0, "only", OPT_FLAG, NULL, AT(only),
		N_("pass only leads that are ok on a channel of --gate")},
	{0, "override", OPT_TEXT, "WHY", AT(override),
		N_("log against the gate's no, and say why")},
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
	.name = "lead-contact",
	.purpose = N_("Log contacts with leads; add where they stand."),
	.synopsis = "[-f CONTACTS] [--gate CHANNELS [--only]] [file ...]\n"
		    "-l LEAD -c CHANNEL -o OUTCOME [-n TIME] [-m TEXT] ...",
	.example = "lead-contact leads.tsv | lead-report due\n"
		   "lead-contact -l acme -c call -o connected -n 'tue 10:00'",
	.opts = opts,
	.opts_n = sizeof(opts) / sizeof(*opts),
};

/* One thing at a time, and operands for the filter only. */
static void
check_mode(const struct settings *set, char **operands)
{
	int modes = contact_is_meant(set) + (set->undo != NULL) + set->append +
		set->check;

	if (modes + (set->gate != NULL) > 1)
		opt_usage(&program,
			_("to log, --undo, --append, --check and --gate "
			  "exclude one another"));
	if (modes)
		opt_no_operands(&program, operands);
}

/* Ask for what is missing if there is somebody to ask, then log. */
static enum status
log_it(struct settings *set, struct journal *journal)
{
	struct ask ask;
	enum status status;

	if (ask_contact_has_all(set) || !ask_can(&set->leads))
		return contact_log(&program, set, journal);
	contact_check(&program, set, journal);
	ask_begin(&ask, journal);
	status = ask_known(&ask, &set->leads);
	if (status == STATUS_DONE) {
		ask_contact(&ask, set);
		status = contact_log(&program, set, journal);
	}
	ask_end(&ask);
	return status;
}

static enum status
run(struct settings *set, struct journal *journal, char **operands)
{
	bool writes = contact_is_meant(set) || set->undo || set->append;

	check_mode(set, operands);
	journal->log.expected = set->file && !writes;
	if (writes && !set->file)
		store_make(&set->common);
	if (contact_is_meant(set))
		return log_it(set, journal);
	if (set->undo)
		return audit_undo(journal, set->undo);
	if (set->append)
		return check_append(journal, &set->common);
	if (set->check)
		return check_log(journal);
	opt_need_input(&program, operands);
	return filter_run(&program, set, journal, operands);
}

int
main(int argc, char **argv)
{
	struct journal journal = {
		.log = {.header = VIEW(CONTACT_HEADER)}, .letter = 'C'};
	struct settings set = {0};
	enum status status;

	argv += opt_parse(&program, argc, argv, &set);
	journal.now = moment_now(set.common.as_of);
	journal_init(&journal, &set.common, set.file, "contacts.tsv");
	journal.log.allow_network = set.allow_nfs;
	status = run(&set, &journal, argv);
	journal_fini(&journal);
	opt_list_fini(&set.leads);
	return (int)status;
}
