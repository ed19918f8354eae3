/* How well each source does, and why leads were ended. */
#include "tally.h"
#include "base/lang.h"
#include "build.h"
#include "group.h"
#include "lead/money.h"
#include "lead/stage.h"
#include "reports.h"
#include "wilson.h"

enum counter {
	COUNT_LEADS,
	COUNT_TRIED,
	COUNT_REACHED,
	COUNT_PROSPECTS, /* or further */
	COUNT_CONVERTED,
	COUNT_ENDED,
	COUNT_SCORE,
	COUNT_SCORED,
};

static const struct doc_column source_columns[] = {
	{"source", N_("Source"), DOC_TEXT, DOC_STRONG},
	{"leads", N_("Leads"), DOC_COUNT, 0},
	{"tried", N_("Tried"), DOC_COUNT, DOC_SPARE},
	{"reached", N_("Reached"), DOC_COUNT, DOC_SPARE},
	{"reached_rate", N_("of the tried"), DOC_RATE, 0},
	{"reached_low", "", DOC_RATE, DOC_DATA},
	{"reached_high", "", DOC_RATE, DOC_DATA},
	{"prospects", N_("Prospects"), DOC_COUNT, 0},
	{"prospect_rate", N_("of all"), DOC_RATE, 0},
	{"prospect_low", "", DOC_RATE, DOC_DATA},
	{"prospect_high", "", DOC_RATE, DOC_DATA},
	{"converted", N_("Converted"), DOC_COUNT, 0},
	{"ended", N_("Disqualified"), DOC_COUNT, DOC_SPARE},
	{"mean_score", N_("Mean score"), DOC_COUNT, DOC_SPARE},
	{"value", N_("Value"), DOC_MONEY, DOC_SPARE},
};

static const struct doc_column reason_columns[] = {
	{"reason", N_("Reason"), DOC_WORD, DOC_STRONG},
	{"leads", N_("Leads"), DOC_COUNT, 0},
	{"share", N_("Share"), DOC_RATE, 0},
	{"share_low", "", DOC_RATE, DOC_DATA},
	{"share_high", "", DOC_RATE, DOC_DATA},
	{"value", N_("Value"), DOC_MONEY, DOC_SPARE},
};

static void
open(struct job *job)
{
	struct tally *own = mem_new(1, sizeof(*own));
	const char *key = job->set->by;

	job->own = own;
	own->reasons = view_is(view_of(job->report->name), "reasons");
	if (!key)
		key = own->reasons ? "stage_reason" : "source";
	own->key = job_need(
		job, key, own->reasons ? "lead-contact" : "lead-import");
	own->stage = job_need(job, "stage", "lead-contact");
	own->reached = job_column(job, "reached");
	own->attempts = job_column(job, "attempts");
	own->score = job_column(job, "score");
	own->value = job_column(job, "value");
	own->currency = job_column(job, "currency");
}

static void *
start(struct job *job)
{
	(void)job;
	return mem_apart(sizeof(struct tally_sums));
}

static bool
is_some(struct view v)
{
	return v.len && !view_is(v, "0");
}

/* Sums of money stand apart by currency: "web\tGBP". */
static void
add_value(const struct tally *own, struct tally_sums *sums,
	const struct record *in)
{
	struct view value = record_get(in, own->value);
	struct view currency = record_get(in, own->currency);
	struct money money;

	if (!value.len || !money_read(value, NUMBER_GUESS, &money))
		return;
	str_clear(&sums->key);
	str_put(&sums->key, record_get(in, own->key));
	str_byte(&sums->key, '\t');
	if (currency.len)
		str_put(&sums->key, currency);
	else
		str_add(&sums->key, money.currency);
	groups_at(&sums->money, str_view(&sums->key))->n[0] += money.minor;
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct tally *own = job->own;
	struct tally_sums *sums = state;
	int stage = vocab_find(&stage_words, record_get(in, own->stage));
	struct group *group;
	int64_t score;

	if (own->reasons && stage != STAGE_DISQUALIFIED)
		return;
	group = groups_at(&sums->groups, record_get(in, own->key));
	group->n[COUNT_LEADS]++;
	if (is_some(record_get(in, own->attempts)))
		group->n[COUNT_TRIED]++;
	if (is_some(record_get(in, own->reached)))
		group->n[COUNT_REACHED]++;
	group->n[COUNT_PROSPECTS] +=
		stage == STAGE_PROSPECT || stage == STAGE_CONVERTED;
	group->n[COUNT_CONVERTED] += stage == STAGE_CONVERTED;
	group->n[COUNT_ENDED] += stage == STAGE_DISQUALIFIED;
	if (view_int(record_get(in, own->score), &score)) {
		group->n[COUNT_SCORE] += score;
		group->n[COUNT_SCORED]++;
	}
	add_value(own, sums, in);
}

static void
stop(struct job *job, void *state)
{
	struct tally *own = job->own;
	struct tally_sums *sums = state;

	groups_merge(&own->all.groups, &sums->groups);
	groups_merge(&own->all.money, &sums->money);
	groups_fini(&sums->groups);
	groups_fini(&sums->money);
	str_fini(&sums->key);
	mem_free(sums);
}

static void
settle(struct job *job)
{
	struct tally *own = job->own;

	groups_sort(&own->all.groups, COUNT_LEADS);
	groups_sort_keys(&own->all.money);
}

