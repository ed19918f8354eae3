#include "row.h"

#include "row_company.h"
#include "row_refusal.h"
#include "row_value.h"
#include "text_mend.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "lead/flag.h"
#include "lead/name.h"
#include "lead/phone.h"
#include "record/canon.h"
#include "record/field.h"

#include <assert.h>

/* What put_defaults() puts: is there anything to escape in it? */
static bool
has_odd_default(const struct row_context *context)
{
	const struct schema *schema = context->schema;
	bool odd = field_needs_escape(context->import_id) ||
		field_needs_escape(context->basis);

	for (size_t i = 0; i < schema->n; i++)
		odd |= field_needs_escape(str_view(&schema->plans[i].source));
	return odd;
}

void
row_init(struct row *row, const struct row_context *context)
{
	*row = (struct row){.n = context->schema->out.n,
		.odd_default = has_odd_default(context)};
	row->out = mem_new(row->n + 1, sizeof(*row->out));
	recall_init(&row->recall);
	answers_init(&row->answers);
}

void
row_fini(struct row *row)
{
	mem_free(row->out);
	recall_fini(&row->recall);
	answers_fini(&row->answers);
	str_fini(&row->text);
	str_fini(&row->scratch);
	for (int i = 0; i < JOINTS; i++)
		str_fini(&row->joined[i]);
}

/*
 * Room for all that will be made of a record, so that text stays where it is
 * while views of it are taken: mending takes a byte to three, a name that is
 * turned round is written three times, no other normaliser more than doubles
 * a value or adds more than a few words.  Returns where text is.
 */
static const char *
make_room(struct row *row, const struct csv *csv)
{
	row->text.len = 0;
	str_reserve(
		&row->text, 24 * (csv->end - csv->start) + 64 * csv->n + 4096);
	return row->text.data;
}

/* The plain text of a field, trimmed. */
static struct view
field_at(struct row *row, const struct csv *csv, size_t i, bool clean)
{
	struct view field = csv->fields[i];
	size_t start = row->text.len;

	if (csv->dialect.escapes && !csv->plain)
		field = canon_plain(field, &row->text);
	if (!clean && !text_is_clean(field)) {
		start = row->text.len;
		text_mend(field, &row->text);
		field = str_tail(&row->text, start);
		row->odd[ODD_NOT_UTF8] += !row->mended;
		row->mended = true;
	}
	/* Most have no blank at either end. */
	if (field.len && field.at[0] > ' ' && field.at[field.len - 1] > ' ')
		return field;
	return utf8_trim(field);
}

/* A field of the record, or nothing when it is not there. */
static inline struct view
raw(const struct csv *csv, int field)
{
	return field < 0 || (size_t)field >= csv->n ? (struct view){0}
						    : csv->fields[field];
}

/*
 * "Berlin, Germany": the country that a region names, where nothing else does.
 * "Atlanta, GA" and "Atlanta, Georgia" name a state.
 */
static void
find_behind(struct row *row, const struct row_context *context,
	const struct dump_plan *plan, const struct csv *csv)
{
	static const struct field_plan country = {.kind = KIND_COUNTRY};
	struct view place = raw(csv, plan->region), piece = {0};
	size_t start = row->text.len;

	if (view_find_byte(place, ',') == place.len)
		return;
	while (view_cut(&place, ',', &piece))
		;
	piece = view_trim(piece);
	if (piece.len > 3 && !view_is(piece, "Georgia") &&
		row_normalise(row, &country, piece) &&
		row->text.len == start + 2) {
		memcpy(row->country, row->text.data + start, 2);
		row->out[context->schema->at.country] = row_country(row);
	}
	row->text.len = start;
}

/*
 * The country by which telephone numbers and postcodes are read.  One that
 * cannot be read itself is some country, but not that of rows without one.
 */
static void
find_country(struct row *row, const struct row_context *context,
	const struct dump_plan *plan, const struct csv *csv)
{
	size_t start = row->text.len;
	struct view code =
		context->country.len ? context->country : context->home;
	struct view value = view_trim(raw(csv, plan->country));

	row->country_of = (struct view){0};
	if (value.len &&
		row_normalise(row, &plan->fields[plan->country], value)) {
		code = str_tail(&row->text, start);
		if (code.len == 2)
			row->country_of = value;
	} else if (value.len && !flag_is_absent(value)) {
		code.len = 0;
		row_note_odd(row, ODD_COUNTRY, context->schema->at.country);
	}
	memset(row->country, 0, sizeof(row->country));
	if (code.len == 2)
		memcpy(row->country, code.at, 2);
	row->text.len = start;
	if (plan->country < 0 && plan->region >= 0)
		find_behind(row, context, plan, csv);
}

static bool
is_other_word(struct view word, struct view other)
{
	return view_find_byte(word, ' ') == word.len && !view_same(word, other);
}

/* The whole name of its parts. */
static void
make_full_name(struct row *row, const struct schema_columns *at)
{
	struct name name = {0};
	size_t start = row->text.len;

	if (at->first_name >= 0)
		name.first = row->out[at->first_name];
	if (at->middle_name >= 0)
		name.middle = row->out[at->middle_name];
	if (at->last_name >= 0)
		name.last = row->out[at->last_name];
	/* "Name" beside "Last name" is the first, if it is a word. */
	if (row->out[at->full_name].len) {
		if (name.first.len || !name.last.len ||
			!is_other_word(row->out[at->full_name], name.last))
			return;
		name.first = row->out[at->full_name];
	}
	if (!name.first.len && !name.last.len)
		return;
	name_join(&name, &row->text);
	row->out[at->full_name] = str_tail(&row->text, start);
}

