/* Telephone numbers. */
#include "cases.h"

#include "lead/phone.h"

static bool
read_gb(struct view in, struct str *out)
{
	struct phone facts;

	return phone_normalise(in, VIEW("GB"), out, &facts) == PHONE_OK;
}

static void
british_numbers_are_read_as_written(void **state)
{
	static const struct pair cases[] = {
		{"029 2018 0000", "+442920180000"},
		{"(029) 2018-0000", "+442920180000"},
		{"+44 (0)29 2018 0000", "+442920180000"},
		{"+44 029 2018 0000", "+442920180000"},
		{"0044 29 2018 0000", "+442920180000"},
		{"442920180000", "+442920180000"},
		{"2920180000", "+442920180000"},
		{"tel:+44-29-2018-0000", "+442920180000"},
		{"Tel. 029 2018 0000", "+442920180000"},
		{"p:+442920180000", "+442920180000"},
		{"'02920180000", "+442920180000"},
		{"２９ ２０１８ ００００", "+442920180000"},
		{"029\xC2\xA0"
		 "2018\xE2\x80\x93"
		 "0000",
			"+442920180000"},
		{"2920180000.0", "+442920180000"},
		{"4.4292018E+11", NULL},
		{"4.42920180000E+11", "+442920180000"},
		{"029 2018 0000 (office)", "+442920180000"},
		{"029 2018 0000 / 029 2018 0001", "+442920180000"},
		{"029 2018 0000 or 029 2018 0001", "+442920180000"},
		{"++44 29 2018 0000", "+442920180000"},
		{"0800 FLOWERS", "+448003569377"},
		{"+44 800 flo-wers", "+448003569377"},
		{"029 2018 home", NULL},
		{"07700 900123", "+447700900123"},
		{"01632 960001", "+441632960001"},
		{"0800 1111", "+448001111"},
		{"+353 1 234 5678", "+35312345678"},
		{"00 1 (212) 555-0123", "+12125550123"},
		{"029 2018 000", NULL},
		{"029 2018 00000", NULL},
		{"029 2018 000 / 029 2018 001", NULL},
		{"\xD9\xA0\xD9\xA2\xD9\xA9 2018 0000", "+442920180000"},
		{"\xDB\xB0\xDB\xB2\xDB\xB9 2018 0000", "+442920180000"},
		{"\xEF\xBC\x8B"
		 "442920180000",
			"+442920180000"},
		{"029\xE3\x80\x80"
		 "2018\xE2\x80\x8E 0000",
			"+442920180000"},
		{"029 2018 0000 \xE2\x98\x8E", "+442920180000"},
		{"2920180000.000", NULL},
		{"2920180000.5", NULL},
		{"292018.0", NULL},
		{"292018.5x1", NULL},
		{"4.4Exx", NULL},
		{"4.42920180000E-11", NULL},
		{"+0044 29 2018 0000", "+442920180000"},
		{"+029 2018 0000", "+442920180000"},
		{"999", NULL},
		{"n/a", NULL},
		{"", NULL},
		{"+", NULL},
		{"00000000000", NULL},
		{"123456789012345678901234567890", NULL},
		/* Marks that people and their programs put in. */
		{"029\xE2\x80\xA8\x32\x30\x31\x38\xE2\x81\xA0 0000",
			"+442920180000"},
		{"029\xE2\x88\x92\x32\x30\x31\x38\xEF\xBB\xBF 0000",
			"+442920180000"},
		{"\xEF\xBC\x88 029\xEF\xBC\x89 2018\xC2\xB7 0000",
			"+442920180000"},
		{"029\xE3\x83\xBC 2018\xC2\xAD 0000", "+442920180000"},
		/* And signs beside them that end a number. */
		{"029 2018\xE2\x80\x96 0000", NULL},
		{"029 2018\xE2\x80\xB0 0000", NULL},
		{"029 2018\xEF\xBC\x87 0000", NULL},
		{"029 2018\xEF\xBC\x9A 0000", NULL},
		{"029 2018\xD9\xAA 0000", NULL},
		{"029 2018\xDB\xBA 0000", NULL},
		{"029 2018\xC3\xA9 0000", NULL},
		{"029 2018\xFF 0000", NULL},
		{"029 2018\x7F 0000", NULL},
		{"029 2018+0000", NULL},
		{"(0)29 2018 0000", "+442920180000"},
		{"+44 (00)29 2018 0000", NULL},
		{"2920180000.00", "+442920180000"},
		{"2920180000.", "+442920180000"},
		{"4.42920180000E+10", NULL},
		{"4.42920180000E+12", NULL},
		{"4.42920180000E", "+442920180000"},
		{"4.42920180000e11", "+442920180000"},
		{"4.5E99999999999999999999", NULL},
		{"029 2018 0000 ext 12345678", "+442920180000"},
		{"029 2018 0000 x", "+442920180000"},
		{"0800 {LOWERS", NULL},
		{"0800 FL\xC3\xA9WERS", NULL},
		{"0800 356 93TT", NULL},
		{"08 FLOWERS", NULL},
		{"0800 FLOWERS FLOWERS FLOWERS FLOWERS FLOWERS", NULL},
	};

	(void)state;
	CASES(read_gb, cases, true);
}

