#include "row_value.h"

#include "base/day.h"
#include "lead/company.h"
#include "lead/country.h"
#include "lead/domain.h"
#include "lead/money.h"
#include "lead/name.h"
#include "lead/phone.h"
#include "lead/postcode.h"

#define EACH(byte) (UINT64_C(0x0101010101010101) * (byte))
#define HIGH EACH(0x80)

/* The high bit of each byte that is 0. */
static inline uint64_t
zeros(uint64_t w)
{
	return ~(((w & ~HIGH) + ~HIGH) | w | ~HIGH);
}

bool
row_is_tidy(struct view v)
{
	uint64_t blank = 0; /* was the last byte one? */
	size_t i = 0;

	/* Eight bytes at a time; the lowest is the first where we run. */
	for (; i + 8 <= v.len; i += 8) {
		uint64_t w;
		uint64_t blanks;

		memcpy(&w, v.at + i, 8);
		blanks = zeros(w ^ EACH(' '));
		if ((w & HIGH) | (zeros(w & EACH(0xE0))) |
			zeros(w ^ EACH(0x7F)) |
			(blanks & (blanks << 8 | blank)))
			return false;
		blank = blanks >> 56;
	}
	for (; i < v.len; i++) {
		unsigned char c = (unsigned char)v.at[i];

		if (c < ' ' || c > '~' || (c == ' ' && blank))
			return false;
		blank = c == ' ' ? 0x80 : 0;
	}
	return true;
}

bool
row_is_normal(const struct row *row, enum kind kind, struct view v)
{
	bool small = false;
	bool capital = false;
	int32_t day;

	if (kind == KIND_DATE)
		return v.len == 10 && day_read(v, &day);
	if (kind != KIND_NAME || !(row->tidy || row_is_tidy(v)))
		return false;
	/* Only a name that is all of one case is changed. */
	for (size_t i = 0; i < v.len && !(small && capital); i++) {
		small |= v.at[i] >= 'a' && v.at[i] <= 'z';
		capital |= v.at[i] >= 'A' && v.at[i] <= 'Z';
	}
	return small && capital;
}

/* The kinds whose normalisers are of one form: text in, text out. */
static bool
normalise(struct row *row, const struct field_plan *field, struct view value)
{
	struct str *text = &row->text;

	switch (field->kind) {
	case KIND_WEBSITE:
		return website_normalise(value, text);
	case KIND_DOMAIN:
		return domain_normalise(value, NULL, text);
	case KIND_LINKEDIN:
		return linkedin_normalise(value, text);
	case KIND_POSTCODE:
		return postcode_normalise(value, row_country(row), text);
	case KIND_COMPANY_NUMBER:
		return company_number_normalise(value, row_country(row), text);
	case KIND_COUNTRY:
		return country_normalise(value, text) ||
			phone_country(value, text);
	case KIND_NUMBER:
		return number_normalise(value, field->mark, text);
	case KIND_CURRENCY:
		return currency_normalise(value, text);
	case KIND_DATE:
		return date_normalise(value, field->order, text);
	case KIND_NAME:
		name_normalise(value, text);
		return true;
	default:
		return false;
	}
}

/* Do values of the kind come again, and go by themselves alone? */
static bool
comes_again(enum kind kind)
{
	return kind == KIND_COUNTRY || kind == KIND_DATE || kind == KIND_NAME;
}

/* What is done to a value: the kind, and what that depends on. */
static uint8_t
salt_of(const struct field_plan *field)
{
	unsigned comma = field->mark == NUMBER_COMMA;

	return (uint8_t)((unsigned)field->kind | (unsigned)field->order << 5 |
		comma << 6);
}

bool
row_normalise(
	struct row *row, const struct field_plan *field, struct view value)
{
	size_t start = row->text.len;
	uint8_t salt = salt_of(field);
	struct recall_slot *slot;
	bool found;

	if (!value.len)
		return false;
	if (value.len > RECALL_TEXT / 2 || !comes_again(field->kind))
		return normalise(row, field, value);
	slot = recall_find(&row->recall, value, salt, &found);
	if (found) {
		recall_put(slot, &row->text);
		return slot->answer;
	}
	found = normalise(row, field, value);
	recall_keep(slot, value, str_tail(&row->text, start), salt, found);
	return found;
}

size_t
row_make_website(struct row *row, struct view value)
{
	size_t start = row->text.len;
	struct recall_slot *slot;
	struct view site;
	bool found;

	slot = recall_find(&row->recall, value, KIND_WEBSITE, &found);
	if (found) {
		recall_put(slot, &row->text);
		return slot->answer;
	}
	if (website_normalise(value, &row->text)) {
		site = str_tail(&row->text, start);
		domain_normalise(site, NULL, &row->text);
	} else {
		site = (struct view){0};
	}
	if (site.len < 256)
		recall_keep(slot, value, str_tail(&row->text, start),
			KIND_WEBSITE, (uint8_t)site.len);
	return site.len;
}
