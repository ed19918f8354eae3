#include "lead/phone.h"

#include "lead/phone_plan.h"
#include "lead/phone_text.h"

/* Digits, and what they were found to be. */
struct number_found {
	const struct phone_plan *plan;
	const struct phone_run *run;
	char digits[PHONE_DIGITS + 8]; /* the national number */
	size_t n;
};

static struct view
digits_of(const struct phone_text *text, size_t from)
{
	return view_from((struct view){text->digits, text->n}, from);
}

/* Keep prefix and nsn as the number if they are one. */
static bool
take(struct number_found *found, const struct phone_plan *plan,
	struct view prefix, struct view nsn)
{
	if (prefix.len + nsn.len > sizeof(found->digits))
		return false;
	if (prefix.len)
		memcpy(found->digits, prefix.at, prefix.len);
	if (nsn.len)
		memcpy(found->digits + prefix.len, nsn.at, nsn.len);
	found->n = prefix.len + nsn.len;
	found->plan = plan;
	found->run =
		phone_run_find(plan, (struct view){found->digits, found->n});
	return found->run != NULL;
}

/* Take v without one of the trunk prefixes, if that is a number. */
static bool
take_trunk(struct number_found *found, const struct phone_place *place,
	struct view v)
{
	struct view trunks, trunk;

	if (place->trunk[0] && !place->trunk[1]) /* most: 0, or 1, or 8 */
		return v.len && v.at[0] == place->trunk[0] &&
			take(found, phone_plan_at(place->plan),
				(struct view){0}, view_from(v, 1));
	trunks = view_of(place->trunk);
	while (view_cut(&trunks, ' ', &trunk))
		if (trunk.len && view_starts(v, trunk) &&
			take(found, phone_plan_at(place->plan),
				(struct view){0}, view_from(v, trunk.len)))
			return true;
	return false;
}

/* Digits behind a +: calling code, perhaps a trunk prefix, the number. */
static enum phone_status
read_international(struct number_found *found, struct view v)
{
	size_t length = 0;
	const struct phone_plan *plan = phone_plan_find(v, &length);

	if (!plan)
		return PHONE_UNKNOWN;
	v = view_from(v, length);
	found->plan = plan;
	if (take(found, plan, (struct view){0}, v) ||
		take_trunk(found, phone_place_at(plan->main), v))
		return PHONE_OK;
	return PHONE_LENGTH;
}

/* Behind 00 or what else is dialled for the +. */
static bool
read_dialled(struct number_found *found, const struct phone_place *place,
	struct view v)
{
	struct view idds = {0}, idd;

	if (place && place->idd[0])
		idds = view_of(place->idd);
	while (idds.len && view_cut(&idds, ' ', &idd))
		if (view_starts(v, idd) &&
			read_international(found, view_from(v, idd.len)) ==
				PHONE_OK)
			return true;
	return view_starts(v, VIEW("00")) &&
		read_international(found, view_from(v, 2)) == PHONE_OK;
}

/*
 * Argentina: a mobile is dialled area, 15, number at home and 9, area, number
 * from abroad; areas have two to four digits.
 */
static bool
take_argentine(struct number_found *found, const struct phone_plan *plan,
	struct view v)
{
	char digits[11] = "9";

	if (v.len == 13 && v.at[0] == '0')
		v = view_from(v, 1);
	if (v.len != 12)
		return false;
	for (size_t area = v.at[0] == '1' ? 2 : 3; area <= 4; area++) {
		if (v.at[area] != '1' || v.at[area + 1] != '5')
			continue;
		memcpy(digits + 1, v.at, area);
		memcpy(digits + 1 + area, v.at + area + 2, 10 - area);
		return take(found, plan, (struct view){0},
			(struct view){digits, sizeof(digits)});
	}
	return false;
}

/* Digits as dialled in a place. */
static bool
read_national(struct number_found *found, const struct phone_place *place,
	struct view v)
{
	const struct phone_plan *plan = phone_plan_at(place->plan);
	size_t length = 0;

	if (take_trunk(found, place, v))
		return true;
	/*
	 * Where a trunk prefix is dialled, digits without one that start with
	 * the calling code lack the plus sooner than the prefix.
	 */
	if (!place->trunk[0] && take(found, plan, (struct view){0}, v))
		return true;
	if (phone_plan_find(v, &length) == plan &&
		read_international(found, v) == PHONE_OK)
		return true;
	if (take(found, plan, (struct view){0}, v))
		return true;
	if (place->local[0] && v.len == place->local_length &&
		take(found, plan, view_of(place->local), v))
		return true;
	switch (plan->calling) {
	case 39: /* the 0 belongs to the number; a spreadsheet has lost it */
		return take(found, plan, VIEW("0"), v);
	case 54:
		return take_argentine(found, plan, v);
	case 55: /* 0 and two digits of a carrier, then area and number */
		return v.len >= 13 && v.at[0] == '0' &&
			take(found, plan, (struct view){0}, view_from(v, 3));
	default:
		return false;
	}
}

