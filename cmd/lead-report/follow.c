/* Follow-ups: what is due, and whom to ring next. */
#include "follow.h"
#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "label.h"
#include "lead/store.h"
#include "lead/zone.h"
#include "reports.h"

static const char *const class_names[] = {
	[FOLLOW_PROMISED] = "promised",
	[FOLLOW_OVERDUE] = "overdue",
	[FOLLOW_TODAY] = "today",
	[FOLLOW_FRESH] = "new",
	[FOLLOW_OTHER] = "open",
};

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
	TIMEZONE,
	OBTAINED_AT,
	PRIORITY,
	COUNTRY,
	FIELDS
};

static const char *const names[FIELDS] = {"lead_id", "full_name", "company",
	"phone", "mobile", "email", "owner", "stage", "next_at", "next_action",
	"agenda", "last_contact", "last_channel", "last_outcome", "attempts",
	"score", "grade", "gate_call", "timezone", "obtained_at", "priority",
	"country"};

static const struct doc_column columns[] = {
	{"due", N_("Due"), DOC_WORD, 0},
	{"next_at", N_("When"), DOC_TIME, 0},
	{"late_days", N_("Late"), DOC_DAYS, DOC_DATA},
	{"lead_id", N_("Lead"), DOC_TEXT, DOC_DATA},
	{"full_name", N_("Name"), DOC_TEXT, DOC_STRONG},
	{"company", N_("Company"), DOC_TEXT, DOC_SPARE},
	{"phone", N_("Phone"), DOC_PHONE, 0},
	{"local_time", N_("Their time"), DOC_COUNT, DOC_SPARE},
	{"gate_call", N_("Call?"), DOC_GATE, DOC_GROW},
	{"next_action", N_("Next action"), DOC_TEXT, DOC_GROW},
	{"why", N_("Why"), DOC_TEXT, DOC_PEOPLE | DOC_SPARE | DOC_GROW},
	{"owner", N_("Owner"), DOC_TEXT, DOC_SPARE},
	{"email", N_("E-mail"), DOC_EMAIL, DOC_DATA},
	{"stage", N_("Stage"), DOC_WORD, DOC_DATA},
	{"agenda", N_("Agenda"), DOC_TEXT, DOC_DATA},
	{"last_contact", N_("Last contact"), DOC_TIME, DOC_DATA},
	{"last_channel", N_("Channel"), DOC_WORD, DOC_DATA},
	{"last_outcome", N_("Last outcome"), DOC_WORD, DOC_DATA},
	{"attempts", N_("Attempts"), DOC_COUNT, DOC_DATA},
	{"score", N_("Score"), DOC_COUNT, DOC_DATA},
	{"grade", N_("Grade"), DOC_GRADE, DOC_DATA},
	{"obtained_at", N_("Obtained"), DOC_TIME, DOC_DATA},
};

/* The fields behind "owner" in that table, in its order. */
static const int plain_fields[] = {OWNER, EMAIL, STAGE, AGENDA, LAST_CONTACT,
	LAST_CHANNEL, LAST_OUTCOME, ATTEMPTS, SCORE, GRADE, OBTAINED_AT};

static void
open(struct job *job)
{
	struct follow *own = mem_new(1, sizeof(*own));
	char *path;

	job->own = own;
	list_open(&own->list, job, names, FIELDS);
	path = store_path(&job->set->common, "policy.tsv");
	policy_load(&own->policy, path);
	mem_free(path);
	own->queue = view_is(view_of(job->report->name), "queue");
	(void)job_need(job, "next_at", "lead-contact");
}

/* They asked for it, or agreed to it: it must not be late. */
static bool
is_promised(struct view stage, struct view outcome)
{
	return view_is(stage, "prospect") || view_is(outcome, "callback") ||
		view_is(outcome, "meeting-booked") ||
		view_is(outcome, "rescheduled");
}

static struct view
get(const struct follow *own, const struct record *in, int field)
{
	return record_get(in, own->list.at[field]);
}

