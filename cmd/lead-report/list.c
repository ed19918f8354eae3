#include "list.h"

#include "base/lang.h"

#include <stdlib.h>

void
list_open(struct list *list, const struct job *job, const char *const *names,
	size_t n)
{
	const struct header *header = &job->flow.header;

	*list = (struct list){.names = names, .n = n, .by = -1};
	list->most = job_rows(job);
	list->at = mem_new(n, sizeof(*list->at));
	for (size_t i = 0; i < n; i++)
		list->at[i] = header_find(header, view_of(names[i]));
	if (!job->set->by)
		return;
	list->by = header_find(header, view_of(job->set->by));
	if (list->by < 0)
		die(_("--by: the input has no column '%s'"), job->set->by);
}

struct list_set *
list_start(void)
{
	return mem_new(1, sizeof(struct list_set));
}

static struct rows *
rows_of(struct list_set *set, struct view value, uint64_t most)
{
	size_t had = set->groups.n;
	size_t i = (size_t)(groups_at(&set->groups, value) - set->groups.all);

	if (set->groups.n > had) {
		set->rows = mem_grow(set->rows, &set->cap, set->groups.n,
			sizeof(*set->rows));
		set->rows[i] = (struct rows){.most = most};
	}
	return &set->rows[i];
}

struct str *
list_offer_line(const struct list *list, struct list_set *set, struct view by,
	const struct rows_key *key)
{
	struct rows *rows = rows_of(set, by, list->most);

	set->groups.all[rows - set->rows].n[key->part[0]]++;
	return rows_offer(rows, key);
}

void
list_offer(const struct list *list, struct list_set *set,
	const struct record *record, const struct rows_key *key)
{
	struct str *line =
		list_offer_line(list, set, record_get(record, list->by), key);

	if (!line)
		return;
	for (size_t i = 0; i < list->n; i++) {
		if (i)
			str_byte(line, '\t');
		str_put(line, record_get(record, list->at[i]));
	}
}

static void
free_set(struct list_set *set)
{
	for (size_t i = 0; i < set->groups.n; i++)
		rows_fini(&set->rows[i]);
	mem_free(set->rows);
	groups_fini(&set->groups);
}

void
list_take(struct list *list, struct list_set *set)
{
	for (size_t i = 0; i < set->groups.n; i++)
		rows_merge(
			rows_of(&list->set, set->groups.all[i].key, list->most),
			&set->rows[i]);
	groups_merge(&list->set.groups, &set->groups);
	list->set.left_out += set->left_out;
	free_set(set);
	mem_free(set);
}

static int
compare(const void *a, const void *b, void *groups)
{
	const struct group *all = groups;

	return view_order(
		all[*(const size_t *)a].key, all[*(const size_t *)b].key);
}

void
list_settle(struct list *list)
{
	size_t n = list->set.groups.n;

	list->sorted = mem_new(n, sizeof(*list->sorted));
	for (size_t i = 0; i < n; i++) {
		list->sorted[i] = i;
		rows_sort(&list->set.rows[i]);
	}
	if (n)
		qsort_r(list->sorted, n, sizeof(*list->sorted), compare,
			list->set.groups.all);
}

size_t
list_parts(const struct list *list)
{
	return list->set.groups.n;
}

struct view
list_part(const struct list *list, size_t i)
{
	return list->set.groups.all[list->sorted[i]].key;
}

uint64_t
list_count(const struct list *list, size_t i, size_t class)
{
	return (uint64_t)list->set.groups.all[list->sorted[i]].n[class];
}

const struct rows *
list_rows(const struct list *list, size_t i)
{
	return &list->set.rows[list->sorted[i]];
}

void
list_close(struct list *list)
{
	free_set(&list->set);
	mem_free(list->at);
	mem_free(list->sorted);
}

void *
list_report_start(struct job *job)
{
	(void)job;
	return list_start();
}

void
list_report_stop(struct job *job, void *state)
{
	list_take(job->own, state);
}

void
list_report_settle(struct job *job)
{
	list_settle(job->own);
}

size_t
list_report_parts(const struct job *job)
{
	return list_parts(job->own);
}

struct view
list_report_part(const struct job *job, size_t i)
{
	return list_part(job->own, i);
}

void
list_report_close(struct job *job)
{
	list_close(job->own);
	mem_free(job->own);
}
