#include "rejects.h"

#include "rejects_value.h"
#include "text_mend.h"

#include "base/mem.h"
#include "record/canon.h"
#include "record/field.h"

/* The text of a field as UTF-8, until the next is asked for. */
static struct view
text_of(struct rejects_batch *batch, const struct csv *csv, struct view field)
{
	str_clear(&batch->plain);
	str_clear(&batch->mended);
	if (csv->dialect.escapes)
		field = canon_plain(field, &batch->plain);
	text_mend(field, &batch->mended);
	return str_view(&batch->mended);
}

/* Put field i, behind a TAB, as we write it. */
static void
add_field(struct rejects_batch *batch, const struct csv *csv, size_t i,
	struct view field)
{
	const struct dump_plan *plan = batch->plan;
	struct view text = text_of(batch, csv, field);

	str_clear(&batch->plain);
	if (plan && i < plan->n &&
		rejects_value(&plan->fields[i], text, &batch->plain))
		text = str_view(&batch->plain);
	str_byte(&batch->text, '\t');
	field_write(text, &batch->text);
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

/*
 * Was it cut as its quotes tell, so that it has only too many fields or too
 * few?  One whose lines were parted again has an odd quote in the first.
 */
static bool
is_cut(const struct csv *csv)
{
	char quote = csv->dialect.quote;

	return (csv->fault == CSV_FEW || csv->fault == CSV_MANY) &&
		(!quote || view_count_byte(csv_raw(csv), quote) % 2 == 0);
}

/* Its fields as they were cut; those beyond the columns join the last. */
static uint32_t
add_cut(struct rejects_batch *batch, const struct csv *csv)
{
	size_t n = csv->n < csv->width ? csv->n : csv->width;

	for (size_t i = 0; i < n; i++)
		add_field(batch, csv, i, csv->fields[i]);
	for (size_t i = n; i < csv->n; i++) {
		field_write((struct view){&csv->dialect.delimiter, 1},
			&batch->text);
		field_write(text_of(batch, csv, csv->fields[i]), &batch->text);
	}
	return (uint32_t)n;
}

/* A damaged record's fields are what stands between its delimiters. */
static uint32_t
add_raw(struct rejects_batch *batch, const struct csv *csv)
{
	struct view rest = csv_raw(csv);
	struct view field;
	uint32_t n = 0;

	while (view_cut(&rest, csv->dialect.delimiter, &field)) {
		n++;
		if (n == csv->width && rest.at) {
			/* More than there are columns: all in the last. */
			field.len = (size_t)(rest.at + rest.len - field.at);
			rest = (struct view){0};
		}
		add_field(batch, csv, n - 1, field);
	}
	return n;
}

/* Most of many that are refused have nothing that would have to be mended. */
static bool
is_easy(const struct rejects_batch *batch, const struct csv *csv,
	struct view raw)
{
	char quote = csv->dialect.quote;

	return csv->tidy && csv->dialect.delimiter != '\t' && !batch->plan &&
		!(quote && memchr(raw.at, quote, raw.len));
}

static uint32_t
add_fields(struct rejects_batch *batch, const struct csv *csv)
{
	if (csv->fault && is_easy(batch, csv, csv_raw(csv)))
		return add_tidy(batch, csv, csv_raw(csv));
	if (csv->fault)
		return is_cut(csv) ? add_cut(batch, csv) : add_raw(batch, csv);
	for (size_t i = 0; i < csv->n; i++)
		add_field(batch, csv, i, csv->fields[i]);
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

struct view
rejects_text(const struct rejects_batch *batch, size_t number)
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

	if (n && view_eq(rejects_text(batch, n - 1), reason)) {
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
	return rejects_text(batch, batch->all[i].reason);
}

void
rejects_batch_begin(struct rejects_batch *batch, const struct dump_plan *plan)
{
	batch->plan = plan && plan->unusual ? plan : NULL;
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
