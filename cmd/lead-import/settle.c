#include "settle.h"

#include "base/lang.h"
#include "base/mem.h"
#include "lead/email.h"
#include "record/field.h"
#include "record/split.h"

void
settler_init(struct settler *settler, const struct groups *groups)
{
	size_t n = groups->in->schema->out.n;

	*settler = (struct settler){.groups = groups};
	spool_open(&settler->spool, groups->in);
	settler->width =
		closed_width(&groups->in->closed, &groups->in->schema->at);
	settler->into = mem_new(n + 1, sizeof(*settler->into));
	settler->from = mem_new(n + 1, sizeof(*settler->from));
}

void
settler_fini(struct settler *settler)
{
	spool_close(&settler->spool);
	str_fini(&settler->text);
	str_fini(&settler->met);
	arena_fini(&settler->arena);
	str_fini(&settler->plain);
	merging_fini(&settler->merging);
	mem_free(settler->into);
	mem_free(settler->from);
	link_scratch_fini(&settler->scratch);
	str_fini(&settler->id);
}

void
settle_read(struct settler *s, struct view line, struct view *fields)
{
	size_t n = s->groups->in->schema->out.n;
	char *copy = arena_text(&s->arena, line.at, line.len);

	split_line((struct view){copy, line.len}, fields, n, &line);
	if (view_find_byte(line, '\\') == line.len)
		return; /* nothing is escaped */
	for (size_t i = 0; i < n; i++) {
		struct view plain;

		str_clear(&s->plain);
		plain = field_plain(fields[i], &s->plain);
		if (plain.at != fields[i].at)
			fields[i].at =
				arena_text(&s->arena, plain.at, plain.len);
		fields[i].len = plain.len;
	}
}

static void
write_lead(struct settler *s)
{
	fields_write(s->into, s->groups->in->schema->out.n, &s->text);
	str_byte(&s->text, '\n');
}

struct view
settle_id(struct settler *s, uint32_t row, struct view line)
{
	const struct groups *groups = s->groups;
	struct view id = view_upto(line, view_find_byte(line, '\t'));

	if (!groups->crowded || row < groups->in->known)
		return id;
	str_clear(&s->id);
	settle_read(s, line, s->from);
	if (!link_id(groups->in->link, s->from, &s->id, &s->scratch))
		return id;
	return str_view(&s->id);
}

/*
 * Set the stops of the lead in hand whose address or number has refused; by
 * mail, too, if an address has that did not stay.
 */
static void
close_lead(struct settler *s, bool mail)
{
	const struct intake *in = s->groups->in;
	const struct schema_columns *at = &in->schema->at;
	unsigned stops = closed_stops(&in->closed, at, s->into);

	if (mail && !view_is(s->into[at->stops[STOP_EMAIL]], "yes") &&
		!email_is_role(s->into[at->email]))
		stops |= EMAIL;
	for (enum stop i = 0; i < STOPS; i++)
		if (stops >> i & 1)
			s->into[at->stops[i]] = VIEW("yes");
	s->closed += stops != 0;
}

static void
tell(struct settler *s, uint32_t row, enum fate fate)
{
	s->fates[fate]++;
	ledger_settle(&s->groups->in->ledger, row, fate);
}

/* A known lead came in again: whoever told us to keep away is to be said. */
static void
note_met(struct settler *s, struct view id, const struct view *fields)
{
	field_write(id, &s->met);
	str_byte(&s->met, '\t');
	field_write(fields[s->groups->in->schema->at.full_name], &s->met);
	str_byte(&s->met, '\n');
}

/*
 * Nobody could read leads that are longer than a record may be: rather none
 * is written.
 */
static void
check_size(const struct settler *s, size_t start, size_t rows, struct view id)
{
	const struct intake *in = s->groups->in;
	size_t len = s->text.len - start;

	if (len <= in->set->common.max_record)
		return;
	die(ngettext("%.*s (%.*s): %zu row makes a record of %zu bytes; see"
		     " --max-record",
		    "%.*s (%.*s): %zu rows make a record of %zu bytes; see"
		    " --max-record",
		    rows),
		VIEW_ARGS(id), VIEW_ARGS(s->into[in->schema->at.full_name]),
		rows, len);
}

