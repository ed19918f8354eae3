#include "lead/draft.h"

#include "base/day.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "base/visible.h"
#include "lead/store.h"
#include "lead/when.h"
#include "record/field.h"
#include "record/log_id.h"

#include <pwd.h>
#include <stdlib.h>
#include <unistd.h>

void
journal_init(struct journal *journal, const struct common *common,
	const char *path, const char *store_name)
{
	journal->common = common;
	journal->path = path ? mem_text(path, strlen(path))
			     : store_path(common, store_name);
	journal->log.path = journal->path;
	journal->log.quiet = common->quiet;
	zone_load_own(&journal->zone);
	journal->columns = view_count_byte(journal->log.header, '\t') + 1;
}

void
journal_fini(struct journal *journal)
{
	zone_fini(&journal->zone);
	mem_free(journal->path);
}

void
draft_write(const struct draft *draft, const struct journal *journal,
	struct str *out)
{
	fields_write(draft->field, journal->columns - 1, out);
}

int
draft_word(const struct program *program, const struct vocab *vocab,
	const char *text)
{
	struct str all = {0};
	int i = text ? vocab_find(vocab, view_of(text)) : -1;

	if (text && i < 0) {
		vocab_write(vocab, &all);
		opt_usage(program, _("--%s: '%s' is none of %s"), vocab->what,
			text, str_text(&all));
	}
	return i;
}

/* Say how a time was understood. */
static void
echo_time(const struct journal *journal, const struct draft_time *time,
	const struct when *when, bool over)
{
	struct str text = {0};

	when_echo(when, &journal->zone, &text);
	if (when->fit == ZONE_TWICE)
		str_add(&text, _(" (the clock shows it twice: the first)"));
	if (when->fit == ZONE_NEVER)
		str_add(&text, _(" (the clock is put forward over it)"));
	if (over)
		str_add(&text, _(" (which is over)"));
	warn("%s: %s", time->option, str_text(&text));
	str_fini(&text);
}

/* Where a time stands to now, by the clock here: before it -1, behind it 1. */
static int
side_of_now(const struct journal *journal, const struct when *when)
{
	struct zone_time here;

	if (when->has_time)
		return (when->moment > journal->now) -
			(when->moment < journal->now);
	zone_split(&journal->zone, journal->now, &here);
	return (when->day > here.day) - (when->day < here.day);
}

/* Put a time as it is stored. */
static void
write_time(const struct journal *journal, const struct draft_time *time,
	const struct when *when, struct str *out)
{
	/* A day that has begun here, not in UTC: as a day it is to come. */
	if (time->back && !when->has_time &&
		when->day > moment_day(journal->now))
		moment_write(journal->now, out);
	else
		when_write(when, out);
}

/* Read a time that was given, and where it stands to now. */
static int
read_time(const struct program *program, const struct journal *journal,
	const struct draft_time *time, struct when *when)
{
	struct when_base base = {journal->now, &journal->zone, time->back};
	int side;

	if (!when_read(view_of(time->text), &base, when))
		opt_usage(program,
			_("--%s: '%s' is not a time; write 'tue 10:00', +3d, "
			  "'1/12 14:30'"),
			time->option, time->text);
	side = side_of_now(journal, when);
	if (time->back && side > 0)
		opt_usage(program,
			_("--%s: '%s' is still to come: log it when it has "
			  "happened"),
			time->option, time->text);
	return side;
}

void
draft_time_check(const struct program *program, const struct journal *journal,
	const struct draft_time *time)
{
	struct when when;

	if (time->text)
		(void)read_time(program, journal, time, &when);
}

struct view
draft_time(const struct program *program, const struct journal *journal,
	const struct draft_time *time, struct str *out)
{
	struct when when;
	int side;

	if (!time->text)
		return (struct view){0};
	side = read_time(program, journal, time, &when);
	write_time(journal, time, &when, out);
	if (!journal->common->quiet &&
		(!view_is(str_view(out), time->text) ||
			(!time->back && side < 0)))
		echo_time(journal, time, &when, !time->back && side < 0);
	return str_view(out);
}

void
draft_check(const struct program *program, const struct opt_list *leads,
	const char *id)
{
	if (!leads->n)
		opt_usage(program, _("--log is missing: which lead?"));
	if (id && leads->n > 1)
		opt_usage(program,
			_("--id names one entry, but there are several "
			  "leads"));
	if (id && !log_id_is(view_of(id)))
		opt_usage(program, _("--id: letters, digits and - _ . : only"));
}

void
draft_begin(struct draft *draft, const struct program *program,
	const struct journal *journal, const char *when,
	struct draft_begun *begun)
{
	struct draft_time time = {"when", when, true};

	moment_write(journal->now, &begun->logged_at);
	draft->field[CONTACT_LOGGED_AT] = str_view(&begun->logged_at);
	draft->field[CONTACT_AT] = when
		? draft_time(program, journal, &time, &begun->at)
		: draft->field[CONTACT_LOGGED_AT];
	draft->field[CONTACT_USER] = view_of(journal_user());
}

