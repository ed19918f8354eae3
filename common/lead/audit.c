#include "lead/audit.h"

#include "base/day.h"
#include "base/lang.h"
#include "base/mem.h"
#include "lead/twin.h"
#include "record/field.h"
#include "record/log_id.h"

#include <stdlib.h>

#define SAID_MOST 100

static int
by_place(const void *a, const void *b)
{
	const struct view *x = a;
	const struct view *y = b;

	return (x->at > y->at) - (x->at < y->at);
}

void
audit_say(struct audit *audit, struct view line, int column, const char *what)
{
	const struct view *found = bsearch(
		&line, audit->lines, audit->lines_n, sizeof(line), by_place);
	struct place at = {.file = audit->journal->log.path};
	struct view rest = audit->journal->log.header;
	struct view name = {0};
	struct str text = {0};

	if (audit->found++ >= SAID_MOST)
		return;
	if (found)
		at.line = (uint64_t)(found - audit->lines) + 1;
	for (int i = 0; i <= column; i++)
		(void)view_cut(&rest, '\t', &name);
	if (name.len) {
		str_put(&text, name);
		at.column = str_text(&text);
	}
	warn_at(at, "%s", _(what));
	str_fini(&text);
}

static void
add(struct view **all, size_t *n, size_t *cap, struct view v)
{
	*all = mem_grow(*all, cap, *n + 1, sizeof(**all));
	(*all)[(*n)++] = v;
}

/* Split a line that has the right number of fields. */
static bool
split(const struct audit *audit, struct view line, struct view *field)
{
	size_t n = 0;

	if (view_eq(line, audit->journal->log.header))
		return false;
	while (n < audit->journal->columns && view_cut(&line, '\t', &field[n]))
		n++;
	return n == audit->journal->columns && !line.at;
}

/* Was it logged before it happened?  Zones may differ by a day. */
static bool
is_early(const struct draft *draft)
{
	int64_t at, logged;

	return moment_read(draft->field[CONTACT_AT], &at) &&
		moment_read(draft->field[CONTACT_LOGGED_AT], &logged) &&
		at > logged + DAY_SECONDS;
}

/* The times, ids and words of an entry. */
static void
check_line(struct audit *audit, struct view line)
{
	struct bulk_fault fault = {0};
	struct str scratch = {0};
	struct draft draft = {0};
	size_t columns = audit->journal->columns;

	if (!split(audit, line, draft.field) ||
		!draft.field[CONTACT_LEAD_ID].len)
		return; /* which making the index has said */
	add(&audit->leads, &audit->leads_n, &audit->leads_cap,
		draft.field[CONTACT_LEAD_ID]);
	if (!log_id_is(draft.field[CONTACT_ID]))
		audit_say(audit, line, CONTACT_ID, N_("is no id"));
	if (is_early(&draft))
		audit_say(audit, line, CONTACT_AT,
			N_("is later than the day it was logged"));
	if (draft.field[columns - 2].len)
		return; /* a void entry says nothing else */
	str_reserve(&scratch, line.len + (size_t)ENTRY_COLUMNS * 32);
	for (size_t i = 0; i < columns; i++)
		draft.field[i] = field_plain(draft.field[i], &scratch);
	if (audit->check(&draft, &fault) == BULK_BAD) {
		struct str text = {0};

		bulk_fault_write(&fault, &draft, &text);
		audit_say(audit, line, fault.column, str_text(&text));
		str_fini(&text);
	}
	str_fini(&scratch);
}

/* Two lines with one id that do not say the same; voids of nothing. */
struct named {
	struct view id, line, voided;
};

static int
by_id(const void *a, const void *b)
{
	const struct named *x = a;
	const struct named *y = b;
	int order = view_order(x->id, y->id);

	return order ? order : by_place(&x->line, &y->line);
}

