#include "row_value.h"

#include "lead/date.h"
#include "lead/email.h"
#include "lead/flag.h"
#include "lead/fold.h"
#include "lead/phone.h"
#include "lead/subscriber.h"

/* "Opted in" has the day, at times. */
static bool
is_date(struct row *row, struct view value)
{
	str_clear(&row->scratch);
	return value.len >= 8 &&
		date_normalise(value, DATE_DAY_FIRST, &row->scratch);
}

/* Few answers come over and over: the flag_opt_out() of one. */
static enum flag
opt_out(struct row *row, struct view value, bool positive)
{
	uint8_t kind = positive ? ROW_PERMIT : ROW_STOP;
	struct answer answer = answers_ask(&row->answers, value, kind);
	uint8_t flag;

	if (!answer_has(answer, &flag)) {
		flag = (uint8_t)flag_opt_out(value, positive);
		if (positive && flag == FLAG_BAD && is_date(row, value))
			flag = FLAG_NO;
		/* None of what was asked for. */
		if (positive && view_same(value, VIEW("none")))
			flag = FLAG_YES;
		answer_keep(answer, flag);
	}
	return (enum flag)flag;
}

static void
put_stop(struct view *out, enum flag stop)
{
	if (stop == FLAG_YES || stop == FLAG_BAD)
		*out = VIEW("yes");
	else if (stop == FLAG_NO && !out->len)
		*out = VIEW("no");
}

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* What vendors call the bases of UK GDPR article 6(1). */
static const struct {
	const char *part, *basis;
} bases[] = {
	{"legitimate", "legitimate-interests"},
	{"soft", "soft-opt-in"},
	{"consent", "consent"},
	{"cydsyniad", "consent"},
	{"contract", "contract"},
	{"legal obligation", "legal-obligation"},
	{"not applicable", ""},
};

/* And why it is none any more. */
static const struct {
	const char *part, *basis;
} refusals[] = {
	{"withdr", "withdrawn"},
	{"revoke", "withdrawn"},
	{"tynnu", "withdrawn"},
	{"widerruf", "withdrawn"},
	{"retir", "withdrawn"},
	{"refus", "refused"},
	{"declin", "refused"},
	{"denied", "refused"},
	{"opted out", "refused"},
	{"gwrthod", "refused"},
	{"object", "objected"},
	{"opposition", "objected"},
	{"widersp", "objected"},
};

/* The basis that a text has a part of the name of. */
static bool
find_basis(struct row *row, struct view value, struct view *basis)
{
	struct view key;

	str_clear(&row->scratch);
	fold_key(value, &row->scratch);
	key = str_view(&row->scratch);
	for (size_t i = 0; i < COUNT(refusals); i++)
		if (view_find(key, view_of(refusals[i].part)) < key.len) {
			*basis = view_of(refusals[i].basis);
			return true;
		}
	for (size_t i = 0; i < COUNT(bases); i++)
		if (view_find(key, view_of(bases[i].part)) < key.len) {
			*basis = view_of(bases[i].basis);
			return true;
		}
	return false;
}

static bool
is_refusal(struct view basis)
{
	for (size_t i = 0; i < COUNT(refusals); i++)
		if (view_is(basis, refusals[i].basis))
			return true;
	return false;
}

/* "No consent" is a basis that nobody knows. */
static void
put_basis(struct row *row, const struct schema_columns *at, struct view *out,
	struct view value)
{
	bool denied = opt_out(row, value, true) == FLAG_YES;
	struct view basis;

	if (out->len)
		return;
	if (!find_basis(row, value, &basis) || (denied && !is_refusal(basis))) {
		row_put_text(row, out, value);
		return;
	}
	*out = basis;
	if (is_refusal(basis))
		put_stop(row_at(row, at->stops[STOP_EMAIL]), FLAG_YES);
}

/*
 * Yes is consent; no is a refusal of marketing, which says so itself.  What is
 * neither may name another basis, and is no consent if it does not.
 */
static void
put_consent(struct row *row, const struct schema_columns *at, struct view *out,
	struct view value)
{
	enum flag stop = opt_out(row, value, true);
	struct view basis;

