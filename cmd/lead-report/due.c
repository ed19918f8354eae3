/* The follow-ups that are due today and those that are late. */
#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "list.h"
#include "reports.h"

enum {
	LEAD_ID,
	FULL_NAME,
	COMPANY,
	PHONE,
	MOBILE,
	EMAIL,
	OWNER,
	STAGE,
	NEXT_AT,
	NEXT_ACTION,
	AGENDA,
	LAST_CONTACT,
	LAST_CHANNEL,
	LAST_OUTCOME,
	ATTEMPTS,
	SCORE,
	GRADE,
	GATE_CALL,
	FIELDS
};

static const char *const names[FIELDS] = {"lead_id", "full_name", "company",
	"phone", "mobile", "email", "owner", "stage", "next_at", "next_action",
	"agenda", "last_contact", "last_channel", "last_outcome", "attempts",
	"score", "grade", "gate_call"};

/* In the order in which they are listed. */
enum class { CLASS_PROMISED, CLASS_OVERDUE, CLASS_TODAY, CLASS_NONE };

static const char *const class_names[] = {"promised", "overdue", "today"};

static const struct doc_column columns[] = {
	{"due", N_("Due"), DOC_WORD, 0},
	{"next_at", N_("When"), DOC_TIME, 0},
	{"late_days", N_("Late"), DOC_DAYS, DOC_DATA},
	{"lead_id", N_("Lead"), DOC_TEXT, DOC_DATA},
	{"full_name", N_("Name"), DOC_TEXT, DOC_STRONG},
	{"company", N_("Company"), DOC_TEXT, 0},
	{"phone", N_("Phone"), DOC_PHONE, 0},
	{"email", N_("E-mail"), DOC_EMAIL, DOC_DATA},
	{"owner", N_("Owner"), DOC_TEXT, DOC_SPARE},
	{"stage", N_("Stage"), DOC_WORD, DOC_SPARE},
	{"next_action", N_("Next action"), DOC_TEXT, DOC_GROW},
	{"agenda", N_("Agenda"), DOC_TEXT, DOC_DATA},
	{"last_contact", N_("Last contact"), DOC_TIME, DOC_DATA},
	{"last_channel", N_("Channel"), DOC_WORD, DOC_DATA},
	{"last_outcome", N_("Last outcome"), DOC_WORD, DOC_SPARE},
	{"attempts", N_("Attempts"), DOC_COUNT, DOC_DATA},
	{"score", N_("Score"), DOC_COUNT, DOC_SPARE},
	{"grade", N_("Grade"), DOC_GRADE, DOC_DATA},
	{"gate_call", N_("Call?"), DOC_GATE, 0},
};

struct due {
	struct list list;
	int next_at, stage, outcome, score;
};

static void
open(struct job *job)
{
	const struct header *header = &job->flow.header;
	struct due *due = mem_new(1, sizeof(*due));

	job->own = due;
	list_open(&due->list, job, names, FIELDS);
	due->next_at = due->list.at[NEXT_AT];
	due->stage = due->list.at[STAGE];
	due->outcome = due->list.at[LAST_OUTCOME];
	due->score = header_find(header, VIEW("score"));
	if (due->next_at < 0)
		die(_("the input has no column 'next_at': put lead-contact "
		      "before me"));
}

static void *
start(struct job *job)
{
	(void)job;
	return list_start();
}

/* They asked for it, or agreed to it: it must not be late. */
static bool
is_promised(struct view stage, struct view outcome)
{
	return view_is(stage, "prospect") || view_is(outcome, "callback") ||
		view_is(outcome, "meeting-booked") ||
		view_is(outcome, "rescheduled");
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct due *due = job->own;
	struct view when = record_get(in, due->next_at);
	struct view stage = record_get(in, due->stage);
	enum class class;
	struct rows_key key = {.order = record_order(in)};
	int64_t moment;
	int64_t score = 0;
	int32_t day;

	if (!when.len || !moment_read(when, &moment) ||
		!clock_day(when, &day) || day > job->today ||
		!job_is_open(stage))
		return;
	if (is_promised(stage, record_get(in, due->outcome)))
		class = CLASS_PROMISED;
	else if (day < job->today)
		class = CLASS_OVERDUE;
	else
		class = CLASS_TODAY;
	(void)view_int(record_get(in, due->score), &score);
	key.part[0] = class;
	key.part[1] = class == CLASS_OVERDUE ? -score : moment;
	key.part[2] = class == CLASS_OVERDUE ? moment : -score;
	list_offer(&due->list, state, in, &key);
}

