#include "rejects.h"

#include "schema_field.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/field.h"

#define SAID 20			/* rejects that are said when none are kept */
#define PIECE ((size_t)1 << 17) /* bytes written at a time */

static bool
has_name(const struct rejects *rejects, struct view name)
{
	for (size_t i = 0; i < rejects->names_n; i++)
		if (view_eq(rejects->names[i], name))
			return true;
	return false;
}

static bool
is_own(struct view name)
{
	return view_is(name, "file") || view_is(name, "line") ||
		view_is(name, "reason");
}

static void
add_names(struct rejects *rejects, const struct dump *dump)
{
	for (size_t i = 0; i < dump->layout.width; i++) {
		struct view name = dump->names[i];

		if (has_name(rejects, name) || is_own(name))
			continue;
		rejects->names = mem_grow(rejects->names, &rejects->names_cap,
			rejects->names_n + 1, sizeof(*rejects->names));
		rejects->names[rejects->names_n++] = name;
	}
}

void
rejects_open(struct rejects *rejects, const char *path,
	const struct dump *dumps, size_t dumps_n)
{
	*rejects = (struct rejects){.kept = path != NULL};
	if (!path)
		return;
	output_open(&rejects->out, path);
	for (size_t i = 0; i < dumps_n; i++)
		add_names(rejects, &dumps[i]);
	str_add(&rejects->lines, "file\tline\treason");
	for (size_t i = 0; i < rejects->names_n; i++) {
		str_byte(&rejects->lines, '\t');
		field_write(rejects->names[i], &rejects->lines);
	}
	str_byte(&rejects->lines, '\n');
	output_write(&rejects->out, str_view(&rejects->lines));
}

/* Which field of the dump goes to each column: from 1, 0 for none. */
static void
find_order(struct rejects *rejects, const struct dump *dump)
{
	if (rejects->order_of == dump)
		return;
	mem_free(rejects->order);
	rejects->order = mem_new(rejects->names_n + 1, sizeof(*rejects->order));
	rejects->in_order = rejects->names_n == dump->layout.width;
	for (size_t i = 0; i < rejects->names_n; i++) {
		for (size_t k = dump->layout.width; k > 0; k--)
			if (view_eq(dump->names[k - 1], rejects->names[i]))
				rejects->order[i] = k;
		rejects->in_order &= rejects->order[i] == i + 1;
	}
	rejects->order_of = dump;
	rejects->again = schema_reject_columns(dump) > 0;
	rejects->start.len = 0;
	field_write(view_of(dump->name), &rejects->start);
	str_byte(&rejects->start, '\t');
	rejects->file_end = rejects->start.len;
}

/* The fields of a reject, each of which has a TAB before it. */
static size_t
cut_fields(struct rejects *rejects, struct view text)
{
	struct view field;
	size_t n = 0;

	view_cut(&text, '\t', &field);
	while (view_cut(&text, '\t', &field)) {
		rejects->fields = mem_grow(rejects->fields,
			&rejects->fields_cap, n + 1, sizeof(*rejects->fields));
		rejects->fields[n++] = field;
	}
	return n;
}

/* The fields of a reject, each to its column. */
static void
put_fields(struct rejects *rejects, struct view text)
{
	size_t n = cut_fields(rejects, text);

	for (size_t i = 0; i < rejects->names_n; i++) {
		size_t from = rejects->order[i];

		str_byte(&rejects->lines, '\t');
		if (from && from <= n)
			str_put(&rejects->lines, rejects->fields[from - 1]);
	}
}

/* Make the next line's number of one: false if it is longer. */
static bool
count_on(char *end)
{
	while (*--end == '9')
		*end = '0';
	if (*end == '\t')
		return false;
	++*end;
	return true;
}

/* Put file, line and reason: most lines follow each other, for one reason. */
static void
put_start(struct rejects *rejects, const struct rejects_batch *batch, size_t i,
	uint64_t line)
{
	struct str *start = &rejects->start;
	uint32_t reason = batch->all[i].reason;
	bool next =
		i && reason == rejects->because && line == rejects->line + 1;

	if (!next || !count_on(start->data + rejects->line_end)) {
		start->len = rejects->file_end;
		str_int(start, (int64_t)line);
		rejects->line_end = start->len;
		str_byte(start, '\t');
		field_write(rejects_text(batch, reason), start);
	}
	rejects->line = line;
	rejects->because = reason;
	str_put(&rejects->lines, str_view(start));
}

/* Put file and line as they were when the row was refused first. */
static bool
put_first(struct rejects *rejects, struct view fields, struct view reason)
{
	struct view file, line;

	view_cut(&fields, '\t', &file);
	if (!view_cut(&fields, '\t', &file) || !file.len ||
		!view_cut(&fields, '\t', &line) || !line.len)
		return false;
	str_put(&rejects->lines, file);
	str_byte(&rejects->lines, '\t');
	str_put(&rejects->lines, line);
	str_byte(&rejects->lines, '\t');
	field_write(reason, &rejects->lines);
	return true;
}

static void
put_line(struct rejects *rejects, const struct rejects_batch *batch, size_t i,
	uint64_t line)
{
	const struct reject *r = &batch->all[i];
	size_t start = i ? r[-1].ends : 0;
	struct view fields = {batch->text.data + start, r->ends - start};
	struct str *out = &rejects->lines;

	if (!rejects->again ||
		!put_first(rejects, fields, rejects_reason(batch, i)))
		put_start(rejects, batch, i, line);
	if (rejects->in_order && r->n <= rejects->names_n) {
		str_put(out, fields);
		for (size_t k = r->n; k < rejects->names_n; k++)
			str_byte(out, '\t');
	} else {
		put_fields(rejects, fields);
	}
	str_byte(out, '\n');
}

static void
write_lines(struct rejects *rejects)
{
	if (rejects->lines.len)
		output_write(&rejects->out, str_view(&rejects->lines));
	rejects->lines.len = 0;
}

void
rejects_give(struct rejects *rejects, const struct rejects_batch *batch,
	const struct dump *dump)
{
	rejects->lines.len = 0;
	if (batch->n && rejects->kept)
		find_order(rejects, dump);
	for (size_t i = 0; i < batch->n; i++) {
		uint64_t line = dump->next_line + batch->all[i].line + 1;

		if (rejects->kept)
			put_line(rejects, batch, i, line);
		else if (rejects->n < SAID)
			warn_at((struct place){dump->name, line, NULL}, "%.*s",
				VIEW_ARGS(rejects_reason(batch, i)));
		if (rejects->lines.len > PIECE)
			write_lines(rejects);
		rejects->n++;
	}
	write_lines(rejects);
}

void
rejects_sync(struct rejects *rejects)
{
	if (rejects->kept)
		output_sync(&rejects->out);
}

bool
rejects_close(struct rejects *rejects)
{
	bool left_out = rejects->n && !rejects->kept;

	if (left_out && rejects->n > SAID)
		warn(_("and %llu more like these; -r FILE keeps them all"),
			(unsigned long long)(rejects->n - SAID));
	if (rejects->kept)
		output_close(&rejects->out);
	mem_free(rejects->names);
	mem_free(rejects->order);
	mem_free(rejects->fields);
	str_fini(&rejects->start);
	str_fini(&rejects->lines);
	return left_out;
}
