#include "lead/twin.h"

#include "base/day.h"
#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/split.h"

#include <stdlib.h>

#define SAID_MOST 20

/* Lines to be appended, in the order of their ids. */
struct named {
	struct view id, line;
	bool said;
};

struct twins {
	const struct journal *journal;
	bool timed;
	struct named *all; /* owned */
	size_t n, cap;
	uint64_t found;
};

static bool
same_moment(struct view a, struct view b)
{
	int64_t x, y;

	return view_eq(a, b) ||
		(moment_read(a, &x) && moment_read(b, &y) && x == y);
}

bool
twin_is_same(const struct journal *journal, const struct view *a,
	const struct view *b, bool timed)
{
	for (size_t i = 0; i + 1 < journal->columns; i++) {
		if (i == CONTACT_LOGGED_AT || i == CONTACT_USER ||
			(i == CONTACT_AT && !timed))
			continue;
		if (i == CONTACT_AT ? !same_moment(a[i], b[i])
				    : !view_eq(a[i], b[i]))
			return false;
	}
	return true;
}

static int
by_id(const void *a, const void *b)
{
	const struct named *x = a;
	const struct named *y = b;

	return view_order(x->id, y->id);
}

static struct named
named_of(struct view line)
{
	return (struct named){
		view_upto(line, view_find_byte(line, '\t')), line, false};
}

static void
compare(struct twins *twins, struct named *mine, struct view other)
{
	struct view a[ENTRY_COLUMNS] = {0};
	struct view b[ENTRY_COLUMNS] = {0};
	size_t columns = twins->journal->columns;
	struct view line;

	/* A line with other fields is no entry; those of ours lack the sum. */
	(void)split_line(mine->line, a, columns, &line);
	if (split_line(other, b, columns, &line) + 1 < columns || mine->said ||
		twin_is_same(twins->journal, a, b, twins->timed))
		return;
	mine->said = true;
	if (twins->found++ < SAID_MOST)
		warn(_("'%.*s' is the id of another entry, which says "
		       "something else; nothing is logged"),
			VIEW_ARGS(mine->id));
}

static void
collect(struct twins *twins, struct view lines)
{
	struct named *all;
	struct view line;

	while (lines.len && view_cut(&lines, '\n', &line)) {
		twins->all = mem_grow(twins->all, &twins->cap, twins->n + 1,
			sizeof(*twins->all));
		twins->all[twins->n++] = named_of(line);
	}
	all = twins->all;
	qsort(all, twins->n, sizeof(*all), by_id);
	for (size_t i = 1; i < twins->n; i++)
		if (view_eq(all[i - 1].id, all[i].id))
			compare(twins, &all[i], all[i - 1].line);
}

static void
look_in(struct twins *twins, struct view log)
{
	struct view line;

	while (log.len && view_cut(&log, '\n', &line)) {
		struct named key = named_of(line);
		struct named *mine =
			bsearch(&key, twins->all, twins->n, sizeof(key), by_id);

		if (mine)
			compare(twins, mine, line);
	}
}

enum status
twins_refuse(const struct journal *journal, struct view lines, bool timed)
{
	struct twins twins = {.journal = journal, .timed = timed};
	struct log_image image;

	if (!log_read(&journal->log, &image))
		return STATUS_FAIL;
	collect(&twins, lines);
	look_in(&twins, image.bytes);
	log_image_fini(&image);
	mem_free(twins.all);
	if (!twins.found)
		return STATUS_DONE;
	if (twins.found > SAID_MOST)
		warn(_("%llu more messages like these"),
			(unsigned long long)(twins.found - SAID_MOST));
	return STATUS_PART;
}
