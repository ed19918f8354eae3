/* What records lack or contradict. */
#include "base/lang.h"
#include "build.h"
#include "items.h"
#include "lead/country.h"
#include "lead/stage.h"
#include "reports.h"

static const struct doc_column columns[] = {
	{"column", N_("Column"), DOC_TEXT, DOC_STRONG},
	{"finding", N_("Finding"), DOC_WORD, 0},
	{"value", N_("Value"), DOC_TEXT, DOC_GROW},
	ITEMS_LEAD_COLUMNS,
};

struct check {
	struct job *job;
	const struct items *items;
	struct items_state *state;
	const struct record *in;
	int64_t number;
};

static struct view
get(const struct check *check, const char *name)
{
	return record_get(check->in, job_column(check->job, name));
}

static void
find(struct check *check, struct view column, const char *finding)
{
	struct rows_key key = {.order = record_order(check->in)};
	struct view value = record_get(
		check->in, header_find(&check->job->flow.header, column));
	struct view fields[] = {column, view_of(finding), value};
	struct str *line;

	key.part[1] = (int64_t)key.order;
	key.part[2] = check->number++;
	line = list_offer_line(&check->items->list, check->state->set,
		(struct view){"", 0}, &key);
	if (line)
		items_put(check->items, check->in, fields, 3, line);
}

/* What the policy wants of every lead, and of those at this stage. */
static void
check_required(struct check *check)
{
	int stage = vocab_find(&stage_words, get(check, "stage"));
	struct view column;
	size_t at = 0;

	if (stage < 0 && get(check, "stage").len)
		find(check, VIEW("stage"), "unknown stage");
	while (policy_required(&check->items->people.policy,
		stage < 0 ? STAGE_NEW : (enum stage)stage, &at, &column))
		if (!record_get(check->in,
			    header_find(&check->job->flow.header, column))
				.len)
			find(check, column, "missing");
}

static void
check_times(struct check *check)
{
	static const char *const names[] = {"next_at", "last_contact",
		"first_contact", "obtained_at", "stage_at", "renewal_at"};
	int64_t moment;

	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct view field = get(check, names[i]);

		if (!field.len)
			continue;
		if (!job_moment(field, &moment))
			find(check, view_of(names[i]), "no date");
		else if (moment > check->job->now && i > 0 && i < 5)
			find(check, view_of(names[i]), "in the future");
	}
	if (view_is(get(check, "stage"), "nurture") &&
		job_moment(get(check, "next_at"), &moment) &&
		moment < check->job->now)
		find(check, VIEW("next_at"), "in the past");
}

static bool
is_bad(struct view status)
{
	return status.len && !view_is(status, "ok");
}

static void
check_addresses(struct check *check)
{
	struct view country = get(check, "country");
	struct view owner = get(check, "owner");

	if (is_bad(get(check, "email_status")))
		find(check, VIEW("email"), "invalid");
	if (is_bad(get(check, "phone_status")))
		find(check, VIEW("phone"), "invalid");
	if (country.len && !country_is_code(country))
		find(check, VIEW("country"), "no ISO 3166-1 code");
	if (owner.len && check->items->people.n &&
		!people_find(&check->items->people, owner))
		find(check, VIEW("owner"), "not in people.tsv");
}

static void
record(struct job *job, void *state, const struct record *in)
{
	struct check check = {
		.job = job, .items = job->own, .state = state, .in = in};

	check_required(&check);
	check_times(&check);
	check_addresses(&check);
}

static void
write_lint(struct job *job, struct doc *doc, size_t i)
{
	const struct items *items = job->own;
	const struct items_section what = {"lint", _("Nothing is wrong."),
		columns, sizeof(columns) / sizeof(*columns)};
	uint64_t n = 0;

	(void)i;
	doc->title = _("What records lack");
	doc->subtitle = job->set->user;
	items_write(items, doc, JOB_ALL, &what);
	if (list_parts(&items->list))
		n = list_count(&items->list, 0, 0);
	build_figure(doc, "findings", _("Findings"), n, n ? DOC_BAD : DOC_GOOD);
	if (n)
		job->status = STATUS_PART;
}

const struct report report_lint = {
	.name = "lint",
	.purpose = N_("what records lack or contradict"),
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = list_report_settle,
	.write = write_lint,
	.close = items_close,
};
