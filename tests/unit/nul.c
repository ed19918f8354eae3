/* A NUL byte in a field: no blank, no mark, no end of the text. */
#include "unit.h"

#include "base/pattern.h"
#include "lead/date.h"
#include "lead/email.h"
#include "lead/fold.h"
#include "lead/money.h"
#include "lead/name.h"
#include "lead/phone.h"
#include "lead/postcode.h"
#include "record/log_id.h"

#define BYTES(text) ((struct view){text, sizeof(text) - 1})

static bool
read_phone(struct view in, struct str *out)
{
	struct phone facts;

	return phone_normalise(in, VIEW("GB"), out, &facts) == PHONE_OK;
}

static bool
read_postcode(struct view in, struct str *out)
{
	return postcode_normalise(in, VIEW("GB"), out);
}

static bool
read_number(struct view in, struct str *out)
{
	return number_normalise(in, NUMBER_GUESS, out);
}

static bool
read_money(struct view in, struct str *out)
{
	struct money m;

	(void)out;
	return money_read(in, NUMBER_GUESS, &m);
}

static bool
read_date(struct view in, struct str *out)
{
	return date_normalise(in, DATE_DAY_FIRST, out);
}

static bool
read_id(struct view in, struct str *out)
{
	(void)out;
	return log_id_is(in);
}

static void
values_with_a_nul_are_refused(void **state)
{
	static const struct {
		bool (*read)(struct view in, struct str *out);
		struct view in;
	} cases[] = {
		{read_phone, BYTES("029 2018\0 0000")},
		{read_phone, BYTES("0800\0FLOWERS")},
		{read_postcode, BYTES("CF10\0001AA")},
		{read_number, BYTES("1\000250")},
		{read_number, BYTES("\0001")},
		{read_number, BYTES("5\0")},
		{read_money, BYTES("£\0005")},
		{read_money, BYTES("\000£5")},
		{read_date, BYTES("23\0Nov\0002026")},
		{read_date, BYTES("2026-11-23\0")},
		{read_id, BYTES("a\0")},
		{email_normalise, BYTES("nia\0@a.example")},
		{email_normalise, BYTES("nia@a.exa\0mple")},
	};
	struct str out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (cases[i].read(cases[i].in, &out))
			fail_msg("row %zu is taken", i);
		assert_int_equal(out.len, 0);
	}
	str_fini(&out);
}

static void
what_stands_behind_a_nul_is_kept(void **state)
{
	struct str out = {0};
	struct phone facts;
	struct arena arena = {0};
	const char *why = NULL;
	const struct pattern *pattern;

	(void)state;
	assert_int_equal(phone_normalise(BYTES("029 2018 0000\0ext 12"),
				 VIEW("GB"), &out, &facts),
		PHONE_OK);
	assert_view(str_view(&out), "+442920180000");
	str_clear(&out);
	fold_key(BYTES("A\0B"), &out);
	assert_view(str_view(&out), "a b");
	str_clear(&out);
	name_normalise(BYTES("NIA\0REES"), &out);
	assert_view(str_view(&out), "Nia Rees");
	pattern = pattern_read(BYTES("a\0b"), &arena, &why);
	assert_non_null(pattern);
	assert_true(pattern_in(pattern, BYTES("xa\0bx")));
	assert_false(pattern_in(pattern, BYTES("xa\0c")));
	arena_fini(&arena);
	str_fini(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_with_a_nul_are_refused),
		cmocka_unit_test(what_stands_behind_a_nul_is_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
