#include "rejects.h"

#include "text_mend.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/canon.h"
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

/* A tidy record's fields are written as they stand. */
static uint32_t
add_tidy(struct rejects_batch *batch, const struct csv *csv, struct view raw)
{
	char *to;
	uint32_t n = 1;

	str_reserve(&batch->text, raw.len + 1);
	to = batch->text.data + batch->text.len;
	*to++ = '\t';
	for (size_t i = 0; i < raw.len; i++) {
		bool cut =
			raw.at[i] == csv->dialect.delimiter && n != csv->width;

		to[i] = cut ? '\t' : raw.at[i];
		n += cut;
	}
	batch->text.len += raw.len + 1;
	return n;
}

/* A damaged record's fields are what stands between its delimiters. */
static uint32_t
add_raw(struct rejects_batch *batch, const struct csv *csv)
{
	struct view rest = csv_raw(csv);
	struct view field;
	uint32_t n = 0;

	if (csv->tidy && csv->dialect.delimiter != '\t')
		return add_tidy(batch, csv, rest);
	while (view_cut(&rest, csv->dialect.delimiter, &field)) {
		n++;
		if (n == csv->width && rest.at) {
			/* More than there are columns: all in the last. */
			field.len = (size_t)(rest.at + rest.len - field.at);
			rest = (struct view){0};
		}
		add_field(batch, csv, field);
	}
	return n;
}

static uint32_t
add_fields(struct rejects_batch *batch, const struct csv *csv)
{
	if (csv->fault)
		return add_raw(batch, csv);
	for (size_t i = 0; i < csv->n; i++)
		add_field(batch, csv, csv->fields[i]);
	return (uint32_t)csv->n;
}

/* Note the record in hand for the last reason, or that of a number. */
static void
add(struct rejects_batch *batch, const struct csv *csv, uint32_t reason)
{
	struct reject *reject;

	if (batch->n == batch->cap)
		batch->all = mem_grow(batch->all, &batch->cap, batch->n + 1,
			sizeof(*batch->all));
	reject = &batch->all[batch->n++];
	reject->line = csv->line;
	reject->reason = reason;
	reject->n = add_fields(batch, csv);
	reject->ends = batch->text.len;
}

static struct view
reason_by(const struct rejects_batch *batch, size_t number)
{
	size_t start = number ? batch->reasons[number - 1] : 0;

	return (struct view){
		batch->said.data + start, batch->reasons[number] - start};
}

/* What was put at the end of said is the next reason: its number. */
static uint32_t
end_reason(struct rejects_batch *batch)
{
	batch->reasons = mem_grow(batch->reasons, &batch->reasons_cap,
		batch->reasons_n + 1, sizeof(*batch->reasons));
	batch->reasons[batch->reasons_n] = batch->said.len;
	return (uint32_t)batch->reasons_n++;
}

void
rejects_add(
	struct rejects_batch *batch, const struct csv *csv, struct view reason)
{
	size_t n = batch->reasons_n;

	if (n && view_eq(reason_by(batch, n - 1), reason)) {
		add(batch, csv, (uint32_t)(n - 1));
		return;
	}
	str_put(&batch->said, reason);
	add(batch, csv, end_reason(batch));
}

void
rejects_damaged(struct rejects_batch *batch, const struct csv *csv)
{
	struct reject_fault *known = &batch->faults[csv->n % REJECTS_SAID];

	if (known->fault != csv->fault || known->n != csv->n ||
		known->width != csv->width) {
		csv_complain(csv, &batch->said);
		*known = (struct reject_fault){
			csv->fault, csv->n, csv->width, end_reason(batch)};
	}
	add(batch, csv, known->reason);
}

struct view
rejects_reason(const struct rejects_batch *batch, size_t i)
{
	return reason_by(batch, batch->all[i].reason);
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
		field_write(reason_by(batch, reason), start);
	}
	rejects->line = line;
	rejects->because = reason;
	str_put(&rejects->lines, str_view(start));
}

static void
put_line(struct rejects *rejects, const struct rejects_batch *batch, size_t i,
	uint64_t line)
{
	const struct reject *r = &batch->all[i];
	size_t start = i ? r[-1].ends : 0;
	struct view fields = {batch->text.data + start, r->ends - start};
	struct str *out = &rejects->lines;

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

void
rejects_batch_clear(struct rejects_batch *batch)
{
	batch->n = batch->reasons_n = 0;
	batch->text.len = batch->said.len = 0;
	for (size_t i = 0; i < REJECTS_SAID; i++)
		batch->faults[i].fault = CSV_FINE;
}

void
rejects_batch_fini(struct rejects_batch *batch)
{
	mem_free(batch->all);
	mem_free(batch->reasons);
	str_fini(&batch->text);
	str_fini(&batch->said);
	str_fini(&batch->plain);
	str_fini(&batch->mended);
}