void
draft_begun_fini(struct draft_begun *begun)
{
	str_fini(&begun->at);
	str_fini(&begun->logged_at);
}

void
draft_write_all(struct draft *draft, const struct journal *journal,
	const char *id, const struct targets *targets, struct str *out)
{
	struct str made = {0};

	for (size_t i = 0; i < targets->n; i++) {
		str_clear(&made);
		if (id)
			str_add(&made, id);
		else if (!log_id_new(journal->letter, journal->now, &made))
			die_errno(_("no random numbers"));
		draft->field[CONTACT_ID] = str_view(&made);
		draft->field[CONTACT_LEAD_ID] = targets->all[i].lead_id;
		draft_write(draft, journal, out);
		str_byte(out, '\n');
	}
	str_fini(&made);
}

/* The lines with their sums. */
static size_t
add_sums(struct view lines, struct str *out)
{
	size_t n = 0;

	while (lines.len) {
		struct view line =
			view_upto(lines, view_find_byte(lines, '\n'));

		log_line(line, out);
		lines = view_from(lines, line.len + 1);
		n++;
	}
	return n;
}

/* One line for a person: the lead, then what was said of it. */
static void
put_line(const struct journal *journal, struct view record, struct str *out)
{
	struct view field;

	for (size_t i = 0; i + 2 < journal->columns; i++) {
		(void)view_cut(&record, '\t', &field);
		if (i < CONTACT_LEAD_ID || i == CONTACT_USER || !field.len)
			continue;
		if (i > CONTACT_LEAD_ID)
			str_add(out, i == CONTACT_USER + 1 ? ": " : ", ");
		visible_write(field, out);
	}
	str_byte(out, '\n');
}

static void
put_lines(const struct journal *journal, struct view records, struct str *out)
{
	struct view line;

	while (records.len && view_cut(&records, '\n', &line))
		if (line.len)
			put_line(journal, line, out);
}

static bool
print(const struct journal *journal, struct output *out, struct view records)
{
	struct str text = {0};
	bool good;

	if (!journal->common->output && isatty(STDOUT_FILENO)) {
		put_lines(journal, records, &text);
	} else {
		if (!journal->common->no_header) {
			str_put(&text, journal->log.header);
			str_byte(&text, '\n');
		}
		str_put(&text, records);
	}
	good = output_put(out, str_view(&text)) && output_end(out);
	if (!good)
		warn_errno(_("what was logged is there, but could not be"
			     " printed"));
	str_fini(&text);
	return good;
}

/* Lines that readers would leave out must not be written. */
static bool
is_text(const struct journal *journal, struct view lines)
{
	size_t good = utf8_valid(lines);
	struct view header = journal->log.header;
	struct view name = {0};

	if (good == lines.len)
		return true;
	lines = view_upto(lines, good);
	while (view_find_byte(lines, '\n') < lines.len)
		lines = view_from(lines, view_find_byte(lines, '\n') + 1);
	for (struct view piece; view_cut(&lines, '\t', &piece);)
		(void)view_cut(&header, '\t', &name);
	warn(_("%.*s: not valid UTF-8; nothing is logged"), VIEW_ARGS(name));
	return false;
}

enum status
journal_commit(const struct journal *journal, struct view lines)
{
	struct str records = {0};
	struct output out;
	enum status status;

	if (!is_text(journal, lines))
		return STATUS_FAIL;
	/* What fails once the log is written would belie status 2. */
	output_open(&out, journal->common->output);
	if (add_sums(lines, &records) == 1)
		status = log_append(
			&journal->log, view_upto(lines, lines.len - 1));
	else
		status = log_append_all(&journal->log, str_view(&records));
	if (status == STATUS_DONE && !print(journal, &out, str_view(&records)))
		status = STATUS_MAYBE;
	str_fini(&records);
	return status;
}

enum status
journal_log(const struct journal *journal, const struct opt_list *words,
	const struct draft_writer *writer)
{
	char *leads = store_path(journal->common, "leads.tsv");
	struct targets targets = {0};
	struct str lines = {0};
	enum status status;

	status = targets_find(&targets, words, journal->common, leads);
	if (status == STATUS_DONE && targets.n) {
		status = writer->write(writer->self, &targets, &lines);
		if (status == STATUS_DONE)
			status = journal_commit(journal, str_view(&lines));
	}
	targets_fini(&targets);
	str_fini(&lines);
	mem_free(leads);
	return status;
}

const char *
journal_user(void)
{
	static const char *const variables[] = {"LEAD_USER", "LOGNAME", "USER"};
	const struct passwd *entry;

	for (size_t i = 0; i < sizeof(variables) / sizeof(*variables); i++) {
		const char *value = getenv(variables[i]);

		if (value && *value)
			return value;
	}
	entry = getpwuid(getuid());
	return entry ? entry->pw_name : "";
}