/* FOLLOW_NONE: not to be listed. */
static enum follow_class
classify(const struct job *job, const struct record *in, int64_t *moment)
{
	const struct follow *own = job->own;
	struct view when = get(own, in, NEXT_AT);
	struct view stage = get(own, in, STAGE);
	int32_t day;

	*moment = 0;
	if (!job_is_open(stage))
		return FOLLOW_NONE;
	if (!when.len)
		return !own->queue			 ? FOLLOW_NONE
			: get(own, in, LAST_CONTACT).len ? FOLLOW_OTHER
							 : FOLLOW_FRESH;
	if (own->undated || !moment_read(when, moment) ||
		!clock_day(when, &day) || day > job->today)
		return FOLLOW_NONE;
	if (is_promised(stage, get(own, in, LAST_OUTCOME)))
		return FOLLOW_PROMISED;
	return day < job->today ? FOLLOW_OVERDUE : FOLLOW_TODAY;
}

/* Higher comes first: the priority, or else the score. */
static int64_t
worth(const struct follow *own, const struct record *in)
{
	int64_t n = 0;

	if (!view_int(get(own, in, PRIORITY), &n))
		(void)view_int(get(own, in, SCORE), &n);
	return n;
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct follow *own = job->own;
	struct rows_key key = {.order = record_order(in)};
	int64_t moment;
	int64_t obtained = 0;
	enum follow_class class = classify(job, in, &moment);

	if (class == FOLLOW_NONE)
		return;
	if (own->queue && view_starts(get(own, in, GATE_CALL), VIEW("no:"))) {
		((struct list_set *)state)->left_out++;
		return;
	}
	key.part[0] = class;
	key.part[1] = -worth(own, in);
	key.part[2] = moment;
	if (class == FOLLOW_PROMISED || class == FOLLOW_TODAY) {
		key.part[1] = moment;
		key.part[2] = -worth(own, in);
	} else if (class >= FOLLOW_FRESH) {
		(void)job_moment(get(own, in, OBTAINED_AT), &obtained);
		key.part[0] = FOLLOW_FRESH;
		key.part[2] = -obtained;
	}
	list_offer(&own->list, state, in, &key);
}

/* "3 days late; voicemail; 72 A": why it stands here. */
static void
write_why(const struct job *job, const struct row *row, int32_t late,
	struct str *out)
{
	struct view outcome = row_field(row, LAST_OUTCOME);
	struct view score = row_field(row, SCORE);
	int64_t obtained;

	if (late > 0)
		str_printf(out,
			ngettext("%d day late", "%d days late",
				(unsigned long)late),
			late);
	if (outcome.len) {
		str_add(out, out->len ? "; " : "");
		str_put(out, label_word(outcome));
	} else if (job_moment(row_field(row, OBTAINED_AT), &obtained)) {
		long long days = (job->now - obtained) / DAY_SECONDS;

		str_add(out, out->len ? "; " : "");
		str_printf(out,
			ngettext("here for %lld day", "here for %lld days",
				(unsigned long)days),
			days);
	}
	if (!score.len)
		return;
	str_add(out, out->len ? "; " : "");
	str_printf(out, _("score %.*s"), VIEW_ARGS(score));
	if (row_field(row, GRADE).len)
		str_printf(out, " %.*s", VIEW_ARGS(row_field(row, GRADE)));
}

/*
 * What the clocks show where the lead is: by its time zone, else by ours when
 * it is in our country; empty when that is not known.
 */
static void
write_local(const struct job *job, const struct row *row, struct str *out)
{
	const struct follow *own = job->own;
	struct view name = row_field(row, TIMEZONE);
	struct view country = row_field(row, COUNTRY);
	struct zone zone;
	struct zone_time time;

	if (!name.len &&
		(!country.len ||
			view_eq(country, own->policy.text[POLICY_COUNTRY])))
		name = own->policy.text[POLICY_TIMEZONE];
	if (!name.len || !zone_load(&zone, name))
		return;
	zone_split(&zone, job->now, &time);
	str_printf(out, "%02d:%02d", (int)(time.second / 3600),
		(int)(time.second / 60 % 60));
	zone_fini(&zone);
}

