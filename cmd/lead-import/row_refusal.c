#include "row_refusal.h"

#include "refusal.h"
#include "row_value.h"

#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/lexicon.h"

#define LONGEST 64	  /* bytes: what is longer is a note, not a state */
#define TEXT 16		  /* bytes: what is shorter goes on to say nothing */
#define BOUNCED (ALL + 1) /* among refusals: mail came back */

/* "Hard bounce", or a status of RFC 3463: "5.1.1". */
static bool
is_bounce(struct view text, struct view key)
{
	static const char *const states[] = {"bounced", "email bounced",
		"hard bounce", "hard bounced", "mail bounced"};

	return lexicon_find(LEXICON(states), key) ||
		(text.len == 5 && text.at[0] == '5' && text.at[1] == '.' &&
			text.at[3] == '.');
}

/* kind: ROW_REFUSAL, ROW_WISH, ROW_REMARK or ROW_PLACE: how it is read. */
static unsigned
look_up(struct row *row, struct view text, uint8_t kind)
{
	struct view key;

	str_clear(&row->scratch);
	fold_key(text, &row->scratch);
	key = str_view(&row->scratch);
	if (kind == ROW_REMARK)
		return refusal_of_remark(key);
	if (kind == ROW_PLACE)
		return refusal_of_place(key);
	return refusal_of_state(key) |
		(kind == ROW_WISH ? refusal_of_wish(key) : 0) |
		(is_bounce(text, key) ? BOUNCED : 0);
}

/* Of all in a value what each refuses. */
static unsigned
look_up_all(struct row *row, struct view value, uint8_t kind)
{
	unsigned all = 0;
	struct view tag, word;

	while (row_cut_tag(&value, &tag)) {
		if (tag.len <= LONGEST)
			all |= look_up(row, tag, kind);
		/* "vip no_marketing" is two tags. */
		while (tag.len && view_cut(&tag, ' ', &word))
			if (view_find_byte(word, '_') < word.len &&
				word.len <= LONGEST)
				all |= look_up(row, word, kind);
	}
	return all;
}

/* States and tags are few, and come over and over. */
static unsigned
refusal_of(struct row *row, struct view value, uint8_t kind)
{
	struct answer answer = answers_ask(&row->answers, value, kind);
	uint8_t refusal;

	if (!answer_has(answer, &refusal)) {
		refusal = (uint8_t)look_up_all(row, value, kind);
		answer_keep(answer, refusal);
	}
	return refusal;
}

static void
put(struct row *row, const struct schema_columns *at, unsigned refusal)
{
	for (enum stop i = 0; i < STOPS; i++)
		if (refusal >> i & 1 && at->stops[i] >= 0)
			row->out[at->stops[i]] = VIEW("yes");
}

static uint8_t
read_as(enum kind kind)
{
	switch (kind) {
	case KIND_PREFERENCE:
		return ROW_WISH;
	case KIND_REMARK:
		return ROW_REMARK;
	case KIND_EMAIL:
	case KIND_PHONE:
		return ROW_PLACE;
	default:
		return ROW_REFUSAL;
	}
}

void
row_put_refusal(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	bool wish = field->kind == KIND_PREFERENCE;
	unsigned refusal = refusal_of(row, value, read_as(field->kind));

	if (!refusal && wish && flag_read(value) != FLAG_BAD &&
		flag_opt_out(value, true) == FLAG_YES)
		refusal = ALL;
	row->bounced |= (refusal & BOUNCED) != 0;
	put(row, &context->schema->at, refusal);
}

/* Who reports spam has had enough; what lists call blocked is off them. */
static bool
is_mail_refusal(struct row *row, struct view status)
{
	static const char *const states[] = {"abuse", "blocked", "cleaned",
		"complained", "complaint", "spam", "wedi cwyno"};

	if (refusal_of(row, status, ROW_REFUSAL) & ALL)
		return true;
	str_clear(&row->scratch);
	fold_key(view_upto(status, LONGEST), &row->scratch);
	return lexicon_find(LEXICON(states), str_view(&row->scratch));
}

void
row_put_complaint(
	struct row *row, const struct schema_columns *at, struct view reason)
{
	if (is_mail_refusal(row, reason))
		put(row, at, EMAIL);
}

static bool
is_open(const struct schema_columns *at, const struct view *out, enum stop stop)
{
	return at->stops[stop] < 0 || !flag_stops(out[at->stops[stop]]);
}

/* Where people write what they like: column i of those, the notes first. */
static int
free_text(const struct schema *schema, size_t i)
{
	return i ? schema->unknown[i - 1] : schema->at.notes;
}

int
row_may_refuse(const struct schema *schema, const struct view *out,
	struct str *scratch)
{
	if (!is_open(&schema->at, out, STOP_EMAIL) ||
		!is_open(&schema->at, out, STOP_CALL))
		return -1;
	for (size_t i = 0; i <= schema->unknown_n; i++) {
		int column = free_text(schema, i);

		/* Most of what nobody knows are codes and numbers. */
		if (column < 0 || (i && out[column].len < TEXT))
			continue;
		if (refusal_is_near(out[column], scratch))
			return column;
	}
	return -1;
}

void
row_put_refusals(struct row *row, const struct schema *schema)
{
	const struct schema_columns *at = &schema->at;

	if (at->email_status >= 0 && row->out[at->email_status].len)
		row_put_complaint(row, at, row->out[at->email_status]);
	if (at->notes >= 0)
		put(row, at,
			refusal_of_notes(row->out[at->notes], &row->scratch));
	for (size_t i = 0; i < schema->unknown_n; i++)
		put(row, at,
			refusal_of_unknown(
				row->out[schema->unknown[i]], &row->scratch));
}