/* Read the digits as a whole. */
static enum phone_status
read_text(struct number_found *found, const struct phone_text *text,
	const struct phone_place *place)
{
	struct view v = digits_of(text, 0);

	if (text->n == PHONE_DIGITS)
		return PHONE_LENGTH;
	if (text->plus) {
		enum phone_status status = read_international(found, v);

		/* "+0121...", "+0044...": the plus means nothing */
		if (status == PHONE_OK || v.at[0] != '0')
			return status;
	}
	if (read_dialled(found, place, v) ||
		(place && read_national(found, place, v)))
		return PHONE_OK;
	if (!place)
		return v.at[0] == '0' && v.len > 1 && v.at[1] == '0' &&
				found->plan
			? PHONE_LENGTH
			: PHONE_UNKNOWN;
	return PHONE_LENGTH;
}

static void
facts_set(struct phone *facts, const struct number_found *found)
{
	facts->type = (enum phone_type)found->run->kind;
	memcpy(facts->country, phone_place_at(found->run->place)->code, 3);
}

/*
 * Two numbers: "029 2018 0000 / 029 2018 0001".  A slash alone may stand in
 * one number, so this is only tried when the whole is none.
 */
static enum phone_status
read_first(struct number_found *found, struct view in,
	const struct phone_place *place, struct phone_text *text)
{
	size_t slash = view_find_byte(in, '/');
	struct phone_text first;

	if (slash == in.len || !phone_text_read(view_upto(in, slash), &first) ||
		read_text(found, &first, place) != PHONE_OK)
		return PHONE_LENGTH;
	*text = first;
	text->rest = view_trim(view_from(in, slash));
	return PHONE_OK;
}

/* "0800 FLOWERS": freephone only, others have words behind the number. */
static enum phone_status
read_spelt(struct number_found *found, struct view in,
	const struct phone_place *place, struct phone_text *text)
{
	char room[PHONE_DIGITS];
	struct phone_text spelt;
	struct view digits;

	if (!phone_text_spell(in, room, &digits) ||
		!phone_text_read(digits, &spelt) ||
		read_text(found, &spelt, place) != PHONE_OK ||
		found->run->kind != PHONE_FREE)
		return PHONE_LENGTH;
	*text = spelt;
	return PHONE_OK;
}

enum phone_status
phone_normalise(struct view in, struct view country, struct str *out,
	struct phone *facts)
{
	const struct phone_place *place = phone_place_find(country);
	struct number_found found = {0};
	struct phone_text text;

	*facts = (struct phone){.status = PHONE_INVALID};
	if (!phone_text_read(in, &text))
		return PHONE_INVALID;
	facts->status = read_text(&found, &text, place);
	if (facts->status == PHONE_LENGTH)
		facts->status = read_first(&found, in, place, &text);
	if (facts->status == PHONE_LENGTH)
		facts->status = read_spelt(&found, in, place, &text);
	facts->label = text.label;
	facts->extension = text.extension;
	facts->rest = text.rest;
	if (facts->status != PHONE_OK)
		return facts->status;
	facts_set(facts, &found);
	str_byte(out, '+');
	str_int(out, found.plan->calling);
	str_bytes(out, found.digits, found.n);
	return PHONE_OK;
}

void
phone_look(struct view e164, struct phone *facts)
{
	struct number_found found = {0};
	struct view digits = view_from(e164, 1);

	*facts = (struct phone){.status = PHONE_INVALID};
	if (e164.len < 2 || e164.at[0] != '+')
		return;
	for (size_t i = 0; i < digits.len; i++)
		if (digits.at[i] < '0' || digits.at[i] > '9')
			return;
	facts->status = read_international(&found, digits);
	if (facts->status == PHONE_OK)
		facts_set(facts, &found);
}

bool
phone_country(struct view calling, struct str *out)
{
	const struct phone_plan *plan;
	struct view digits = calling;
	size_t length;

	if (view_starts(digits, VIEW("+")))
		digits = view_from(digits, 1);
	else if (view_starts(digits, VIEW("00")))
		digits = view_from(digits, 2);
	else if (digits.len > 3)
		return false;
	for (size_t i = 0; i < digits.len; i++)
		if (digits.at[i] < '0' || digits.at[i] > '9')
			return false;
	plan = phone_plan_find(digits, &length);
	if (!plan || length != digits.len)
		return false;
	str_add(out, phone_place_at(plan->main)->code);
	return true;
}

struct view
phone_status_name(enum phone_status status)
{
	static const char *const names[] = {
		"ok", "length", "unknown", "invalid"};

	return view_of(names[status]);
}

struct view
phone_type_name(enum phone_type type)
{
	static const char *const names[] = {"", "landline", "mobile",
		"personal", "pager", "freephone", "shared", "premium"};

	return view_of(names[type]);
}
