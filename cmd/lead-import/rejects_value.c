#include "rejects_value.h"

#include "lead/money.h"

static bool
put_money(struct view in, enum number_mark mark, struct str *out)
{
	struct money money = {0};

	if (!money_read(in, mark, &money))
		return false;
	money_write_amount(money, out);
	if (money.currency[0])
		str_printf(out, " %s", money.currency);
	return true;
}

/* Read a value as a field of a kind may be, the usual way or as decided. */
static bool
put_value(const struct field_plan *field, bool decided, struct view in,
	struct str *out)
{
	bool day_first = field->order == DATE_DAY_FIRST;
	enum number_mark mark = decided ? field->mark : NUMBER_POINT;

	switch (field->kind) {
	case KIND_DATE:
		return date_normalise(in,
			decided == day_first ? DATE_DAY_FIRST
					     : DATE_MONTH_FIRST,
			out);
	case KIND_NUMBER:
		return number_normalise(in, mark, out);
	case KIND_MONEY:
		return put_money(in, mark, out);
	default:
		return false;
	}
}

bool
rejects_value(const struct field_plan *field, struct view in, struct str *out)
{
	size_t start = out->len, other;
	bool told;

	if (!put_value(field, false, in, out))
		return false;
	other = out->len;
	told = put_value(field, true, in, out) &&
		!view_eq(str_tail(out, other),
			(struct view){out->data + start, other - start});
	if (!told) {
		out->len = start;
		return false;
	}
	memmove(out->data + start, out->data + other, out->len - other);
	out->len -= other - start;
	return true;
}
