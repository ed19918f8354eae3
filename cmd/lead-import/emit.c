#include "emit.h"

#include "known.h"
#include "merge.h"
#include "spool.h"

#include "base/lang.h"
#include "base/mem.h"
#include "record/field.h"

#include <stdlib.h>

#define FLUSH ((size_t)1 << 18) /* bytes written at once */
#define SAID 20			/* known refusals that are said one by one */
#define LARGE ((size_t)1 << 16) /* so many are not copied first */

/* A row that goes to another, its group's first. */
struct member {
	uint32_t first, row;
};

struct emit {
	struct intake *in; /* borrowed */
	struct output out;
	struct spool all; /* in order */
	struct spool one; /* by number */
	struct merge *merge;
	struct member *members; /* owned: by first, then row */
	size_t n, cap;
	struct str text;    /* owned: what is to be written */
	struct arena arena; /* owned: of the group in hand */
	struct str plain;   /* owned */
	struct view *into;  /* owned: the group's record */
	struct view *from;  /* owned */
	struct link_scratch scratch;
	struct str id;	  /* owned */
	bool crowded;	  /* ids are to be made anew */
	uint64_t refused; /* known leads that said no */
};

static int
by_first(const void *a, const void *b)
{
	const struct member *x = a;
	const struct member *y = b;

	if (x->first != y->first)
		return x->first < y->first ? -1 : 1;
	return x->row < y->row ? -1 : x->row > y->row;
}

/*
 * Which row a row's lead begins with.  Two known leads stay two, whatever is
 * found, since the logs know them by their ids; only a person's decision
 * joins them.
 */
static uint32_t
first_of(const struct intake *in, uint32_t row)
{
	uint32_t first = link_first(in->link, row);

	if (first != row && row < in->known &&
		link_fate(in->link, row).why != LINK_DECIDED)
		return row;
	return first;
}

static void
find_members(struct emit *emit)
{
	for (uint32_t row = 0; row < emit->in->rows; row++) {
		uint32_t first = first_of(emit->in, row);

		if (first == row)
			continue;
		emit->members = mem_grow(emit->members, &emit->cap, emit->n + 1,
			sizeof(*emit->members));
		emit->members[emit->n++] = (struct member){first, row};
	}
	if (emit->n)
		qsort(emit->members, emit->n, sizeof(*emit->members), by_first);
}

/* Cut a line into plain fields that live as long as the arena. */
static void
read_fields(struct emit *emit, struct view line, struct view *fields)
{
	size_t n = emit->in->schema->out.n;
	char *copy = arena_text(&emit->arena, line.at, line.len);
	struct view rest = {copy, line.len};

	for (size_t i = 0; i < n; i++) {
		struct view field = {0};
		struct view plain;

		view_cut(&rest, '\t', &field);
		str_clear(&emit->plain);
		plain = field_plain(field, &emit->plain);
		if (plain.at != field.at)
			plain.at =
				arena_text(&emit->arena, plain.at, plain.len);
		fields[i] = plain;
	}
}

static void
flush(struct emit *emit, size_t least)
{
	if (emit->text.len <= least)
		return;
	output_write(&emit->out, str_view(&emit->text));
	emit->text.len = 0;
}

static void
write_fields(struct emit *emit, const struct view *fields)
{
	for (size_t i = 0; i < emit->in->schema->out.n; i++) {
		if (i)
			str_byte(&emit->text, '\t');
		field_write(fields[i], &emit->text);
	}
	str_byte(&emit->text, '\n');
	flush(emit, FLUSH);
}

/*
 * The id of a row by its line.  That which it got in the first half does not
 * know yet which numbers and addresses many people share.
 */
static struct view
id_of(struct emit *emit, uint32_t row, struct view line)
{
	struct view id = view_upto(line, view_find_byte(line, '\t'));

	if (!emit->crowded || row < emit->in->known)
		return id;
	str_clear(&emit->id);
	read_fields(emit, line, emit->from);
	if (!link_id(emit->in->link, emit->from, &emit->id, &emit->scratch))
		return id;
	return str_view(&emit->id);
}

/* Say that somebody whose lead comes in again has said no before. */
static void
say_refused(struct emit *emit, struct view id)
{
	struct str text = {0};
	struct view name = emit->into[emit->in->schema->at.full_name];

	if (known_refused(emit->in->log, id, &text)) {
		if (emit->refused < SAID && !emit->in->set->common.quiet)
			warn("%.*s (%.*s): %s", VIEW_ARGS(id), VIEW_ARGS(name),
				str_text(&text));
		emit->refused++;
	}
	str_fini(&text);
}

/* Merge a group where its first row stands, whose line this is. */
static void
write_group(struct emit *emit, struct view line, const struct member *members,
	size_t n)
{
	struct ledger *ledger = &emit->in->ledger;
	bool known = members->first < emit->in->known;
	struct view id;

	line = view_upto(line, line.len - 1);
	id = id_of(emit, members->first, line);
	id = (struct view){arena_text(&emit->arena, id.at, id.len), id.len};
	read_fields(emit, line, emit->into);
	if (known)
		say_refused(emit, id);
	for (size_t i = 0; i < n; i++) {
		uint32_t row = members[i].row;
		bool changed;

		read_fields(emit, spool_row(&emit->one, row), emit->from);
		emit->from[emit->in->schema->at.lead_id] = id;
		changed = merge_fields(
			emit->merge, emit->into, emit->from, &emit->arena);
		if (row < emit->in->known)
			continue;
		ledger_settle(ledger, row,
			!known		  ? FATE_MERGED
				: changed ? FATE_UPDATED
					  : FATE_UNCHANGED);
	}
	emit->into[emit->in->schema->at.lead_id] = id;
	write_fields(emit, emit->into);
	arena_fini(&emit->arena);
}

