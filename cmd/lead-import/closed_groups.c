#include "closed_groups.h"

#include "settle.h"
#include "stops.h"

#include "base/mem.h"

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
note_group(struct settler *s, size_t from, struct closed_batch *batch)
{
	const struct member *members = &s->groups->members[from];
	size_t n = count(s->groups, from);

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
	struct view line = spool_row(&s->spool, row), field = {0};

	for (int i = 0; i <= s->groups->in->schema->at.email; i++)
		view_cut(&line, '\t', &field);
	return field.len ? hash_table(field, 0) : 0;
}

/* Have its rows different addresses? */
static bool
has_several(struct settler *s, size_t from)
{
	const struct member *members = &s->groups->members[from];
	size_t n = count(s->groups, from);
	uint64_t one = email_of(s, members->first);

	for (size_t i = 0; i < n; i++) {
		uint64_t other = email_of(s, members[i].row);

		if (one && other && one != other)
			return true;
		one = one ? one : other;
	}
	return false;
}

/* Those of which a row refuses, or has several addresses itself. */
static void
note_refusing(struct settler *s, struct closed *closed,
	struct closed_batch *batch, bool *noted)
{
	const struct groups *groups = s->groups;
	const struct intake *in = groups->in;

	for (size_t i = 0; i < in->refusing_n; i++) {
		uint32_t first = link_first(in->link, in->refusing[i]);
		size_t from = groups_member(groups, first);

		if (from == groups->n || groups->members[from].first != first ||
			noted[from])
			continue;
		noted[from] = true;
		note_group(s, from, batch);
		closed_add(closed, batch);
	}
}

/* Those of which rows have different ones. */
static void
note_several(struct settler *s, struct closed *closed,
	struct closed_batch *batch, const bool *noted)
{
	const struct groups *groups = s->groups;

	for (size_t from = 0; from < groups->n; from += count(groups, from))
		if (!noted[from] && has_several(s, from)) {
			note_group(s, from, batch);
			closed_add(closed, batch);
		}
}

void
closed_groups(struct groups *groups, struct closed *closed)
{
	bool *noted = mem_new(groups->n, sizeof(*noted));
	struct closed_batch batch = {0};
	struct settler s;

	settler_init(&s, groups);
	note_refusing(&s, closed, &batch, noted);
	if (groups->in->schema->at.email >= 0 && closed->stops & EMAIL)
		note_several(&s, closed, &batch, noted);
	closed_spread(closed);
	settler_fini(&s);
	closed_batch_fini(&batch);
	mem_free(noted);
}
