#include "lead/phone_plan.h"

#include "lead/phone.h"

/* Kinds of number, by their letters in the table. */
enum {
	A = PHONE_ANY,
	L = PHONE_LANDLINE,
	M = PHONE_MOBILE,
	N = PHONE_PERSONAL,
	G = PHONE_PAGER,
	F = PHONE_FREE,
	S = PHONE_SHARED,
	P = PHONE_PREMIUM,
};

#include "lead/phone_table.inc"

const struct phone_place *
phone_place_at(unsigned number)
{
	return &places[number];
}

const struct phone_plan *
phone_plan_at(unsigned number)
{
	return &plans[number];
}

const struct phone_run *
phone_run_find(const struct phone_plan *plan, struct view nsn)
{
	size_t low = plan->first, high = low + plan->n;
	int first = 0;

	if (nsn.len < 4 || nsn.len > 17)
		return NULL;
	for (size_t i = 0; i < 4; i++)
		first = first * 10 + (nsn.at[i] - '0');
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct phone_run *run = &runs[middle];

		if (nsn.len > run->length ||
			(nsn.len == run->length && first > run->to))
			low = middle + 1;
		else if (nsn.len < run->length || first < run->from)
			high = middle;
		else
			return run;
	}
	return NULL;
}

/*
 * How long the calling code is that digits start with.  ITU-T E.164: 1 and 7
 * are alone, some are of two digits, the others of three.
 */
static size_t
calling_length(struct view digits)
{
	/* By the first digit, the second ones of codes of two. */
	static const char second[10][10] = {[2] = "07",
		[3] = "0123469",
		[4] = "013456789",
		[5] = "12345678",
		[6] = "0123456",
		[8] = "1246",
		[9] = "0123458"};
	char first = digits.at[0];

	if (first == '1' || first == '7')
		return 1;
	return digits.len > 1 && strchr(second[first - '0'], digits.at[1]) ? 2
									   : 3;
}

const struct phone_plan *
phone_plan_find(struct view digits, size_t *length)
{
	size_t low = 0, high = sizeof(plans) / sizeof(*plans);
	unsigned calling = 0;

	*length = digits.len ? calling_length(digits) : 0;
	if (!*length || *length > digits.len)
		return NULL;
	for (size_t i = 0; i < *length; i++)
		calling = calling * 10 + (unsigned)(digits.at[i] - '0');
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (plans[middle].calling == calling)
			return &plans[middle];
		if (plans[middle].calling < calling)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const struct phone_place *
phone_place_find(struct view code)
{
	unsigned a, b;
	size_t i;

	if (code.len != 2)
		return NULL;
	a = (unsigned)(code.at[0] - 'A');
	b = (unsigned)(code.at[1] - 'A');
	i = a < 26 && b < 26 ? place_of[a][b] : 0;
	return i ? &places[i - 1] : NULL;
}