/* Merge a group where its first row stands, whose line this is. */
static void
write_group(struct settler *s, struct view line, const struct member *members,
	size_t n)
{
	const struct intake *in = s->groups->in;
	int lead_id = in->schema->at.lead_id;
	bool known = members->first < in->known;
	bool mail; /* has refused */
	size_t start;
	struct view id = settle_id(s, members->first, line);

	id = (struct view){arena_text(&s->arena, id.at, id.len), id.len};
	settle_read(s, line, s->into);
	if (known)
		note_met(s, id, s->into);
	else
		tell(s, members->first, FATE_NEW);
	mail = closed_person(&in->closed, &in->schema->at, s->into);
	merging_start(&s->merging, s->groups->merge, s->into, &s->arena);
	for (size_t i = 0; i < n; i++) {
		uint32_t row = members[i].row;
		bool changed;

		settle_read(s, spool_row(&s->spool, row), s->from);
		mail |= closed_person(&in->closed, &in->schema->at, s->from);
		/* What a decision joins to another may have been told no. */
		if (row < in->known)
			note_met(s, s->from[lead_id], s->from);
		s->from[lead_id] = id;
		changed = merging_add(&s->merging, s->from);
		if (row < in->known)
			continue;
		tell(s, row,
			!known		  ? FATE_MERGED
				: changed ? FATE_UPDATED
					  : FATE_UNCHANGED);
	}
	merging_end(&s->merging);
	s->into[lead_id] = id;
	close_lead(s, mail);
	start = s->text.len;
	write_lead(s);
	check_size(s, start, n + 1, id);
	arena_fini(&s->arena);
}

/*
 * The line at the front of some, without its LF.  Has what stands in it
 * refused elsewhere, and not in the line?
 */
static bool
is_closed(struct settler *s, struct view lines, struct view *line)
{
	const struct intake *in = s->groups->in;

	if (!s->width) {
		*line = view_upto(lines, view_find_byte(lines, '\n'));
		return false;
	}
	split_line(lines, s->from, s->width, line);
	return closed_stops(&in->closed, &in->schema->at, s->from) != 0;
}

/* Write a line whose id is made anew. */
static void
write_anew(struct settler *s, uint32_t row, struct view line)
{
	str_put(&s->text, settle_id(s, row, line));
	str_put(&s->text, view_from(line, view_find_byte(line, '\t')));
	str_byte(&s->text, '\n');
	arena_fini(&s->arena);
}

/* The same of one that has stops to be set. */
static void
write_closed(struct settler *s, uint32_t row, struct view line)
{
	struct view id = settle_id(s, row, line);
	size_t start = s->text.len;

	settle_read(s, line, s->into);
	s->into[s->groups->in->schema->at.lead_id] = id;
	close_lead(s, false);
	write_lead(s);
	check_size(s, start, 1, id);
	arena_fini(&s->arena);
}

/* Write the lines of rows that are leads by themselves; returns the rest. */
static struct view
copy_rows(struct settler *s, struct view lines, uint32_t from, uint32_t to)
{
	const struct intake *in = s->groups->in;
	struct view rest = lines; /* not walked over yet */

	for (uint32_t row = from; row < to; row++) {
		struct view line;
		bool closed = is_closed(s, rest, &line);

		if (row >= in->known)
			tell(s, row, FATE_NEW);
		rest = view_from(rest, line.len + 1);
		if (!closed && !s->groups->crowded)
			continue;
		str_put(&s->text,
			view_upto(lines, (size_t)(line.at - lines.at)));
		if (closed)
			write_closed(s, row, line);
		else
			write_anew(s, row, line);
		lines = rest;
	}
	str_put(&s->text, view_upto(lines, lines.len - rest.len));
	return rest;
}

/* Walk over the rows: copy, merge groups, leave out their members. */
void
settle(struct settler *s, uint32_t from, uint32_t to)
{
	const struct groups *groups = s->groups;
	size_t group = groups_member(groups, from);
	size_t skip = groups_skip(groups, from);
	struct view rest = spool_rows(&s->spool, from, to);

	str_clear(&s->text);
	str_clear(&s->met);
	memset(s->fates, 0, sizeof(s->fates));
	s->closed = 0;
	while (from < to) {
		uint32_t stop = to;
		size_t end;
		size_t n = 0;

		if (group < groups->n && groups->members[group].first < stop)
			stop = groups->members[group].first;
		if (skip < groups->n && groups->skip[skip] < stop)
			stop = groups->skip[skip];
		rest = copy_rows(s, rest, from, stop);
		if (stop == to)
			break;
		end = view_find_byte(rest, '\n');
		while (group + n < groups->n &&
			groups->members[group + n].first == stop)
			n++;
		if (n)
			write_group(s, view_upto(rest, end),
				&groups->members[group], n);
		else
			skip++;
		group += n;
		rest = view_from(rest, end + 1);
		from = stop + 1;
	}
}
