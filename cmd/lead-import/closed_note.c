#include "closed_word.h"

#include "base/mem.h"
#include "lead/also.h"
#include "lead/email.h"
#include "lead/phone.h"

void
closed_batch_fini(struct closed_batch *batch)
{
	mem_free(batch->all);
	mem_free(batch->pairs);
	str_fini(&batch->address);
}

static void
note(struct closed_batch *batch, struct view text, unsigned stops)
{
	if (!text.len || !stops)
		return;
	batch->all = mem_grow(
		batch->all, &batch->cap, batch->n + 1, sizeof(*batch->all));
	batch->all[batch->n++] = closed_digest(text) | stops;
}

/* The only number of a row, if its refusal is of that; else nothing. */
static struct view
number_refused(const struct schema_columns *at, const struct view *out)
{
	struct view phone = value_at(out, at->phone);
	struct view mobile = value_at(out, at->mobile);
	struct phone facts;

	if (mobile.len && (!phone.len || view_eq(phone, mobile)))
		return mobile;
	if (mobile.len || !phone.len)
		return (struct view){0};
	phone_look(phone, &facts);
	return facts.type == PHONE_MOBILE ||
			!value_at(out, at->full_name).len ||
			!value_at(out, at->company).len
		? phone
		: (struct view){0};
}

/*
 * Note a person's addresses that a text has, of which there may be several;
 * that of the row has been.
 */
static void
note_addresses(struct closed_batch *batch, struct view text, struct view noted)
{
	if (view_same(view_trim(text), noted))
		return;
	while (email_next(&text, &batch->address))
		if (!email_is_role(str_view(&batch->address)))
			note(batch, str_view(&batch->address), EMAIL);
}

/* Note that these are addresses of one lead. */
static void
pair(struct closed_batch *batch, struct view one, struct view other)
{
	if (view_eq(one, other) || email_is_role(other))
		return;
	batch->pairs = mem_grow(batch->pairs, &batch->pairs_cap,
		batch->pairs_n + 1, sizeof(*batch->pairs));
	batch->pairs[batch->pairs_n++] =
		(struct closed_pair){closed_digest(one), closed_digest(other)};
}

static void
pair_all(struct closed_batch *batch, struct view email, struct view text)
{
	while (email_next(&text, &batch->address))
		pair(batch, email, str_view(&batch->address));
}

/*
 * The lead's other addresses are in columns of their own, and in its notes.
 * What an info@ refuses nobody refuses in person.
 */
static bool
pair_others(struct closed_batch *batch, const struct schema *schema,
	const struct view *out)
{
	struct view email = value_at(out, schema->at.email);
	struct view notes = value_at(out, schema->at.notes), line = {0};
	size_t before = batch->pairs_n;

	if (!also_any(notes))
		notes.len = 0;
	if (!email.len || (!notes.len && !schema->emails_n) ||
		email_is_role(email))
		return false;
	for (size_t i = 0; i < schema->emails_n; i++)
		pair_all(batch, email, out[schema->emails[i]]);
	while (also_email(&notes, &line, &batch->address))
		pair(batch, email, str_view(&batch->address));
	return batch->pairs_n > before;
}

bool
closed_note(struct closed_batch *batch, const struct schema *schema,
	const struct view *out, const struct dump_plan *plan,
	const struct csv *csv)
{
	const struct schema_columns *at = &schema->at;
	bool several = pair_others(batch, schema, out);
	bool mail = is_stopped(at, out, STOP_EMAIL);
	struct view email = value_at(out, at->email);
	unsigned numbers = (is_stopped(at, out, STOP_CALL) ? CALL : 0) |
		(is_stopped(at, out, STOP_SMS) ? SMS : 0);

	if (mail)
		note(batch, email, EMAIL);
	for (size_t i = 0; mail && plan && !plan->ours && i < csv->n; i++)
		if (plan->fields[i].kind == KIND_EMAIL)
			note_addresses(batch, csv->fields[i], email);
	if (numbers)
		note(batch, number_refused(at, out), numbers);
	return mail || numbers || several;
}
