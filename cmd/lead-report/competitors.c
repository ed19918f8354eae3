/* Who supplies them now, and whose contract ends when. */
#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "items.h"
#include "lead/stage.h"
#include "reports.h"
#include "wilson.h"

enum counter {
	COUNT_LEADS,
	COUNT_OPEN,
	COUNT_WON,
	COUNT_CLOSED,
	COUNT_LOST, /* to a competitor */
};

static const struct doc_column columns[] = {
	{"competitor", N_("Competitor"), DOC_TEXT, DOC_STRONG},
	{"leads", N_("Leads"), DOC_COUNT, 0},
	{"open", N_("Open"), DOC_COUNT, 0},
	{"won", N_("Won from them"), DOC_COUNT, 0},
	{"won_rate", N_("of the closed"), DOC_RATE, 0},
	{"won_low", "", DOC_RATE, DOC_DATA},
	{"won_high", "", DOC_RATE, DOC_DATA},
	{"lost", N_("Lost to them"), DOC_COUNT, DOC_SPARE},
};

static const struct doc_column renewal_columns[] = {
	{"renewal_at", N_("Contract ends"), DOC_TIME, 0},
	{"competitor", N_("Competitor"), DOC_TEXT, 0},
	ITEMS_LEAD_COLUMNS,
};

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct items *items = job->own;
	struct items_state *mine = state;
	const struct entry *entry;
	struct view name;
	struct group *group;
	int stage = vocab_find(&stage_words, items_get(items, in, ITEMS_STAGE));
	struct rows_key key = {.order = record_order(in)};
	struct view fields[2];
	struct str *line;

	items_load(items, mine, in);
	entry = mine->known.last[KIND_COMPETITOR];
	if (!entry)
		return;
	name = entry->field[NOTE_VALUE];
	group = groups_at(&mine->groups, name);
	group->n[COUNT_LEADS]++;
	group->n[COUNT_OPEN] += job_is_open(items_get(items, in, ITEMS_STAGE));
	group->n[COUNT_WON] += stage == STAGE_CONVERTED;
	group->n[COUNT_LOST] += stage == STAGE_DISQUALIFIED;
	group->n[COUNT_CLOSED] +=
		stage == STAGE_CONVERTED || stage == STAGE_DISQUALIFIED;
	if (!job_moment(mine->known.renewal_at, &key.part[1]) ||
		key.part[1] < clock_midnight(job->today) ||
		stage == STAGE_CONVERTED)
		return;
	fields[0] = mine->known.renewal_at;
	fields[1] = name;
	line = list_offer_line(
		&items->list, mine->set, (struct view){"", 0}, &key);
	if (line)
		items_put(items, in, fields, 2, line);
}

static void
settle(struct job *job)
{
	struct items *items = job->own;

	list_settle(&items->list);
	groups_sort(&items->groups, COUNT_LEADS);
}

static void
write_competitors(struct job *job, struct doc *doc, size_t i)
{
	const struct items *items = job->own;
	const struct items_section what = {"renewals",
		_("No renewal is known."), renewal_columns,
		sizeof(renewal_columns) / sizeof(*renewal_columns)};
	struct doc_section *section =
		build_section(doc, "competitors", _("Who supplies them"),
			columns, sizeof(columns) / sizeof(*columns));

	(void)i;
	doc->title = _("Competitors");
	doc->subtitle = job->set->user;
	section->chart = DOC_BARS;
	section->chart_at = 1;
	section->empty = _("No competitor is known.");
	for (size_t g = 0; g < items->groups.n; g++) {
		const struct group *group = &items->groups.all[g];
		struct wilson wilson = wilson_of((uint64_t)group->n[COUNT_WON],
			(uint64_t)group->n[COUNT_CLOSED]);

		build_field(doc, group->key);
		build_count(doc, (uint64_t)group->n[COUNT_LEADS]);
		build_count(doc, (uint64_t)group->n[COUNT_OPEN]);
		build_count(doc, (uint64_t)group->n[COUNT_WON]);
		build_rate(doc, wilson.rate);
		build_rate(doc, wilson.low);
		build_rate(doc, wilson.high);
		build_count(doc, (uint64_t)group->n[COUNT_LOST]);
	}
	items_write(items, doc, JOB_ALL, &what);
	doc->sections[doc->n - 1].heading = _("Whose contract ends next");
}

const struct report report_competitors = {
	.name = "competitors",
	.purpose = N_("who supplies them, and whose contract ends when"),
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = settle,
	.write = write_competitors,
	.close = items_close,
};