static void
put_default(struct row *row, int column, struct view value)
{
	if (row->out[column].len || !value.len)
		return;
	row->out[column] = value;
	row->same = false;
}

/* What holds for all rows that do not say otherwise. */
static void
put_defaults(struct row *row, const struct row_context *context,
	const struct dump_plan *plan)
{
	const struct schema_columns *at = &context->schema->at;

	put_default(row, at->country, context->country);
	put_default(row, at->source, str_view(&plan->source));
	put_default(row, at->obtained_at, context->obtained_at);
	put_default(row, at->lawful_basis, context->basis);
	if (context->import_id.len)
		put_default(row, at->import_id, context->import_id);
}

/* What follows from the fields, and what holds for all rows. */
static void
complete(struct row *row, const struct row_context *context,
	const struct dump_plan *plan)
{
	const struct schema_columns *at = &context->schema->at;

	if (row->refused.len)
		row_put_refused(row, at);
	row_put_refusals(row, context->schema);
	if (row->kept_n)
		row_put_kept(row, at->notes);
	if (at->email_status >= 0 && row->out[at->email].len)
		row->out[at->email_status] =
			row_status(row->out[at->email_status],
				row->email_ok && !row->bounced);
	if (row->phone_dead && row->out[at->phone].len)
		row->out[at->phone_status] = phone_status_name(PHONE_INVALID);
	if (plan->several)
		row_sort_phones(row, at);
	if (row->job.len)
		row_put_job(row, at);
	make_full_name(row, at);
	row_make_domain(row, at);
	row_make_subscriber(row, at);
	put_defaults(row, context, plan);
}

/* A field of ours that may have escapes, which are taken off. */
static void
put_written(struct row *row, struct view *out, struct view field)
{
	row->same &= field_is_written(field);
	*out = canon_plain(field, &row->text);
}

/* Our own records stay as they are. */
static void
put_ours(struct row *row, const struct dump_plan *plan, const struct csv *csv)
{
	struct view *out = row->out;
	bool in_order = true;

	for (size_t i = 0; i < csv->n; i++) {
		int to = plan->fields[i].to;

		in_order &= to == (int)i;
		if (to >= 0 && (csv->plain || !csv->dialect.escapes))
			out[to] = csv->fields[i];
		else if (to >= 0)
			put_written(row, &out[to], csv->fields[i]);
	}
	row->same &= in_order;
}

/* Is a field text that nothing is to be done to, as most are? */
static inline bool
is_as_it_is(
	const struct row *row, const struct field_plan *field, struct view v)
{
	return field->plain && row->tidy && !row->out[field->to].len &&
		!row_is_suspect(v);
}

/* What is looked up in much memory is asked for before its turn. */
static void
expect(struct row *row, const struct dump_plan *plan, const struct csv *csv)
{
	struct view website = raw(csv, plan->website);

	row->company_of = raw(csv, plan->company);
	if (row->company_of.len)
		row->company_asked = row_ask_subscriber(row, row->company_of);
	if (website.len)
		recall_expect(&row->recall, website, KIND_WEBSITE);
}

/* Keep a field in a column of its own, too: what is odd is said once. */
static void
keep_too(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct field_plan keep = {
		.kind = field->kept, .to = field->keep, .order = field->order};
	uint64_t odd = row->odd[ODD_DATE];

	row_put(row, context, &keep, value);
	row->odd[ODD_DATE] = odd;
}

/* Put in those fields of a record that are fallbacks, or those that are not. */
static void
put_fields(struct row *row, const struct row_context *context,
	const struct dump_plan *plan, const struct csv *csv, bool fallbacks)
{
	for (size_t i = 0; i < csv->n; i++) {
		const struct field_plan *field = &plan->fields[i];
		struct view value = csv->fields[i];

		if (!value.len || field->fallback != fallbacks)
			continue;
		if (!row->tidy)
			value = field_at(row, csv, i, row->clean);
		if (!value.len)
			continue;
		if (is_as_it_is(row, field, value))
			row->out[field->to] = value;
		else if (field->to >= 0)
			row_put(row, context, field, value);
		if (field->keep >= 0)
			keep_too(row, context, field, value);
	}
}

void
row_make(struct row *row, const struct row_context *context,
	const struct dump_plan *plan, const struct csv *csv, bool clean)
{
	const char *text = make_room(row, csv);

	memset(row->out, 0, row->n * sizeof(*row->out));
	for (int i = 0; i < JOINTS; i++)
		row->joined[i].len = 0;
	row->email_ok = row->phone_ok = row->made_breaks = row->mended = false;
	row->bounced = row->phone_dead = false;
	row->job = row->refused = (struct view){0};
	row->kept_n = row->phone_type = 0;
	row->clean = clean;
	row->tidy = csv->tidy;
	row->same = plan->ours && csv->dialect.escapes;
	row->several = plan->several;
	if (plan->ours) {
		put_ours(row, plan, csv);
		if (!plan->known)
			put_defaults(row, context, plan);
		return;
	}
	find_country(row, context, plan, csv);
	expect(row, plan, csv);
	put_fields(row, context, plan, csv, false);
	if (plan->fallbacks)
		put_fields(row, context, plan, csv, true);
	complete(row, context, plan);
	assert(row->text.data == text); /* else views are of freed text */
}