static void
put_rate(struct doc *doc, int64_t hits, int64_t n)
{
	struct wilson wilson = wilson_of((uint64_t)hits, (uint64_t)n);

	build_rate(doc, wilson.rate);
	build_rate(doc, wilson.low);
	build_rate(doc, wilson.high);
}

/* "12500 GBP" or "12500 GBP + 300 EUR". */
static void
put_value(const struct tally *own, struct doc *doc, struct view key)
{
	struct str text = {0};

	for (size_t i = 0; i < own->all.money.n; i++) {
		const struct group *sum = &own->all.money.all[i];
		size_t tab = view_find_byte(sum->key, '\t');
		struct view currency = view_from(sum->key, tab + 1);
		struct money money = {.minor = sum->n[0]};

		if (!view_eq(view_upto(sum->key, tab), key) || currency.len > 3)
			continue;
		memcpy(money.currency, currency.at, currency.len);
		str_add(&text, text.len ? " + " : "");
		money_write(money, &text);
	}
	build_cell(doc, str_view(&text));
	str_fini(&text);
}

static void
put_source(const struct tally *own, struct doc *doc, const struct group *group)
{
	const int64_t *n = group->n;

	build_field(doc, group->key);
	build_count(doc, (uint64_t)n[COUNT_LEADS]);
	build_count(doc, (uint64_t)n[COUNT_TRIED]);
	build_count(doc, (uint64_t)n[COUNT_REACHED]);
	put_rate(doc,
		n[COUNT_REACHED] < n[COUNT_TRIED] ? n[COUNT_REACHED]
						  : n[COUNT_TRIED],
		n[COUNT_TRIED]);
	build_count(doc, (uint64_t)n[COUNT_PROSPECTS]);
	put_rate(doc, n[COUNT_PROSPECTS], n[COUNT_LEADS]);
	build_count(doc, (uint64_t)n[COUNT_CONVERTED]);
	build_count(doc, (uint64_t)n[COUNT_ENDED]);
	if (n[COUNT_SCORED])
		build_count(doc, (uint64_t)(n[COUNT_SCORE] / n[COUNT_SCORED]));
	else
		build_cell(doc, VIEW(""));
	put_value(own, doc, group->key);
}

static int64_t
total(const struct tally *own, size_t counter)
{
	int64_t n = 0;

	for (size_t i = 0; i < own->all.groups.n; i++)
		n += own->all.groups.all[i].n[counter];
	return n;
}

static void
write_sources(struct job *job, struct doc *doc, size_t i)
{
	const struct tally *own = job->own;
	struct doc_section *section =
		build_section(doc, "sources", NULL, source_columns,
			sizeof(source_columns) / sizeof(struct doc_column));

	(void)i;
	doc->title = _("Where leads come from, and what becomes of them");
	doc->subtitle = job->set->by ? job->set->by : job->set->user;
	section->chart = DOC_RATES;
	section->chart_at = 8;
	section->empty = _("There are no leads.");
	for (size_t g = 0; g < own->all.groups.n; g++)
		put_source(own, doc, &own->all.groups.all[g]);
	build_figure(doc, "leads", _("Leads"),
		(uint64_t)total(own, COUNT_LEADS), DOC_PLAIN);
	build_figure(doc, "prospects", _("Prospects"),
		(uint64_t)total(own, COUNT_PROSPECTS), DOC_GOOD);
	build_figure(doc, "converted", _("Converted"),
		(uint64_t)total(own, COUNT_CONVERTED), DOC_GOOD);
}

static void
write_reasons(struct job *job, struct doc *doc, size_t i)
{
	const struct tally *own = job->own;
	int64_t all = total(own, COUNT_LEADS);
	struct doc_section *section =
		build_section(doc, "reasons", NULL, reason_columns,
			sizeof(reason_columns) / sizeof(struct doc_column));

	(void)i;
	doc->title = _("Why leads were disqualified");
	doc->subtitle = job->set->by ? job->set->by : job->set->user;
	section->chart = DOC_BARS;
	section->chart_at = 1;
	section->empty = _("No lead has been disqualified.");
	for (size_t g = 0; g < own->all.groups.n; g++) {
		const struct group *group = &own->all.groups.all[g];

		build_field(doc, group->key);
		build_count(doc, (uint64_t)group->n[COUNT_LEADS]);
		put_rate(doc, group->n[COUNT_LEADS], all);
		put_value(own, doc, group->key);
	}
	build_figure(doc, "disqualified", _("Disqualified"), (uint64_t)all,
		DOC_PLAIN);
}

static void
close_tally(struct job *job)
{
	struct tally *own = job->own;

	groups_fini(&own->all.groups);
	groups_fini(&own->all.money);
	mem_free(own);
}

const struct report report_sources = {
	.name = "sources",
	.purpose = N_("where leads come from, and what becomes of them"),
	.flags = REPORT_GROUPS,
	.open = open,
	.start = start,
	.record = record,
	.stop = stop,
	.settle = settle,
	.write = write_sources,
	.close = close_tally,
};

const struct report report_reasons = {
	.name = "reasons",
	.purpose = N_("why leads were disqualified"),
	.flags = REPORT_GROUPS,
	.open = open,
	.start = start,
	.record = record,
	.stop = stop,
	.settle = settle,
	.write = write_reasons,
	.close = close_tally,
};
