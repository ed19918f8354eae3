#include "check.h"

#include "base/day.h"
#include "base/lang.h"
#include "lead/folded.h"
#include "lead/kind.h"
#include "lead/known.h"

static bool
is_time(struct view v)
{
	int64_t moment;

	return !v.len || moment_read(v, &moment);
}

static bool
is_digits(struct view v)
{
	int64_t n;

	return v.len && v.at[0] >= '0' && v.at[0] <= '9' && view_int(v, &n);
}

/* Digits, and a point with more behind it: no sign. */
static bool
is_amount(struct view v)
{
	size_t point = view_find_byte(v, '.');

	return is_digits(view_upto(v, point)) &&
		(point == v.len || is_digits(view_from(v, point + 1)));
}

static enum bulk_verdict
bad(struct bulk_fault *fault, int column, const char *what)
{
	*fault = (struct bulk_fault){column, what};
	return BULK_BAD;
}

static enum bulk_verdict
check_words(struct draft *draft, struct bulk_fault *fault)
{
	const struct view *field = draft->field;
	int kind = vocab_find(&kind_words, field[NOTE_KIND]);
	struct correction correction;

	if (kind < 0)
		return bad(fault, NOTE_KIND, N_("is no kind of note"));
	if (field[NOTE_STATUS].len &&
		vocab_find(kind_statuses[kind], field[NOTE_STATUS]) < 0)
		return bad(fault, NOTE_STATUS, N_("is no status of its kind"));
	if ((kind_words.word[kind].flags & KIND_NEEDS_VALUE) &&
		!field[NOTE_VALUE].len)
		return bad(fault, NOTE_VALUE, N_("is empty"));
	if (kind == KIND_SET && !known_read_set(field[NOTE_VALUE], &correction))
		return bad(fault, NOTE_VALUE, N_("is not column=value"));
	if (kind == KIND_SET &&
		(view_is(correction.column, "lead_id") ||
			folded_is(correction.column)))
		return bad(fault, NOTE_VALUE,
			N_("sets a column that is computed"));
	if (kind == KIND_OPPORTUNITY &&
		vocab_find(&opportunity_words, field[NOTE_VALUE]) < 0)
		return bad(fault, NOTE_VALUE,
			N_("is none of sell, up, cross, add-on, renewal"));
	if (field[NOTE_AMOUNT].len && !is_amount(field[NOTE_AMOUNT]))
		return bad(fault, NOTE_AMOUNT, N_("is no sum of money"));
	if (!is_time(field[NOTE_DUE]))
		return bad(fault, NOTE_DUE, N_("is no time"));
	return BULK_GOOD;
}

enum status
note_check_append(const struct journal *journal, const struct common *common)
{
	const struct bulk bulk = {
		.journal = journal, .due = NOTE_DUE, .check = check_words};

	return bulk_append(&bulk, common);
}

enum status
note_check_log(const struct journal *journal)
{
	struct audit audit = {.journal = journal, .check = check_words};

	return audit_run(&audit);
}