static const struct named *
find_named(const struct named *all, size_t n, struct view id)
{
	size_t low = 0;
	size_t high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (view_order(all[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < n && view_eq(all[low].id, id) ? &all[low] : NULL;
}

/* A command may be repeated with the same --id, which happens later. */
static bool
is_repeat(const struct audit *audit, struct view a, struct view b)
{
	struct view x[ENTRY_COLUMNS], y[ENTRY_COLUMNS];

	return split(audit, a, x) && split(audit, b, y) &&
		twin_is_same(audit->journal, x, y, false);
}

static void
check_names(struct audit *audit)
{
	struct named *all = mem_new(audit->lines_n, sizeof(*all));
	struct view field[ENTRY_COLUMNS];
	size_t n = 0;

	for (size_t i = 0; i < audit->lines_n; i++)
		if (split(audit, audit->lines[i], field))
			all[n++] = (struct named){field[0], audit->lines[i],
				field[audit->journal->columns - 2]};
	qsort(all, n, sizeof(*all), by_id);
	for (size_t i = 0; i < n; i++) {
		const struct named *voided;

		if (i && view_eq(all[i].id, all[i - 1].id) &&
			!is_repeat(audit, all[i].line, all[i - 1].line))
			audit_say(audit, all[i].line, CONTACT_ID,
				N_("is that of another entry too"));
		if (!all[i].voided.len)
			continue;
		voided = find_named(all, n, all[i].voided);
		if (!voided)
			audit_say(audit, all[i].line,
				(int)audit->journal->columns - 2,
				N_("names an entry that is not here"));
		else if (voided->voided.len)
			audit_say(audit, all[i].line,
				(int)audit->journal->columns - 2,
				N_("names an entry that voids another"));
	}
	mem_free(all);
}

static int
by_text(const void *a, const void *b)
{
	const struct view *x = a;
	const struct view *y = b;

	return view_order(*x, *y);
}

/* Each lead's history, once. */
static void
check_histories(struct audit *audit, const struct history_log *log)
{
	struct history history = {0};

	if (!audit->leads_n)
		return;
	qsort(audit->leads, audit->leads_n, sizeof(*audit->leads), by_text);
	for (size_t i = 0; audit->history && i < audit->leads_n; i++) {
		if (i && view_eq(audit->leads[i], audit->leads[i - 1]))
			continue;
		history_load(&history, log, audit->leads[i]);
		audit->history(audit, &history);
	}
	history_fini(&history);
}

enum status
audit_run(struct audit *audit)
{
	struct history_log log;
	enum status status =
		history_open(&log, &audit->journal->log, audit->journal->now);
	struct view rest = log.image.bytes;

	while (rest.len) {
		struct view line = view_upto(rest, view_find_byte(rest, '\n'));

		add(&audit->lines, &audit->lines_n, &audit->lines_cap, line);
		rest = view_from(rest, line.len + 1);
	}
	for (size_t i = 0; i < audit->lines_n; i++)
		check_line(audit, audit->lines[i]);
	check_names(audit);
	check_histories(audit, &log);
	if (audit->found > SAID_MOST)
		warn(_("%llu more messages like these"),
			(unsigned long long)(audit->found - SAID_MOST));
	if (status == STATUS_DONE && (audit->found || log.image.torn))
		status = STATUS_PART;
	mem_free(audit->lines);
	mem_free(audit->leads);
	history_close(&log);
	return status;
}

/* The fields of the entry with an id. */
static bool
find_entry(const struct audit *audit, struct view log, struct view id,
	struct view *field)
{
	while (log.len) {
		struct view line = view_upto(log, view_find_byte(log, '\n'));

		log = view_from(log, line.len + 1);
		if (view_starts(line, id) && split(audit, line, field) &&
			view_eq(field[CONTACT_ID], id))
			return true;
	}
	return false;
}

enum status
audit_find(const struct journal *journal, const char *id)
{
	const struct audit audit = {.journal = journal};
	struct view field[ENTRY_COLUMNS];
	struct log_image image;
	bool found;

	if (!log_read(&journal->log, &image))
		return STATUS_FAIL;
	found = find_entry(&audit, image.bytes, view_of(id), field);
	log_image_fini(&image);
	if (!found)
		warn(_("%s: no entry '%s'"), journal->log.path, id);
	return found ? STATUS_DONE : STATUS_PART;
}

/* Has an entry of the log, whose fields these are, been voided by now? */
static bool
is_undone(const struct audit *audit, struct view log, const struct view *field)
{
	struct view id = field[CONTACT_ID];
	size_t column = audit->journal->columns - 2;
	struct view other[ENTRY_COLUMNS];
	int64_t at;

	while (log.len) {
		struct view line = view_upto(log, view_find_byte(log, '\n'));

		log = view_from(log, line.len + 1);
		if (view_find(line, id) < line.len &&
			split(audit, line, other) &&
			view_eq(other[column], id) &&
			view_eq(other[CONTACT_LEAD_ID],
				field[CONTACT_LEAD_ID]) &&
			moment_read(other[CONTACT_AT], &at) &&
			at <= audit->journal->now)
			return true;
	}
	return false;
}

static enum status
append_void(const struct journal *journal, const struct view *field)
{
	struct draft draft = {0};
	struct str lines = {0};
	struct str now = {0};
	struct str id = {0};
	struct str scratch = {0};
	enum status status;

	if (!log_id_new(journal->letter, journal->now, &id))
		die_errno(_("no random numbers"));
	moment_write(journal->now, &now);
	draft.field[CONTACT_ID] = str_view(&id);
	draft.field[CONTACT_AT] = str_view(&now);
	draft.field[CONTACT_LOGGED_AT] = str_view(&now);
	draft.field[CONTACT_LEAD_ID] =
		field_plain(field[CONTACT_LEAD_ID], &scratch);
	draft.field[CONTACT_USER] = view_of(journal_user());
	draft.field[journal->columns - 2] = field[CONTACT_ID];
	draft_write(&draft, journal, &lines);
	str_byte(&lines, '\n');
	status = journal_commit(journal, str_view(&lines));
	str_fini(&lines);
	str_fini(&now);
	str_fini(&id);
	str_fini(&scratch);
	return status;
}

/* The state is the one that was asked for. */
static enum status
say_undone(const struct journal *journal, const char *id)
{
	if (!journal->common->quiet)
		warn(_("'%s' is undone already: nothing is appended"), id);
	return STATUS_DONE;
}

enum status
audit_undo(const struct journal *journal, const char *id)
{
	const struct audit audit = {.journal = journal};
	struct view field[ENTRY_COLUMNS];
	enum status status = STATUS_PART;
	struct log_image image;

	if (!log_read(&journal->log, &image))
		return STATUS_FAIL;
	if (!*id || !find_entry(&audit, image.bytes, view_of(id), field))
		warn(_("%s: no entry '%s'"), journal->log.path, id);
	else if (field[journal->columns - 2].len)
		warn(_("'%s' is itself an undoing: log again what it undid"),
			id);
	else if (!is_undone(&audit, image.bytes, field))
		status = append_void(journal, field);
	else
		status = say_undone(journal, id);
	log_image_fini(&image);
	return status;
}