	if (stop == FLAG_NO && !out->len)
		*out = VIEW("consent");
	else if ((stop == FLAG_BAD || stop == FLAG_YES) &&
		find_basis(row, value, &basis) && !view_is(basis, "consent"))
		put_basis(row, at, out, value);
	else if (stop != FLAG_ABSENT && stop != FLAG_NO)
		put_stop(row_at(row, at->stops[STOP_EMAIL]), FLAG_YES);
}

/*
 * Is it an answer?  "Number we can call you on" asks for no permission, after
 * all, and has numbers or addresses in it.
 */
static bool
is_answer(struct view value)
{
	size_t digits = 0;

	for (size_t i = 0; i < value.len; i++)
		digits += value.at[i] >= '0' && value.at[i] <= '9';
	return digits < 5 && !memchr(value.at, '@', value.len);
}

static void
put_stops(struct row *row, const struct schema_columns *at, enum flag stop)
{
	for (enum stop i = 0; i < STOPS; i++)
		put_stop(row_at(row, at->stops[i]), stop);
}

/* Who is it that refuses?  "Unsubscribed" has addresses, at times. */
static void
note_refused(struct row *row, struct view value)
{
	if (!is_answer(value))
		row->refused = value;
}

void
row_put_refused(struct row *row, const struct schema_columns *at)
{
	size_t start = row->text.len;
	struct phone facts;

	if (row->out[at->email].len || row->out[at->phone].len ||
		(at->mobile >= 0 && row->out[at->mobile].len))
		return;
	if (email_normalise(row->refused, &row->text)) {
		row->out[at->email] = str_tail(&row->text, start);
		row->email_ok = true;
	} else if (!is_date(row, row->refused) &&
		phone_normalise(row->refused, row_country(row), &row->text,
			&facts) == PHONE_OK) {
		row->out[at->phone] = str_tail(&row->text, start);
		row->phone_ok = true;
		row->phone_type = (uint8_t)(facts.type + 1);
	}
}

static void
put_subscriber(struct view *out, struct view value)
{
	enum subscriber subscriber;

	if (subscriber_read(value, &subscriber) &&
		subscriber != SUBSCRIBER_UNKNOWN)
		*out = subscriber_name(subscriber);
}

/* Yes, a moment, a reason: anything but no and nothing. */
static bool
is_said(struct view value)
{
	enum flag flag = flag_read(value);

	return flag != FLAG_NO && flag != FLAG_ABSENT;
}

/* Mail came back, or nobody answers there. */
static void
put_dead(struct row *row, const struct schema_columns *at, bool phone,
	struct view value)
{
	row->phone_dead |= phone && is_said(value);
	row->bounced |= !phone && is_said(value);
	if (!phone)
		row_put_complaint(row, at, value);
}

void
row_put_permission(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	const struct schema_columns *at = &context->schema->at;
	struct view *out = row_at(row, field->to);

	if (field->asks && !is_answer(value))
		return;
	if (field->kind == KIND_STOP || field->kind == KIND_STOP_ALL ||
		field->kind == KIND_STOP_DATE)
		note_refused(row, value);
	switch (field->kind) {
	case KIND_STOP:
		put_stop(out, opt_out(row, value, false));
		break;
	case KIND_PERMIT:
		put_stop(out, opt_out(row, value, true));
		break;
	case KIND_STOP_DATE:
		if (is_said(value))
			put_stop(out, FLAG_YES);
		break;
	case KIND_CONSENT:
		put_consent(row, at, out, value);
		break;
	case KIND_STOP_ALL:
		put_stops(row, at, opt_out(row, value, false));
		break;
	case KIND_PERMIT_ALL:
		put_stops(row, at, opt_out(row, value, true));
		break;
	case KIND_BASIS:
		put_basis(row, at, out, value);
		break;
	case KIND_SUBSCRIBER:
		put_subscriber(out, value);
		break;
	case KIND_BOUNCED:
		put_dead(row, at, field->to == at->phone_status, value);
		break;
	default:
		break;
	}
}
