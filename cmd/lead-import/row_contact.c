#include "row_value.h"

#include "lead/email.h"
#include "lead/flag.h"
#include "lead/phone.h"

/* Is there an address in value besides this one? */
static bool
has_other_email(struct row *row, struct view value, struct view email)
{
	size_t start = row->text.len;
	bool other = false;
	struct view piece;
	size_t first;

	if (value.len == email.len)
		return false; /* it is all there is */
	first = view_find_byte(value, '@') + 1;
	if (view_find_byte(view_from(value, first), '@') + first >= value.len)
		return false;
	while (!other && email_cut(&value, &piece)) {
		other = email_normalise(piece, &row->text) &&
			!view_eq(str_tail(&row->text, start), email);
		row->text.len = start;
	}
	return other;
}

/* What a value has besides the address that was taken of it. */
static struct view
other_than(struct view value, struct view taken, struct view behind,
	struct view email)
{
	/* What stands around an address may be a name. */
	if (taken.at != value.at || taken.len != email.len)
		return value;
	while (behind.len && memchr(" ,;/|", behind.at[0], 5))
		behind = view_from(behind, 1);
	if (flag_is_absent(behind))
		return (struct view){0};
	return view_find_byte(behind, '@') < behind.len ? behind : value;
}

static bool
is_word(struct view value)
{
	for (size_t i = 0; i < value.len; i++)
		if (value.at[i] == '@' || value.at[i] <= '9')
			return false;
	return true;
}

/* Letters, or the stops of "5.1.1", by which mail comes back. */
static bool
may_speak(struct view value)
{
	for (size_t i = 0; i < value.len; i++)
		if (value.at[i] >= 'A' || value.at[i] == '.' ||
			(unsigned char)value.at[i] >= 0x80)
			return true;
	return false;
}

/* Words in place of an address or a number, or beside it, may refuse. */
static void
mind_words(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	if ((memchr(value.at, ' ', value.len) || is_word(value)) &&
		may_speak(value))
		row_put_refusal(row, context, field, value);
}

void
row_put_email(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	struct view *out = row_at(row, field->to);
	size_t start = row->text.len;
	struct view rest, piece;

	mind_words(row, context, field, value);
	if (row->email_ok)
		return;
	rest = value = row_first(row, value);
	if (email_normalise(value, &row->text)) {
		*out = str_tail(&row->text, start);
		row->email_ok = true;
		if (has_other_email(row, value, *out))
			row->rest = value;
		return;
	}
	if (flag_is_absent(value))
		return;
	while (email_cut(&rest, &piece))
		if (email_normalise(piece, &row->text)) {
			*out = str_tail(&row->text, start);
			row->email_ok = true;
			row->rest = other_than(value, piece, rest, *out);
			return;
		}
	row_note_odd(row, ODD_EMAIL, field->to);
	row_put_text(row, out, value);
}

/* What is no number to be called goes into the notes, behind a word. */
static void
put_note(struct row *row, int notes, const char *word, struct view value)
{
	size_t start = row->text.len;

	str_add(&row->text, word);
	str_put(&row->text, value);
	row_join(
		row, JOIN_NOTES, &row->out[notes], str_tail(&row->text, start));
}

/* Is there a second number in what stands behind one?  Words are none. */
static bool
has_number(struct view rest)
{
	size_t digits = 0;

	for (size_t i = 0; i < rest.len; i++)
		digits += rest.at[i] >= '0' && rest.at[i] <= '9';
	return digits >= 3;
}

/* What stands around a number; behind it perhaps another one. */
static void
put_around(struct row *row, const struct row_context *context,
	const struct field_plan *field, const struct phone *facts)
{
	struct view rest = facts->rest;

	if (facts->label.len)
		row_put_words(row, context, field, facts->label);
	if (!rest.len)
		return;
	if (!has_number(rest)) {
		row_put_words(row, context, field, rest);
		return;
	}
	row_put_refusal(row, context, field, rest);
	while (rest.len && memchr(" ,;:/|-", rest.at[0], 7))
		rest = view_from(rest, 1);
	if (!row->rest.len)
		row->rest = rest;
}

/* Says the label beside a number that nobody answers there? */
static bool
is_fax(const struct row *row, const struct field_plan *field)
{
	struct view label = {0};

	if (field->label)
		label = row->csv->fields[field->label - 1];
	for (; label.len >= 3; label = view_from(label, 1))
		if (view_same(view_upto(label, 3), VIEW("fax")))
			return true;
	return false;
}

void
row_put_phone(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	const struct schema_columns *at = &context->schema->at;
	struct view *out = row_at(row, field->to);
	bool is_phone = field->to == at->phone;
	size_t start = row->text.len;
	enum phone_status status;
	struct phone facts;

	if (is_fax(row, field)) {
		put_note(row, at->notes, "fax ", value);
		return;
	}
	if (out->len && (!is_phone || row->phone_ok)) {
		mind_words(row, context, field, value);
		return;
	}
	value = row_first(row, value);
	status = phone_normalise(value, row_country(row), &row->text, &facts);
	if (status == PHONE_OK) {
		*out = str_tail(&row->text, start);
		if (facts.extension.len) /* E.164 has none */
			put_note(row, at->notes, "ext. ", facts.extension);
		put_around(row, context, field, &facts);
	} else if (flag_is_absent(value)) {
		return;
	} else {
		row_note_odd(row, ODD_PHONE, field->to);
		mind_words(row, context, field, value);
		row_put_text(row, out, value);
	}
	if (is_phone && status == PHONE_OK) {
		row->phone_ok = true;
		row->phone_type = (uint8_t)(facts.type + 1);
	}
	if (at->phone_status >= 0 &&
		(is_phone || !row->out[at->phone_status].len))
		row->out[at->phone_status] = phone_status_name(status);
}

void
row_sort_phones(struct row *row, const struct schema_columns *at)
{
	struct view first = row->out[at->phone];
	struct phone facts;

	if (at->mobile < 0 || !row->out[at->mobile].len ||
		(first.len && row->phone_type != PHONE_MOBILE + 1))
		return;
	phone_look(row->out[at->mobile], &facts);
	if (facts.type != PHONE_LANDLINE)
		return;
	row->out[at->phone] = row->out[at->mobile];
	row->out[at->mobile] = first;
	row->phone_type = PHONE_LANDLINE + 1;
}