static void
put_row(const struct job *job, struct doc *doc, const struct row *row)
{
	static const enum doc_tone tones[] = {
		DOC_BAD, DOC_WARN, DOC_PLAIN, DOC_PLAIN, DOC_PLAIN};
	enum follow_class class = (enum follow_class)row->key.part[0];
	struct view when = row_field(row, NEXT_AT);
	struct view phone = row_field(row, PHONE);
	struct str text = {0};
	int32_t day = job->today;

	(void)clock_day(when, &day);
	if (class == FOLLOW_FRESH && row_field(row, LAST_CONTACT).len)
		class = FOLLOW_OTHER;
	build_tone(doc, view_of(class_names[class]),
		class == FOLLOW_PROMISED && day == job->today ? DOC_GOOD
							      : tones[class]);
	build_field(doc, when);
	build_count(doc, (uint64_t)(job->today - day));
	build_field(doc, row_field(row, LEAD_ID));
	build_field(doc, row_field(row, FULL_NAME));
	build_field(doc, row_field(row, COMPANY));
	build_field(doc, phone.len ? phone : row_field(row, MOBILE));
	write_local(job, row, &text);
	build_cell(doc, str_view(&text));
	build_field(doc, row_field(row, GATE_CALL));
	build_field(doc, row_field(row, NEXT_ACTION));
	str_clear(&text);
	write_why(job, row, job->today - day, &text);
	build_field(doc, str_view(&text));
	for (size_t i = 0; i < sizeof(plain_fields) / sizeof(int); i++)
		build_field(doc, row_field(row, (size_t)plain_fields[i]));
	str_fini(&text);
}

static struct doc_section *
open_section(const struct job *job, struct doc *doc, struct view value)
{
	return build_section(doc, job->report->name,
		value.len ? doc_text(doc, "%.*s", VIEW_ARGS(value)) : NULL,
		columns, sizeof(columns) / sizeof(*columns));
}

static void
put_part(const struct job *job, struct doc *doc, size_t i, uint64_t *counts)
{
	const struct follow *own = job->own;
	const struct rows *rows = list_rows(&own->list, i);
	struct doc_section *section =
		open_section(job, doc, list_part(&own->list, i));

	section->more = rows->seen - rows->n;
	for (size_t r = 0; r < rows->n; r++)
		put_row(job, doc, &rows->all[r]);
	for (size_t c = 0; c < FOLLOW_NONE; c++)
		counts[c] += list_count(&own->list, i, c);
}

static void
put_figures(const struct follow *own, struct doc *doc, const uint64_t *counts)
{
	build_figure(doc, "promised", _("Promised"), counts[FOLLOW_PROMISED],
		DOC_GOOD);
	build_figure(doc, "overdue", _("Overdue"), counts[FOLLOW_OVERDUE],
		counts[FOLLOW_OVERDUE] ? DOC_BAD : DOC_PLAIN);
	build_figure(doc, "today", _("Today"), counts[FOLLOW_TODAY], DOC_PLAIN);
	if (!own->queue)
		return;
	build_figure(
		doc, "others", _("Others"), counts[FOLLOW_FRESH], DOC_PLAIN);
	build_figure(doc, "left_out", _("Not to be called"),
		own->list.set.left_out,
		own->list.set.left_out ? DOC_WARN : DOC_PLAIN);
}

static void
write_follow(struct job *job, struct doc *doc, size_t i)
{
	const struct follow *own = job->own;
	size_t first = i == JOB_ALL ? 0 : i;
	size_t last = i == JOB_ALL ? list_parts(&own->list) : i + 1;
	uint64_t counts[FOLLOW_NONE] = {0};

	doc->title = own->undated ? _("Nobody has a date with")
		: own->queue	  ? _("Whom to ring next")
				  : _("Follow-ups due");
	doc->subtitle = job->set->user;
	for (size_t p = first; p < last; p++)
		put_part(job, doc, p, counts);
	if (first == last)
		open_section(job, doc, (struct view){0})->empty = own->queue
			? _("There is nobody to ring.")
			: _("Nothing is due.");
	put_figures(own, doc, counts);
}

static void
close_follow(struct job *job)
{
	struct follow *own = job->own;

	policy_fini(&own->policy);
	list_report_close(job);
}

const struct report report_due = {
	.name = "due",
	.purpose = N_("follow-ups due today and overdue"),
	.flags = REPORT_GATE | REPORT_PARTS,
	.open = open,
	.start = list_report_start,
	.record = record,
	.stop = list_report_stop,
	.settle = list_report_settle,
	.parts = list_report_parts,
	.part = list_report_part,
	.write = write_follow,
	.close = close_follow,
};

const struct report report_queue = {
	.name = "queue",
	.purpose = N_("whom to ring next, and why"),
	.flags = REPORT_GATE | REPORT_PARTS,
	.open = open,
	.start = list_report_start,
	.record = record,
	.stop = list_report_stop,
	.settle = list_report_settle,
	.parts = list_report_parts,
	.part = list_report_part,
	.write = write_follow,
	.close = close_follow,
};
