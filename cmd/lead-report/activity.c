/* What was tried, by whom, how, when, and whether it reached anyone. */
#include "activity.h"

#include "base/hash.h"
#include "base/lang.h"
#include "build.h"
#include "clock.h"
#include "lead/channel.h"
#include "lead/outcome.h"
#include "reports.h"
#include "wilson.h"

#include <stdlib.h>

enum counter {
	COUNT_ENTRIES,
	COUNT_ATTEMPTS,
	COUNT_REACHED,
	COUNT_MEETINGS,
};

enum { DAYS = 30 };

#define RATE_COLUMNS                                                           \
	{"contacts", N_("Contacts"), DOC_COUNT, 0},                            \
		{"attempts", N_("Attempts"), DOC_COUNT, 0},                    \
		{"reached", N_("Reached"), DOC_COUNT, 0},                      \
		{"reached_rate", N_("of the attempts"), DOC_RATE, 0},          \
		{"reached_low", "", DOC_RATE, DOC_DATA},                       \
		{"reached_high", "", DOC_RATE, DOC_DATA},                      \
	{                                                                      \
		"meetings", N_("Meetings"), DOC_COUNT, DOC_SPARE               \
	}

static const struct doc_column user_columns[] = {
	{"user", N_("User"), DOC_TEXT, DOC_STRONG}, RATE_COLUMNS};
static const struct doc_column channel_columns[] = {
	{"channel", N_("Channel"), DOC_WORD, DOC_STRONG}, RATE_COLUMNS};
static const struct doc_column hour_columns[] = {
	{"hour", N_("Calls at"), DOC_TEXT, DOC_STRONG}, RATE_COLUMNS};
static const struct doc_column day_columns[] = {
	{"day", N_("Day"), DOC_TIME, 0},
	{"attempts", N_("Attempts"), DOC_COUNT, 0},
	{"reached", N_("Reached"), DOC_COUNT, 0},
};

static void
open(struct job *job)
{
	struct activity *own = mem_new(1, sizeof(*own));

	job->own = own;
	own->id = job_need(job, "contact_id", "the contact log");
	own->at = job_need(job, "at", "the contact log");
	own->user = job_need(job, "user", "the contact log");
	own->channel = job_column(job, "channel");
	own->direction = job_column(job, "direction");
	own->outcome = job_column(job, "outcome");
	own->voids = job_column(job, "void");
}

static void *
start(struct job *job)
{
	(void)job;
	return mem_new(1, sizeof(struct activity_part));
}

static uint64_t
digest(struct view id)
{
	return hash_digest(id).high;
}

static void
record(struct job *job, void *state, const struct record *in)
{
	const struct activity *own = job->own;
	struct activity_part *part = state;
	struct view voids = record_get(in, own->voids);
	struct group *user;
	struct activity_entry *entry;
	int64_t at;

	if (voids.len) {
		part->voids = mem_grow(part->voids, &part->voids_cap,
			part->voids_n + 1, sizeof(*part->voids));
		part->voids[part->voids_n++] = digest(voids);
		return;
	}
	if (!job_moment(record_get(in, own->at), &at) || at > job->now)
		return;
	user = groups_at(&part->users, record_get(in, own->user));
	part->all = mem_grow(
		part->all, &part->cap, part->n + 1, sizeof(*part->all));
	entry = &part->all[part->n++];
	*entry = (struct activity_entry){
		.id = digest(record_get(in, own->id)),
		.at = at,
		.user = (uint32_t)(user - part->users.all),
		.channel = (int16_t)vocab_find(
			&channel_words, record_get(in, own->channel)),
		.outcome = (int16_t)vocab_find(
			&outcome_words, record_get(in, own->outcome)),
		.in = view_is(record_get(in, own->direction), "in"),
	};
}