static void
stop(struct job *job, void *state)
{
	struct due *due = job->own;

	list_take(&due->list, state);
}

static void
settle(struct job *job)
{
	struct due *due = job->own;

	list_settle(&due->list);
}

static size_t
parts(const struct job *job)
{
	const struct due *due = job->own;

	return list_parts(&due->list);
}

static struct view
part(const struct job *job, size_t i)
{
	const struct due *due = job->own;

	return list_part(&due->list, i);
}

static void
put_row(const struct job *job, struct doc *doc, const struct row *row)
{
	static const int fields[] = {LEAD_ID, FULL_NAME, COMPANY, PHONE, EMAIL,
		OWNER, STAGE, NEXT_ACTION, AGENDA, LAST_CONTACT, LAST_CHANNEL,
		LAST_OUTCOME, ATTEMPTS, SCORE, GRADE, GATE_CALL};
	static const enum doc_tone tones[] = {DOC_BAD, DOC_WARN, DOC_PLAIN};
	enum class class = (enum class)row->key.part[0];
	struct view when = row_field(row, NEXT_AT);
	int32_t day = job->today;

	(void)clock_day(when, &day);
	build_tone(doc, view_of(class_names[class]),
		class == CLASS_PROMISED && day == job->today ? DOC_GOOD
							     : tones[class]);
	build_field(doc, when);
	build_count(doc, (uint64_t)(job->today - day));
	for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
		struct view field = row_field(row, (size_t)fields[i]);

		if (fields[i] == PHONE && !field.len)
			field = row_field(row, MOBILE);
		build_field(doc, field);
	}
}

static void
put_part(const struct job *job, struct doc *doc, size_t i, uint64_t *counts)
{
	const struct due *due = job->own;
	const struct rows *rows = list_rows(&due->list, i);
	struct view value = list_part(&due->list, i);
	struct doc_section *section;

	section = build_section(doc, "due",
		due->list.by < 0 ? NULL
				 : doc_text(doc, "%.*s", VIEW_ARGS(value)),
		columns, sizeof(columns) / sizeof(*columns));
	section->more = rows->seen - rows->n;
	for (size_t r = 0; r < rows->n; r++)
		put_row(job, doc, &rows->all[r]);
	for (size_t c = 0; c < CLASS_NONE; c++)
		counts[c] += list_count(&due->list, i, c);
}

static void
write_due(struct job *job, struct doc *doc, size_t i)
{
	const struct due *due = job->own;
	size_t n = list_parts(&due->list);
	uint64_t counts[CLASS_NONE] = {0};

	doc->title = _("Follow-ups due");
	if (job->set->user)
		doc->subtitle = job->set->user;
	for (size_t p = i == JOB_ALL ? 0 : i; p < (i == JOB_ALL ? n : i + 1);
		p++)
		put_part(job, doc, p, counts);
	if (!n)
		build_section(doc, "due", NULL, columns,
			sizeof(columns) / sizeof(*columns))
			->empty = _("Nothing is due.");
	build_figure(doc, "promised", _("Promised"), counts[CLASS_PROMISED],
		DOC_GOOD);
	build_figure(doc, "overdue", _("Overdue"), counts[CLASS_OVERDUE],
		counts[CLASS_OVERDUE] ? DOC_BAD : DOC_PLAIN);
	build_figure(doc, "today", _("Today"), counts[CLASS_TODAY], DOC_PLAIN);
}

static void
close_due(struct job *job)
{
	struct due *due = job->own;

	list_close(&due->list);
	mem_free(due);
}

const struct report report_due = {
	.name = "due",
	.purpose = N_("follow-ups due today and overdue"),
	.open = open,
	.start = start,
	.record = record,
	.stop = stop,
	.settle = settle,
	.parts = parts,
	.part = part,
	.write = write_due,
	.close = close_due,
};
