/* What holds leads back, how each kind ended, and who bought all the same. */
#include "base/lang.h"
#include "build.h"
#include "items.h"
#include "lead/stage.h"
#include "reports.h"
#include "wilson.h"

enum counter {
	COUNT_RAISED,
	COUNT_OPEN,
	COUNT_ANSWERED,
	COUNT_ACCEPTED,
	COUNT_CONCEDED,
	COUNT_WON,    /* of leads that are customers now */
	COUNT_CLOSED, /* or were disqualified */
};

static const struct doc_column columns[] = {
	{"objection", N_("Objection"), DOC_TEXT, DOC_STRONG},
	{"raised", N_("Raised"), DOC_COUNT, 0},
	{"open", N_("Open"), DOC_COUNT, 0},
	{"answered", N_("Answered"), DOC_COUNT, DOC_SPARE},
	{"accepted", N_("Accepted"), DOC_COUNT, DOC_SPARE},
	{"conceded", N_("Conceded"), DOC_COUNT, DOC_SPARE},
	{"worked_rate", N_("Answer accepted"), DOC_RATE, 0},
	{"worked_low", "", DOC_RATE, DOC_DATA},
	{"worked_high", "", DOC_RATE, DOC_DATA},
	{"won", N_("Won"), DOC_COUNT, DOC_SPARE},
	{"won_rate", N_("Won all the same"), DOC_RATE, 0},
	{"won_low", "", DOC_RATE, DOC_DATA},
	{"won_high", "", DOC_RATE, DOC_DATA},
};

static const struct doc_column open_columns[] = {
	{"at", N_("Since"), DOC_TIME, 0},
	{"objection", N_("Objection"), DOC_TEXT, 0},
	{"text", N_("Note"), DOC_TEXT, DOC_GROW},
	{"product", N_("Product"), DOC_TEXT, DOC_SPARE},
	ITEMS_LEAD_COLUMNS,
};

static void
count(struct group *group, const struct item *item, int stage)
{
	struct view status = item->last->field[NOTE_STATUS];

	group->n[COUNT_RAISED]++;
	group->n[COUNT_OPEN] += (item->flags & NOTE_OPEN) != 0;
	group->n[COUNT_ANSWERED] += view_is(status, "answered");
	group->n[COUNT_ACCEPTED] += view_is(status, "accepted");
	group->n[COUNT_CONCEDED] += view_is(status, "conceded");
	group->n[COUNT_WON] += stage == STAGE_CONVERTED;
	group->n[COUNT_CLOSED] +=
		stage == STAGE_CONVERTED || stage == STAGE_DISQUALIFIED;
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct items *items = job->own;
	struct items_state *mine = state;
	int stage = vocab_find(&stage_words, items_get(items, in, ITEMS_STAGE));

	items_load(items, mine, in);
	for (size_t i = 0; i < mine->known.items_n; i++) {
		const struct item *item = &mine->known.items[i];
		const struct view *field = item->first->field;
		struct view fields[] = {field[NOTE_AT], field[NOTE_VALUE],
			field[NOTE_TEXT], field[NOTE_PRODUCT]};
		struct rows_key key = {.order = record_order(in)};
		struct str *line;

		if (item->kind != KIND_OBJECTION)
			continue;
		count(groups_at(&mine->groups, field[NOTE_VALUE]), item, stage);
		if (!(item->flags & NOTE_OPEN))
			continue;
		key.part[1] = item->first->at;
		key.part[2] = (int64_t)i;
		line = list_offer_line(
			&items->list, mine->set, (struct view){"", 0}, &key);
		if (line)
			items_put(items, in, fields, 4, line);
	}
}

static void
settle(struct job *job)
{
	struct items *items = job->own;

	list_settle(&items->list);
	groups_sort(&items->groups, COUNT_RAISED);
}

static void
put_rate(struct doc *doc, int64_t hits, int64_t n)
{
	struct wilson wilson = wilson_of((uint64_t)hits, (uint64_t)n);

	build_rate(doc, wilson.rate);
	build_rate(doc, wilson.low);
	build_rate(doc, wilson.high);
}

static void
put_group(struct doc *doc, const struct group *group)
{
	const int64_t *n = group->n;

	build_field(doc, group->key.len ? group->key : view_of(_("other")));
	for (size_t c = COUNT_RAISED; c <= COUNT_CONCEDED; c++)
		build_count(doc, (uint64_t)n[c]);
	put_rate(doc, n[COUNT_ACCEPTED],
		n[COUNT_ANSWERED] + n[COUNT_ACCEPTED] + n[COUNT_CONCEDED]);
	build_count(doc, (uint64_t)n[COUNT_WON]);
	put_rate(doc, n[COUNT_WON], n[COUNT_CLOSED]);
}

static void
write_objections(struct job *job, struct doc *doc, size_t i)
{
	const struct items *items = job->own;
	const struct items_section what = {"open", _("No objection is open."),
		open_columns, sizeof(open_columns) / sizeof(*open_columns)};
	struct doc_section *section = build_section(doc, "objections",
		_("What they say, and what comes of it"), columns,
		sizeof(columns) / sizeof(*columns));
	uint64_t raised = 0;
	uint64_t open = 0;

	(void)i;
	doc->title = _("Objections");
	doc->subtitle = job->set->user;
	section->chart = DOC_BARS;
	section->chart_at = 1;
	section->empty = _("Nobody has objected to anything.");
	for (size_t g = 0; g < items->groups.n; g++) {
		const struct group *group = &items->groups.all[g];

		put_group(doc, group);
		raised += (uint64_t)group->n[COUNT_RAISED];
		open += (uint64_t)group->n[COUNT_OPEN];
	}
	items_write(items, doc, JOB_ALL, &what);
	doc->sections[doc->n - 1].heading = _("Those that stand");
	build_figure(doc, "raised", _("Raised"), raised, DOC_PLAIN);
	build_figure(doc, "open", _("Open"), open, DOC_WARN);
}

const struct report report_objections = {
	.name = "objections",
	.purpose = N_("what holds leads back, and how that ends"),
	.open = items_open,
	.start = items_start,
	.record = record,
	.stop = items_stop,
	.settle = settle,
	.write = write_objections,
	.close = items_close,
};