static void
stop(struct job *job, void *state)
{
	struct activity *own = job->own;
	struct activity_part *all = &own->all;
	struct activity_part *part = state;

	all->all = mem_grow(
		all->all, &all->cap, all->n + part->n, sizeof(*all->all));
	for (size_t i = 0; i < part->n; i++) {
		struct activity_entry *entry = &all->all[all->n++];
		struct view user = part->users.all[part->all[i].user].key;

		*entry = part->all[i];
		entry->user = (uint32_t)(groups_at(&all->users, user) -
			all->users.all);
	}
	all->voids = mem_grow(all->voids, &all->voids_cap,
		all->voids_n + part->voids_n, sizeof(*all->voids));
	for (size_t i = 0; i < part->voids_n; i++)
		all->voids[all->voids_n++] = part->voids[i];
	mem_free(part->all);
	mem_free(part->voids);
	groups_fini(&part->users);
	mem_free(part);
}

static int
by_id(const void *a, const void *b)
{
	const struct activity_entry *x = a;
	const struct activity_entry *y = b;

	return x->id < y->id ? -1 : x->id > y->id;
}

static int
by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a;
	uint64_t y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* Each entry once, and none that was voided. */
static void
settle(struct job *job)
{
	struct activity *own = job->own;
	struct activity_part *all = &own->all;
	size_t n = 0;

	if (all->n)
		qsort(all->all, all->n, sizeof(*all->all), by_id);
	if (all->voids_n)
		qsort(all->voids, all->voids_n, sizeof(*all->voids), by_number);
	for (size_t i = 0; i < all->n; i++) {
		uint64_t id = all->all[i].id;

		if (n && all->all[n - 1].id == id)
			continue;
		if (all->voids_n &&
			bsearch(&id, all->voids, all->voids_n, sizeof(id),
				by_number))
			continue;
		all->all[n++] = all->all[i];
	}
	all->n = n;
}

static void
count(struct group *group, const struct activity_entry *entry)
{
	unsigned flags = entry->outcome < 0
		? 0
		: outcome_words.word[entry->outcome].flags;
	bool attempt = !entry->in && (flags & OUTCOME_ATTEMPT);

	group->n[COUNT_ENTRIES]++;
	group->n[COUNT_ATTEMPTS] += attempt;
	group->n[COUNT_REACHED] += attempt && (flags & OUTCOME_REACHED);
	if (entry->outcome >= 0)
		group->n[COUNT_MEETINGS] += view_is(
			view_of(vocab_name(&outcome_words, entry->outcome)),
			"meeting-booked");
}

static void
put_groups(struct doc *doc, const struct groups *groups)
{
	struct doc_section *section = &doc->sections[doc->n - 1];

	section->chart = DOC_RATES;
	section->chart_at = 4;
	for (size_t i = 0; i < groups->n; i++) {
		const int64_t *n = groups->all[i].n;
		struct wilson wilson = wilson_of((uint64_t)n[COUNT_REACHED],
			(uint64_t)n[COUNT_ATTEMPTS]);

		build_field(doc, groups->all[i].key);
		build_count(doc, (uint64_t)n[COUNT_ENTRIES]);
		build_count(doc, (uint64_t)n[COUNT_ATTEMPTS]);
		build_count(doc, (uint64_t)n[COUNT_REACHED]);
		build_rate(doc, wilson.rate);
		build_rate(doc, wilson.low);
		build_rate(doc, wilson.high);
		build_count(doc, (uint64_t)n[COUNT_MEETINGS]);
	}
}

static void
put_users(const struct activity *own, struct doc *doc)
{
	struct groups groups = {0};

	build_section(doc, "users", _("Who"), user_columns,
		sizeof(user_columns) / sizeof(*user_columns))
		->empty = _("Nothing has been logged.");
	for (size_t i = 0; i < own->all.n; i++)
		count(groups_at(&groups,
			      own->all.users.all[own->all.all[i].user].key),
			&own->all.all[i]);
	groups_sort(&groups, COUNT_ATTEMPTS);
	put_groups(doc, &groups);
	groups_fini(&groups);
}