/* Write lines with their ids made anew. */
static void
write_anew(struct emit *emit, struct view lines, uint32_t row)
{
	while (lines.len) {
		size_t end = view_find_byte(lines, '\n');
		struct view line = view_upto(lines, end);

		str_put(&emit->text, id_of(emit, row++, line));
		str_put(&emit->text,
			view_from(line, view_find_byte(line, '\t')));
		str_byte(&emit->text, '\n');
		lines = view_from(lines, end + 1);
		flush(emit, FLUSH);
		arena_fini(&emit->arena);
	}
}

/* Copy the lines of rows that are leads by themselves. */
static void
copy_rows(struct emit *emit, uint32_t from, uint32_t to)
{
	while (from < to) {
		uint32_t got;
		struct view lines = spool_next(&emit->all, to - from, &got);

		if (emit->crowded) {
			write_anew(emit, lines, from);
		} else if (lines.len < LARGE) {
			str_put(&emit->text, lines);
			flush(emit, FLUSH);
		} else {
			flush(emit, 0);
			output_write(&emit->out, lines);
		}
		for (uint32_t i = 0; i < got; i++)
			if (from + i >= emit->in->known)
				ledger_settle(
					&emit->in->ledger, from + i, FATE_NEW);
		from += got;
	}
}

/* The rows that are not first, in order: where copying has to stop. */
static int
by_row(const void *a, const void *b)
{
	const uint32_t *x = a;
	const uint32_t *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Walk over the rows: copy, merge groups, leave out their members. */
static void
write_leads(struct emit *emit)
{
	uint32_t *skip = mem_new(emit->n + 1, sizeof(*skip));
	size_t group = 0;
	size_t skipped = 0;
	uint32_t row = 0;

	for (size_t i = 0; i < emit->n; i++)
		skip[i] = emit->members[i].row;
	qsort(skip, emit->n, sizeof(*skip), by_row);
	while (row < emit->in->rows) {
		uint32_t stop = emit->in->rows;
		struct view line;
		uint32_t got;

		if (group < emit->n && emit->members[group].first < stop)
			stop = emit->members[group].first;
		if (skipped < emit->n && skip[skipped] < stop)
			stop = skip[skipped];
		copy_rows(emit, row, stop);
		row = stop;
		if (row == emit->in->rows)
			break;
		line = spool_next(&emit->all, 1, &got);
		if (skipped < emit->n && skip[skipped] == row) {
			skipped++;
		} else {
			size_t n = 1;

			while (group + n < emit->n &&
				emit->members[group + n].first == row)
				n++;
			if (row >= emit->in->known)
				ledger_settle(&emit->in->ledger, row, FATE_NEW);
			write_group(emit, line, &emit->members[group], n);
			group += n;
		}
		row++;
	}
	flush(emit, 0);
	mem_free(skip);
}

static void
write_header(struct emit *emit)
{
	if (!emit->in->set->common.no_header)
		header_write(&emit->in->schema->out, &emit->text);
	flush(emit, 0);
}

/* For the trace: the id of a row's lead, and what joined it. */
static void
look(void *data, uint32_t row, struct view *lead_id, struct view *key,
	struct view *detail)
{
	struct emit *emit = data;
	struct link_fate fate = link_fate(emit->in->link, row);
	uint32_t first = first_of(emit->in, row);

	*detail = (struct view){0};
	*lead_id = id_of(emit, first, spool_row(&emit->one, first));
	if (first < emit->in->known) {
		str_clear(&emit->plain);
		if (known_refused(emit->in->log, *lead_id, &emit->plain))
			*detail = str_view(&emit->plain);
	}
	if (fate.why == LINK_KEY)
		*key = view_of(link_key_name(fate.key));
	else if (fate.why == LINK_LIKE)
		*key = VIEW("likely");
	else if (fate.why == LINK_DECIDED)
		*key = VIEW("decided");
}

static struct merge *
make_merge(const struct header *out)
{
	struct view *names = mem_new(out->n, sizeof(*names));
	struct merge *merge;

	for (size_t i = 0; i < out->n; i++)
		names[i] = view_of(header_name(out, i));
	merge = merge_new(names, out->n);
	mem_free(names);
	return merge;
}

void
emit_run(struct intake *in)
{
	struct emit emit = {.in = in};
	struct ledger_source source = {look, &emit};
	const struct header *out = &in->schema->out;

	emit.merge = make_merge(out);
	emit.into = mem_new(out->n + 1, sizeof(*emit.into));
	emit.from = mem_new(out->n + 1, sizeof(*emit.from));
	spool_open(&emit.all, in);
	spool_open(&emit.one, in);
	emit.crowded = link_has_crowds(in->link);
	find_members(&emit);
	output_open(&emit.out, in->set->common.output);
	write_header(&emit);
	write_leads(&emit);
	output_close(&emit.out);
	ledger_write(&in->ledger, &source);
	spool_close(&emit.all);
	spool_close(&emit.one);
	merge_free(emit.merge);
	link_scratch_fini(&emit.scratch);
	mem_free(emit.members);
	mem_free(emit.into);
	mem_free(emit.from);
	str_fini(&emit.text);
	str_fini(&emit.plain);
	str_fini(&emit.id);
	arena_fini(&emit.arena);
}