struct abroad {
	const char *country, *in, *out;
};

static void
each_country_dials_in_its_own_way(void **state)
{
	static const struct abroad cases[] = {
		{"US", "(212) 555-0123", "+12125550123"},
		{"US", "1-212-555-0123", "+12125550123"},
		{"US", "011 44 29 2018 0000", "+442920180000"},
		{"IT", "06 6982", "+39066982"},
		{"IT", "66982", "+39066982"},
		{"RU", "8 (495) 123-45-67", "+74951234567"},
		{"AR", "011 15-2345-6789", "+5491123456789"},
		{"HU", "06 1 234 5678", "+3612345678"},
		{"AU", "0011 44 29 2018 0000", "+442920180000"},
		{"GG", "01481 960194", "+441481960194"},
		{"GG", "260194", "+441481260194"},
		{"DE", "030 123456", "+4930123456"},
		{"BR", "0 15 11 2345-6789", "+551123456789"},
		{"AR", "02966 15-234567", "+5492966234567"},
		{"AR", "1234567890123", ""},
		{"AR", "02966 16-234567", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct str out = {0};
		struct phone facts;

		(void)phone_normalise(view_of(cases[i].in),
			view_of(cases[i].country), &out, &facts);
		assert_view(str_view(&out), cases[i].out);
		str_fini(&out);
	}
}

static enum phone_status
status_of(const char *in, const char *country)
{
	struct str out = {0};
	struct phone facts;
	enum phone_status status =
		phone_normalise(view_of(in), view_of(country), &out, &facts);

	assert_int_equal(status, facts.status);
	assert_int_equal(status == PHONE_OK, out.len > 0);
	str_fini(&out);
	return status;
}

static void
the_status_says_what_is_wrong(void **state)
{
	(void)state;
	assert_int_equal(status_of("029 2018 0000", "GB"), PHONE_OK);
	assert_int_equal(status_of("029 2018 000", "GB"), PHONE_LENGTH);
	assert_int_equal(status_of("+44 29 2018 000", ""), PHONE_LENGTH);
	assert_int_equal(status_of("029 2018 0000", ""), PHONE_UNKNOWN);
	assert_int_equal(status_of("+999 29 2018 000", "GB"), PHONE_UNKNOWN);
	assert_int_equal(status_of("0044 29 2018 000", ""), PHONE_LENGTH);
	assert_int_equal(status_of("0099", ""), PHONE_UNKNOWN);
	assert_int_equal(status_of("none", "GB"), PHONE_INVALID);
	assert_int_equal(status_of("4.4E+11", "GB"), PHONE_INVALID);
	assert_view(phone_status_name(PHONE_LENGTH), "length");
}

static void
an_extension_is_kept_apart(void **state)
{
	static const char *const forms[] = {"029 2018 0000 x123",
		"029 2018 0000 ext. 123", "029 2018 0000 #123",
		"029 2018 0000, extension 123", "029 2018 0000 est 123",
		"tel:+442920180000;ext=123", "029 2018 0000 (ext 123)"};
	struct str out = {0};
	struct phone facts;

	(void)state;
	for (size_t i = 0; i < sizeof(forms) / sizeof(*forms); i++) {
		str_clear(&out);
		assert_int_equal(phone_normalise(view_of(forms[i]), VIEW("GB"),
					 &out, &facts),
			PHONE_OK);
		assert_view(str_view(&out), "+442920180000");
		assert_view(facts.extension, "123");
	}
	(void)phone_normalise(
		VIEW("029 2018 0000 (Siân)"), VIEW("GB"), &out, &facts);
	assert_view(facts.rest, "(Siân)");
	assert_view(facts.label, "");
	(void)phone_normalise(
		VIEW("Siân: 029 2018 0000/1"), VIEW("GB"), &out, &facts);
	assert_view(facts.label, "Siân:");
	assert_view(facts.rest, "/1");
	str_fini(&out);
}

static void
kinds_of_british_numbers_are_known(void **state)
{
	static const struct pair cases[] = {
		{"+442920180000", "landline"},
		{"+441632960001", "landline"},
		{"+447700900123", "mobile"},
		{"+447011234567", "personal"},
		{"+447640123456", "pager"},
		{"+448081570123", "freephone"},
		{"+448001111", "freephone"},
		{"+443069990123", "shared"},
		{"+448451234567", "shared"},
		{"+449098790123", "premium"},
		{"+12125550123", ""},
		{"+353871234567", "mobile"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct phone facts;

		phone_look(view_of(cases[i].in), &facts);
		assert_view(phone_type_name(facts.type), cases[i].out);
	}
}

static void
the_country_is_that_of_the_number(void **state)
{
	struct phone facts;

	(void)state;
	phone_look(VIEW("+442920180000"), &facts);
	assert_string_equal(facts.country, "GB");
	phone_look(VIEW("+16135550123"), &facts);
	assert_string_equal(facts.country, "CA");
	phone_look(VIEW("+441534123456"), &facts);
	assert_int_equal(facts.status, PHONE_OK);
	phone_look(VIEW("442920180000"), &facts);
	assert_int_equal(facts.status, PHONE_INVALID);
	phone_look(VIEW("+44292018000x"), &facts);
	assert_int_equal(facts.status, PHONE_INVALID);
}

static void
calling_codes_are_of_countries(void **state)
{
	static const struct pair cases[] = {{"+44", "GB"}, {"44", "GB"},
		{"0044", "GB"}, {"1", "US"}, {"+1", "US"}, {"7", "RU"},
		{"+353", "IE"}, {"353", "IE"}, {"+4", NULL}, {"+999", NULL},
		{"+4420", NULL}, {"", NULL}, {"+", NULL}, {"4x", NULL},
		{"+800", NULL}};
	struct str out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		str_clear(&out);
		assert_int_equal(phone_country(view_of(cases[i].in), &out),
			cases[i].out != NULL);
		assert_string_equal(
			str_text(&out), cases[i].out ? cases[i].out : "");
	}
	str_fini(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(british_numbers_are_read_as_written),
		cmocka_unit_test(each_country_dials_in_its_own_way),
		cmocka_unit_test(the_status_says_what_is_wrong),
		cmocka_unit_test(an_extension_is_kept_apart),
		cmocka_unit_test(kinds_of_british_numbers_are_known),
		cmocka_unit_test(the_country_is_that_of_the_number),
		cmocka_unit_test(calling_codes_are_of_countries),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
