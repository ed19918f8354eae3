#include "rejects.h"

#include "text.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/canon.h"
#include "record/field.h"

#define SAID 20 /* rejects that are said when none are kept */

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
		struct view name = dump->layout.names[i];

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
	str_add(&rejects->line, "file\tline\treason");
	for (size_t i = 0; i < rejects->names_n; i++) {
		str_byte(&rejects->line, '\t');
		field_write(rejects->names[i], &rejects->line);
	}
	str_byte(&rejects->line, '\n');
	output_write(&rejects->out, str_view(&rejects->line));
}

/* Put a field, behind a TAB, as we write it. */
static void
add_field(struct rejects_batch *batch, const struct csv *csv, struct view field)
{
	str_clear(&batch->plain);
	str_clear(&batch->mended);
	if (csv->dialect.escapes)
		field = canon_plain(field, &batch->plain);
	text_mend(field, &batch->mended);
	str_byte(&batch->text, '\t');
	field_write(str_view(&batch->mended), &batch->text);
}

/* A damaged record's fields are what stands between its delimiters. */
static void
add_raw(struct rejects_batch *batch, const struct csv *csv)
{
	struct view rest = csv_raw(csv);
	struct view field;
	size_t n = 0;

	while (view_cut(&rest, csv->dialect.delimiter, &field)) {
		n++;
		if (n == csv->width && rest.at) {
			/* More than there are columns: all in the last. */
			field.len = (size_t)(rest.at + rest.len - field.at);
			rest = (struct view){0};
		}
		add_field(batch, csv, field);
	}
}

void
rejects_add(
	struct rejects_batch *batch, const struct csv *csv, struct view reason)
{
	struct reject *reject;

	batch->all = mem_grow(
		batch->all, &batch->cap, batch->n + 1, sizeof(*batch->all));
	reject = &batch->all[batch->n++];
	reject->line = csv->line;
	reject->reason = batch->text.len;
	str_put(&batch->text, reason);
	reject->fields = batch->text.len;
	if (csv->fault) {
		add_raw(batch, csv);
	} else {
		for (size_t i = 0; i < csv->n; i++)
			add_field(batch, csv, csv->fields[i]);
	}
	reject->ends = batch->text.len;
}

void
rejects_damaged(struct rejects_batch *batch, const struct csv *csv)
{
	struct reject_said *said = &batch->said[csv->n % REJECTS_SAID];

	if (said->fault != csv->fault || said->n != csv->n ||
		said->width != csv->width) {
		*said = (struct reject_said){
			csv->fault, csv->n, csv->width, said->text};
		str_clear(&said->text);
		csv_complain(csv, &said->text);
	}
	rejects_add(batch, csv, str_view(&said->text));
}

struct view
rejects_reason(const struct rejects_batch *batch, size_t i)
{
	const struct reject *r = &batch->all[i];

	return (struct view){
		batch->text.data + r->reason, r->fields - r->reason};
}

/* Which field of the dump goes to each column: from 1, 0 for none. */
static void
find_order(struct rejects *rejects, const struct dump *dump)
{
	if (rejects->order_of == dump)
		return;
	mem_free(rejects->order);
	rejects->order = mem_new(rejects->names_n + 1, sizeof(*rejects->order));
	for (size_t i = 0; i < rejects->names_n; i++)
		for (size_t k = dump->layout.width; k > 0; k--)
			if (view_eq(dump->layout.names[k - 1],
				    rejects->names[i]))
				rejects->order[i] = k;
	rejects->order_of = dump;
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

static void
add_line(struct rejects *rejects, const struct dump *dump, uint64_t line,
	struct view reason, struct view text)
{
	size_t n = cut_fields(rejects, text);
	struct str *out = &rejects->line;

	field_write(view_of(dump->name), out);
	str_byte(out, '\t');
	str_int(out, (int64_t)line);
	str_byte(out, '\t');
	field_write(reason, out);
	for (size_t i = 0; i < rejects->names_n; i++) {
		size_t from = rejects->order[i];

		str_byte(out, '\t');
		if (from && from <= n)
			str_put(out, rejects->fields[from - 1]);
	}
	str_byte(out, '\n');
}

void
rejects_give(struct rejects *rejects, struct rejects_batch *batch,
	const struct dump *dump)
{
	const char *text = batch->text.data;

	rejects->line.len = 0;
	if (batch->n && rejects->kept)
		find_order(rejects, dump);
	for (size_t i = 0; i < batch->n; i++) {
		const struct reject *r = &batch->all[i];
		struct view reason = {text + r->reason, r->fields - r->reason};
		struct view fields = {text + r->fields, r->ends - r->fields};
		uint64_t line = dump->next_line + r->line + 1;

		if (rejects->kept)
			add_line(rejects, dump, line, reason, fields);
		else if (rejects->n < SAID)
			warn_at((struct place){dump->name, line, NULL}, "%.*s",
				VIEW_ARGS(reason));
		rejects->n++;
	}
	if (rejects->line.len)
		output_write(&rejects->out, str_view(&rejects->line));
	batch->n = 0;
	batch->text.len = 0;
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
	str_fini(&rejects->line);
	return left_out;
}

void
rejects_batch_fini(struct rejects_batch *batch)
{
	mem_free(batch->all);
	str_fini(&batch->text);
	str_fini(&batch->plain);
	str_fini(&batch->mended);
	for (size_t i = 0; i < REJECTS_SAID; i++)
		str_fini(&batch->said[i].text);
}