static void
put_channels(const struct activity *own, struct doc *doc)
{
	struct groups groups = {0};

	build_section(doc, "channels", _("How"), channel_columns,
		sizeof(channel_columns) / sizeof(*channel_columns));
	for (size_t i = 0; i < own->all.n; i++)
		count(groups_at(&groups,
			      view_of(vocab_name(&channel_words,
				      own->all.all[i].channel))),
			&own->all.all[i]);
	groups_sort(&groups, COUNT_ATTEMPTS);
	put_groups(doc, &groups);
	groups_fini(&groups);
}

static void
put_hours(const struct activity *own, struct doc *doc)
{
	struct groups groups = {0};

	build_section(doc, "hours", _("When calls reach somebody"),
		hour_columns, sizeof(hour_columns) / sizeof(*hour_columns));
	for (size_t i = 0; i < own->all.n; i++) {
		const struct activity_entry *entry = &own->all.all[i];
		struct str hour = {0};

		if (entry->channel != CHANNEL_CALL || entry->in)
			continue;
		str_printf(&hour, "%02d:00", clock_local(entry->at).hour);
		count(groups_at(&groups, str_view(&hour)), entry);
		str_fini(&hour);
	}
	groups_sort_keys(&groups);
	put_groups(doc, &groups);
	groups_fini(&groups);
}

static void
put_days(const struct job *job, struct doc *doc)
{
	const struct activity *own = job->own;
	struct group days[DAYS] = {0};
	struct doc_section *section =
		build_section(doc, "days", _("The last 30 days"), day_columns,
			sizeof(day_columns) / sizeof(*day_columns));

	section->chart = DOC_SPARK;
	section->chart_at = 1;
	for (size_t i = 0; i < own->all.n; i++) {
		int32_t back = job->today - clock_local(own->all.all[i].at).day;

		if (back >= 0 && back < DAYS)
			count(&days[DAYS - 1 - back], &own->all.all[i]);
	}
	for (int32_t i = 0; i < DAYS; i++) {
		struct str day = {0};

		day_write(job->today - (DAYS - 1) + i, &day);
		build_cell(doc, str_view(&day));
		build_count(doc, (uint64_t)days[i].n[COUNT_ATTEMPTS]);
		build_count(doc, (uint64_t)days[i].n[COUNT_REACHED]);
		str_fini(&day);
	}
}

static void
write_activity(struct job *job, struct doc *doc, size_t i)
{
	const struct activity *own = job->own;
	struct group all = {0};

	(void)i;
	for (size_t e = 0; e < own->all.n; e++)
		count(&all, &own->all.all[e]);
	doc->title = _("Activity");
	doc->subtitle = job->set->user;
	put_users(own, doc);
	put_channels(own, doc);
	put_hours(own, doc);
	if (own->all.n)
		put_days(job, doc);
	build_figure(doc, "attempts", _("Attempts"),
		(uint64_t)all.n[COUNT_ATTEMPTS], DOC_PLAIN);
	build_figure(doc, "reached", _("Reached"),
		(uint64_t)all.n[COUNT_REACHED], DOC_GOOD);
	build_figure(doc, "meetings", _("Meetings"),
		(uint64_t)all.n[COUNT_MEETINGS], DOC_GOOD);
}

static void
close_activity(struct job *job)
{
	struct activity *own = job->own;

	mem_free(own->all.all);
	mem_free(own->all.voids);
	groups_fini(&own->all.users);
	mem_free(own);
}

const struct report report_activity = {
	.name = "activity",
	.purpose = N_("attempts and conversations, from a contact log"),
	.flags = REPORT_CONTACTS,
	.open = open,
	.start = start,
	.record = record,
	.stop = stop,
	.settle = settle,
	.write = write_activity,
	.close = close_activity,
};
