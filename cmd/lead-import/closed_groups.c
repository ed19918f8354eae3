#include "closed_groups.h"

#include "settle.h"
#include "stops.h"

#include "base/mem.h"
#include "base/pool.h"
#include "record/split.h"

#define MEMBERS 1024 /* that a thread looks at at once */

/* How many members there are of the group that begins with one. */
static size_t
count(const struct groups *groups, size_t from)
{
	size_t n = 1;

	while (from + n < groups->n &&
		groups->members[from + n].first == groups->members[from].first)
		n++;
	return n;
}

/* Merge a group, and note what it closes. */
static void
note_group(struct settler *s, size_t from, size_t n, struct closed_batch *batch)
{
	const struct member *members = &s->groups->members[from];

	settle_read(s, spool_row(&s->spool, members->first), s->into);
	merging_start(&s->merging, s->groups->merge, s->into, &s->arena);
	for (size_t i = 0; i < n; i++) {
		settle_read(s, spool_row(&s->spool, members[i].row), s->from);
		merging_add(&s->merging, s->from);
	}
	merging_end(&s->merging);
	(void)closed_note(batch, s->groups->in->schema, s->into, NULL, NULL);
	arena_fini(&s->arena);
}

/* A digest of a row's e-mail address; 0: it has none. */
static uint64_t
email_of(struct settler *s, uint32_t row)
{
	size_t at = (size_t)s->groups->in->schema->at.email;
	struct view line, email;

	split_line(spool_row(&s->spool, row), s->from, at + 1, &line);
	email = s->from[at];
	return email.len ? hash_table(email, 0) : 0;
}

/*
 * Were all rows joined by the address that they share?  What was merged before
 * has the keys of others, too.
 */
static bool
share_email(const struct groups *groups, const struct member *members, size_t n)
{
	const struct intake *in = groups->in;

	for (size_t i = 0; i < n; i++) {
		struct link_fate fate = link_fate(in->link, members[i].row);

		if (fate.why != LINK_KEY || fate.key != LINK_EMAIL)
			return false;
	}
	return in->schema->at.match_keys < 0;
}

/* Have its rows different addresses? */
static bool
has_several(struct settler *s, size_t from, size_t n)
{
	const struct member *members = &s->groups->members[from];
	uint64_t one;

	if (s->groups->in->schema->at.email < 0 ||
		share_email(s->groups, members, n))
		return false;
	one = email_of(s, members->first);
	for (size_t i = 0; i < n; i++) {
		uint64_t other = email_of(s, members[i].row);

		if (one && other && one != other)
			return true;
		one = one ? one : other;
	}
	return false;
}

struct noting {
	struct groups *groups;
	struct closed *closed;
	bool *refusing; /* for the member that a group begins with */
	size_t next;	/* the next member to be handed out */
};

/* A thread, and the members that it has in hand. */
struct noter {
	size_t from, to;
	struct settler settler;
	struct closed_batch batch;
};

static void *
start(void *shared)
{
	const struct noting *noting = shared;
	struct noter *noter = mem_apart(sizeof(*noter));

	*noter = (struct noter){0};
	settler_init(&noter->settler, noting->groups);
	return noter;
}

/* Members of whole groups. */
static bool
take(void *shared, void *worker)
{
	struct noting *noting = shared;
	struct noter *noter = worker;
	size_t n = noting->groups->n;

	noter->from = noter->to = noting->next;
	while (noter->to < n && noter->to - noter->from < MEMBERS)
		noter->to += count(noting->groups, noter->to);
	noting->next = noter->to;
	return noter->from < n;
}

/*
 * Note what groups close of which a row refuses, or has several addresses
 * itself, or whose rows have different ones.
 */
static void
work(void *shared, void *worker)
{
	struct noting *noting = shared;
	struct noter *noter = worker;
	struct settler *s = &noter->settler;
	size_t n;

	for (size_t from = noter->from; from < noter->to; from += n) {
		n = count(noting->groups, from);
		if (noting->refusing[from] || has_several(s, from, n))
			note_group(s, from, n, &noter->batch);
	}
}

static bool
give(void *shared, void *worker)
{
	struct noting *noting = shared;

	closed_add(noting->closed, &((struct noter *)worker)->batch);
	return true;
}

static void
stop(void *shared, void *worker)
{
	struct noter *noter = worker;

	(void)shared;
	settler_fini(&noter->settler);
	closed_batch_fini(&noter->batch);
	mem_free(noter);
}

static void
find_refusing(struct noting *noting)
{
	const struct groups *groups = noting->groups;
	const struct intake *in = groups->in;

	for (size_t i = 0; i < in->refusing_n; i++) {
		uint32_t first = link_first(in->link, in->refusing[i]);
		size_t from = groups_member(groups, first);

		if (from < groups->n && groups->members[from].first == first)
			noting->refusing[from] = true;
	}
}

void
closed_groups(struct groups *groups, struct closed *closed)
{
	static const struct pool_job job = {start, take, work, give, stop};
	struct noting noting = {.groups = groups,
		.closed = closed,
		.refusing = mem_new(groups->n, sizeof(bool))};
	const struct intake *in = groups->in;

	/* Nothing is closed unless a row refuses. */
	if (groups->n && (closed->stops || in->refusing_n)) {
		find_refusing(&noting);
		pool_run(&job, &noting, settings_jobs(in->set));
	}
	closed_end(closed);
	mem_free(noting.refusing);
}
