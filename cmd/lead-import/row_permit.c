#include "refusal.h"
#include "row_refusal.h"
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
};

/* And why it is none any more, in a word. */
static const struct {
	const char *word, *basis;
} refusals[] = {
	{"declined", "refused"},
	{"gwrthodwyd", "refused"},
	{"refused", "refused"},
	{"abgelehnt", "refused"},
	{"refuse", "refused"},
	{"revoked", "withdrawn"},
	{"retire", "withdrawn"},
	{"widerrufen", "withdrawn"},
	{"withdrawn", "withdrawn"},
	{"withdrew", "withdrawn"},
	{"objected", "objected"},
	{"objects", "objected"},
	{"opposition", "objected"},
	{"widersprochen", "objected"},
};

#define SHORT 2 /* words: in more only what is said of consent counts */

/* The refusal that a folded text is of, "consent withdrawn"; or nothing. */
static struct view
find_refusal(struct view key)
{
	struct view rest = key, word, before = {0}, found = {0};
	bool consent = view_find(key, VIEW("consent")) < key.len;
	size_t words = 0;

	for (; rest.len && view_cut(&rest, ' ', &word); before = word) {
		words += word.len && word.at[0] > '9';
		if (view_is(before, "not") || view_is(before, "no") ||
			view_is(before, "never"))
			continue;
		for (size_t i = 0; i < COUNT(refusals); i++)
			if (view_is(word, refusals[i].word))
				found = view_of(refusals[i].basis);
	}
	return words <= SHORT || consent ? found : (struct view){0};
}

/* The basis that a folded text has a part of the name of; or nothing. */
static struct view
find_basis(struct view key)
{
	for (size_t i = 0; i < COUNT(bases); i++)
		if (view_find(key, view_of(bases[i].part)) < key.len)
			return view_of(bases[i].basis);
	return (struct view){0};
}

static bool
is_refusal(struct view basis)
{
	for (size_t i = 0; i < COUNT(refusals); i++)
		if (view_is(basis, refusals[i].basis))
			return true;
	return false;
}

static struct view
folded(struct row *row, struct view value)
{
	str_clear(&row->scratch);
	fold_key(value, &row->scratch);
	return str_view(&row->scratch);
}

/* Somebody refused: that is the basis, whatever another field says. */
static bool
put_refused(struct row *row, const struct schema_columns *at, struct view *out,
	struct view value)
{
	struct view refusal = find_refusal(folded(row, value));

	if (!refusal.len)
		return false;
	if (!is_refusal(*out))
		*out = refusal;
	put_stop(row_at(row, at->stops[STOP_EMAIL]), FLAG_YES);
	return true;
}

/* "No consent" is a basis that nobody knows. */
static void
put_basis(struct row *row, const struct schema_columns *at, struct view *out,
	struct view value)
{
	bool denied = opt_out(row, value, true) == FLAG_YES;
	struct view key, basis;

	if (put_refused(row, at, out, value) || out->len)
		return;
	key = folded(row, value);
	basis = find_basis(key);
	if (!denied && (basis.len || view_is(key, "not applicable")))
		*out = basis;
	else
		row_put_text(row, out, value);
}

/* Mail, and what else a value says no to: "Email - yes, phone - no". */
static void
put_denied(struct row *row, const struct schema_columns *at, struct view value)
{
	unsigned denied = EMAIL | refusal_of_wish(folded(row, value));

	for (enum stop i = 0; i < STOPS; i++)
		if (denied >> i & 1 && at->stops[i] >= 0)
			put_stop(row_at(row, at->stops[i]), FLAG_YES);
}

/*
 * Yes is consent; no is a refusal of marketing, which says so itself.  What is
 * neither may name a basis, and is no consent if it does not.
 */
static void
put_consent(struct row *row, const struct schema_columns *at, struct view *out,
	struct view value, enum flag stop)
{
	struct view basis = {0};

	if (stop == FLAG_NO && !out->len)
		*out = VIEW("consent");
	if (stop == FLAG_NO || stop == FLAG_ABSENT ||
		put_refused(row, at, out, value))
		return;
	if (stop == FLAG_BAD)
		basis = find_basis(folded(row, value));
	if (!basis.len)
		put_denied(row, at, value);
	else if (!view_is(basis, "consent"))
		put_basis(row, at, out, value);
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

static bool
is_leave(enum kind kind)
{
	return kind == KIND_PERMIT || kind == KIND_PERMIT_ALL ||
		kind == KIND_CONSENT;
}

/* The channels that a value is a list of. */
static unsigned
listed(struct row *row, struct view value)
{
	struct answer answer = answers_ask(&row->answers, value, ROW_CHANNELS);
	uint8_t channels = 0;

	if (!answer_has(answer, &channels)) {
		channels = (uint8_t)refusal_channels(folded(row, value));
		answer_keep(answer, channels);
	}
	return channels;
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

/* "Soft", "mailbox full": it may go through the next time. */
static bool
is_passing(struct row *row, struct view value)
{
	static const char *const passing[] = {
		"deferred", "mailbox full", "soft", "temporary", "transient"};
	struct view key = folded(row, value);

	for (size_t i = 0; i < COUNT(passing); i++)
		if (view_starts(key, view_of(passing[i])))
			return true;
	return false;
}

/* Mail came back, or nobody answers there. */
static void
put_dead(struct row *row, const struct schema_columns *at, bool phone,
	struct view value)
{
	row->phone_dead |= phone && is_said(value);
	row->bounced |= !phone && is_said(value) && !is_passing(row, value);
	if (!phone)
		row_put_complaint(row, at, value);
}

/*
 * Who is asked by what he may be contacted, and names channels, allows these
 * and no others.  False: the value is no list of channels.
 */
static bool
put_channels(struct row *row, const struct schema_columns *at,
	const struct field_plan *field, struct view value)
{
	unsigned channels = listed(row, value);
	struct view *basis = row_at(row, at->lawful_basis);

	if (!channels)
		return false;
	for (enum stop i = 0; i < STOPS; i++)
		if (field->kind != KIND_PERMIT || field->to == at->stops[i])
			put_stop(row_at(row, at->stops[i]),
				channels >> i & 1 ? FLAG_NO : FLAG_YES);
	if (field->kind == KIND_CONSENT && channels & EMAIL && !basis->len)
		*basis = VIEW("consent");
	return true;
}

void
row_put_permission(struct row *row, const struct row_context *context,
	const struct field_plan *field, struct view value)
{
	const struct schema_columns *at = &context->schema->at;
	struct view *out = row_at(row, field->to);
	enum flag stop = FLAG_ABSENT;

	if (field->asks && !is_answer(value))
		return;
	if (is_leave(field->kind))
		stop = opt_out(row, value, true);
	/* It may be no plain answer. */
	if (stop == FLAG_BAD && put_channels(row, at, field, value))
		return;
	if (field->kind == KIND_STOP || field->kind == KIND_STOP_ALL ||
		field->kind == KIND_STOP_DATE)
		note_refused(row, value);
	switch (field->kind) {
	case KIND_STOP:
		put_stop(out, opt_out(row, value, false));
		break;
	case KIND_PERMIT:
		put_stop(out, stop);
		break;
	case KIND_STOP_DATE:
		if (is_said(value))
			put_stop(out, FLAG_YES);
		break;
	case KIND_CONSENT:
		put_consent(row, at, out, value, stop);
		break;
	case KIND_STOP_ALL:
		put_stops(row, at, opt_out(row, value, false));
		break;
	case KIND_PERMIT_ALL:
		put_stops(row, at, stop);
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
