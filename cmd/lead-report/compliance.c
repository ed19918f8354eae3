/* What the law wants done: see LAW in lead-contact(1). */
#include "base/day.h"
#include "base/lang.h"
#include "build.h"
#include "items.h"
#include "lead/screen.h"
#include "lead/store.h"
#include "reports.h"

enum class { CLASS_LATE, CLASS_SOON };

/* What is due within a week is shown too. */
#define SOON (INT64_C(7) * DAY_SECONDS)

static const struct doc_column columns[] = {
	{"duty", N_("What"), DOC_WORD, DOC_STRONG},
	{"due", N_("Due"), DOC_TIME, 0},
	{"detail", N_("Why"), DOC_TEXT, DOC_GROW},
	ITEMS_LEAD_COLUMNS,
};

static const struct doc_column list_columns[] = {
	{"list", N_("List"), DOC_TEXT, DOC_STRONG},
	{"date", N_("Of"), DOC_TIME, 0},
	{"numbers", N_("Numbers"), DOC_COUNT, 0},
	{"state", N_("State"), DOC_WORD, 0},
};

/* A lead, and what is to be found about it. */
struct check {
	struct job *job;
	const struct items *items;
	struct items_state *state;
	const struct record *in;
	int64_t number; /* of findings so far */
};

static void
find(struct check *check, const char *duty, int64_t due, struct view detail)
{
	struct rows_key key = {.order = record_order(check->in)};
	struct str when = {0};
	struct view fields[3] = {view_of(duty), {0}, detail};
	struct str *line;

	if (due > check->job->now + SOON)
		return;
	key.part[0] = due <= check->job->now ? CLASS_LATE : CLASS_SOON;
	key.part[1] = due;
	key.part[2] = check->number++;
	line = list_offer_line(&check->items->list, check->state->set,
		(struct view){"", 0}, &key);
	if (line) {
		day_write(moment_day(due), &when);
		fields[1] = str_view(&when);
		items_put(check->items, check->in, fields, 3, line);
	}
	str_fini(&when);
}

/*
 * When a duty is due by the policy, in whole days: months are those of the
 * calendar, 31 January and a month is 28 February.
 */
static int64_t
due_after(const struct check *check, int64_t from, enum policy_key key)
{
	const struct policy *policy = &check->items->people.policy;
	struct view text = policy->text[key];
	int64_t months;
	int year;
	int month;
	int date;

	if (!view_ends(text, VIEW("mo")) ||
		!view_int(view_upto(text, text.len - 2), &months) ||
		months > 1200)
		return from + policy->seconds[key];
	day_split(moment_day(from), &year, &month, &date);
	months += month - 1;
	year += (int)(months / 12);
	month = (int)(months % 12) + 1;
	if (date > day_in_month(year, month))
		date = day_in_month(year, month);
	return day_of(year, month, date) * DAY_SECONDS;
}

static struct view
get(const struct check *check, const char *name)
{
	return record_get(check->in, job_column(check->job, name));
}

/* UK GDPR Art 14(3): within a month, or at the first contact. */
static void
check_notice(struct check *check)
{
	int64_t due;
	int64_t first;

	if (get(check, "privacy_notice_at").len ||
		!job_moment(get(check, "obtained_at"), &due))
		return;
	due = due_after(check, due, POLICY_NOTICE);
	if (job_moment(get(check, "first_contact"), &first) && first < due)
		due = first;
	find(check, "privacy notice", due, get(check, "source"));
}

static void
check_retention(struct check *check)
{
	int64_t last;

	if (view_is(get(check, "stage"), "converted"))
		return;
	if (job_moment(get(check, "last_contact"), &last) ||
		job_moment(get(check, "obtained_at"), &last))
		find(check, "retention",
			due_after(check, last, POLICY_RETENTION),
			get(check, "last_outcome"));
}

static void
check_complaints(struct check *check)
{
	const struct known *known = &check->state->known;

	for (size_t i = 0; i < known->items_n; i++) {
		const struct item *item = &known->items[i];
		const struct view *field = item->first->field;

		if (item->kind != KIND_COMPLAINT ||
			!(item->flags & NOTE_OPEN) ||
			view_is(item->last->field[NOTE_STATUS], "acknowledged"))
			continue;
		find(check, "complaint",
			due_after(check, item->first->at, POLICY_COMPLAINT),
			field[NOTE_TEXT].len ? field[NOTE_TEXT]
					     : field[NOTE_VALUE]);
	}
}

static void
record(struct job *job, void *state, const struct record *in)
{
	struct check check = {
		.job = job, .items = job->own, .state = state, .in = in};

	items_load(check.items, check.state, in);
	check_notice(&check);
	check_retention(&check);
	check_complaints(&check);
	if (!get(&check, "lawful_basis").len)
		find(&check, "lawful basis", job->now, VIEW(""));
}

static uint64_t
put_list(const struct job *job, struct doc *doc, const char *name)
{
	const struct items *items = job->own;
	int days = (int)(items->people.policy.seconds[POLICY_SCREENING] /
		DAY_SECONDS);
	char *path = store_path(&job->set->common, name);
	struct screen screen;
	struct str date = {0};
	bool stale;

	screen_load(&screen, path);
	screen_check(&screen, path);
	stale = screen_is_stale(&screen, job->today, days);
	if (screen.there)
		day_write(screen.date, &date);
	build_cell(doc, view_of(name));
	build_cell(doc, str_view(&date));
	build_count(doc, screen.n);
	build_tone(doc,
		!screen.there	? VIEW("missing")
			: stale ? VIEW("stale")
				: VIEW("ok"),
		stale ? DOC_BAD : DOC_GOOD);
	screen_fini(&screen);
	str_fini(&date);
	mem_free(path);
	return stale;
}

static void
write_compliance(struct job *job, struct doc *doc, size_t i)
{
	const struct items *items = job->own;
	const struct items_section what = {"duties", _("Nothing is due."),
		columns, sizeof(columns) / sizeof(*columns)};
	uint64_t late = 0;
	uint64_t soon = 0;
	uint64_t stale;

	(void)i;
	doc->title = _("Compliance");
	items_write(items, doc, JOB_ALL, &what);
	doc->sections[doc->n - 1].heading = _("What is to be done");
	if (list_parts(&items->list)) {
		late = list_count(&items->list, 0, CLASS_LATE);
		soon = list_count(&items->list, 0, CLASS_SOON);
	}
	build_section(doc, "lists", _("Screening lists"), list_columns,
		sizeof(list_columns) / sizeof(*list_columns));
	stale = put_list(job, doc, "tps.txt");
	stale += put_list(job, doc, "ctps.txt");
	build_figure(doc, "late", _("Due"), late, late ? DOC_BAD : DOC_GOOD);
	build_figure(doc, "soon", _("Within a week"), soon, DOC_PLAIN);
	build_figure(doc, "stale", _("Lists too old"), stale,
		stale ? DOC_BAD : DOC_GOOD);
	if (late + soon + stale)
		job->status = STATUS_PART;
}

const struct report report_compliance = {
	.name = "compliance",
	.purpose = N_("what the law wants done"),
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = list_report_settle,
	.write = write_compliance,
	.close = items_close,
};
