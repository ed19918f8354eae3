/* Countries, postcodes, numbers, money, flags. */
#include "cases.h"

#include "lead/country.h"
#include "lead/flag.h"
#include "lead/money.h"
#include "lead/number.h"
#include "lead/postcode.h"

static void
countries_are_known_by_many_names(void **state)
{
	static const struct pair cases[] = {
		{"GB", "GB"},
		{"gb", "GB"},
		{"UK", "GB"},
		{"U.K.", "GB"},
		{"United Kingdom", "GB"},
		{"Cymru", "GB"},
		{"Y Deyrnas Unedig", "GB"},
		{"england", "GB"},
		{"Yr Almaen", "DE"},
		{"DEU", "DE"},
		{"276", "DE"},
		{"Deutschland", "DE"},
		{"Côte d'Ivoire", "CI"},
		{"Ivory Coast", "CI"},
		{"Bolivia, Plurinational State of", "BO"},
		{"USA", "US"},
		{"The United States of America", "US"},
		{"Unol Daleithiau America", "US"},
		{"St. Lucia", "LC"},
		{"Holland", "NL"},
		{"D", "DE"},
		{"A", "AT"},
		{"GER", "DE"},
		{"SUI", "CH"},
		{"Kosovë", "XK"},
		{"Narnia", NULL},
		{"ZZ", NULL},
		{"", NULL},
	};

	(void)state;
	CASES(country_normalise, cases, true);
	assert_true(country_is_code(VIEW("GB")));
	assert_false(country_is_code(VIEW("UK")));
	assert_view(country_name(VIEW("GB")), "United Kingdom");
	assert_view(country_name(VIEW("ZZ")), "");
}

static bool
read_british(struct view in, struct str *out)
{
	return postcode_normalise(in, VIEW("GB"), out);
}

static void
british_postcodes_have_their_shape(void **state)
{
	static const struct pair cases[] = {
		{"cf101aa", "CF10 1AA"},
		{"CF10 1AA", "CF10 1AA"},
		{" m1  1ae ", "M1 1AE"},
		{"B338TH", "B33 8TH"},
		{"cr2-6xh", "CR2 6XH"},
		{"W1A0AX", "W1A 0AX"},
		{"ec1a1bb", "EC1A 1BB"},
		{"gir0aa", "GIR 0AA"},
		{"SA1 OAA", "SA1 0AA"},
		{"CF1O 1AA", "CF10 1AA"},
		{"cf10 oaa", "CF10 0AA"},
		{"EC1A 1BB", "EC1A 1BB"},
		{"W1A 0AX", "W1A 0AX"},
		{"CF1C 1AA", NULL},
		{"VF10 1AA", NULL},
		{"CZ1 1AA", NULL},
		{"CF10 1AC", NULL},
		{"CF10 1MA", NULL},
		{"CF10", NULL},
		{"101 CF1", NULL},
		{"CF10 1AA x", NULL},
		{"CF10\xC2\xA0"
		 "1AA",
			"CF10 1AA"},
		{"CF10 1AA 1AA", NULL},
		{"CF10 1AA CF10 1AA", NULL},
		{"CF10 1A\xC3\xA1", NULL},
		{"SA1 IAA", "SA1 1AA"},
		{"M1 LAE", "M1 1AE"},
		{"ECL 1BB", "EC1 1BB"},
		{"C1F 1AA", "C1F 1AA"},
		{"C1C1 1AA", NULL},
		{"A123 1AA", NULL},
		{"ABC1 1AA", NULL},
		{"AA 1AA", NULL},
		{"11 1AA", NULL},
		{"AI1 1AA", NULL},
		{"CF1Z 1AA", NULL},
		{"CF10 1A1", NULL},
		{"CF10 A1A", NULL},
		{"CF10 1{A", NULL},
		{"[F10 1AA", NULL},
		{"GIR 1AA", NULL},
		{"CF10\xC2", NULL},
		{"CF10\xC2\xA1 1AA", NULL},
		{"ABCD", NULL},
		{"-", NULL},
		{"", NULL},
	};

	(void)state;
	CASES(read_british, cases, true);
	assert_true(postcode_is_british(VIEW("cf10 1aa")));
	assert_false(postcode_is_british(VIEW("10115")));
	assert_false(postcode_is_british(VIEW("")));
	assert_false(postcode_is_british(VIEW("CF10?1AA")));
}

struct abroad {
	const char *country, *in, *out;
};

static void
other_postcodes_have_theirs(void **state)
{
	static const struct abroad cases[] = {
		{"US", "2134", "02134"},
		{"US", "2134.0", "02134"},
		{"US", "'02134", "02134"},
		{"GB", "'CF10 4AA", "CF10 4AA"},
		{"", "'.0", ""},
		{"US", "021341234", "02134-1234"},
		{"NL", "1234ab", "1234 AB"},
		{"DE", "D-10115", "10115"},
		{"IE", "d02x285", "D02 X285"},
		{"CA", "k1a0b1", "K1A 0B1"},
		{"PL", "00950", "00-950"},
		{"PT", "1000-001", "1000-001"},
		{"FR", "1000", "01000"},
		{"FR", "75001 Paris", ""},
		{"", "sw1a1aa", "SW1A 1AA"},
		{"", "d02 x285", "D02 X285"},
		{"", " 10115  x ", "10115 X"},
		{"BT", "a  b", "A B"},
		{"LV", "LV1001", "LV-1001"},
		{"JP", "1000001", "100-0001"},
		{"NL", "123", ""},
		{"US", "12", ""},
		{"US", "12a", ""},
		{"JE", "je2 3ab", "JE2 3AB"},
		{"GG", "gy1 1aa", "GY1 1AA"},
		{"IM", "im1 1aa", "IM1 1AA"},
		{"IS", "101", "101"},
		{"GBR", "sw1a 1aa", "SW1A 1AA"},
		{"US", "123", "00123"},
		{"US", "123456", ""},
		{"US", "?", ""},
		{"DE", "D10115", "10115"},
		{"DE", "F-10115", ""},
		{"DE", "DD-10115", ""},
		{"DE", "D", ""},
		{"DE", "1011{", ""},
		{"NL", "1234", ""},
		{"NL", "1234a", ""},
		{"NL", "1234a1", ""},
		{"NL", "12345678901234567890", ""},
		{"PL", "950", "00-950"},
		{"", "?", "?"},
		{"", "1234567", "1234567"},
		{"", "a\tb\r\nc{", "A B C{"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct str out = {0};
		bool good = postcode_normalise(
			view_of(cases[i].in), view_of(cases[i].country), &out);

		assert_view(str_view(&out), cases[i].out);
		assert_int_equal(good, out.len > 0);
		str_fini(&out);
	}
}

static bool
read_number(struct view in, struct str *out)
{
	return number_normalise(in, NUMBER_GUESS, out);
}

static void
numbers_and_bands_are_read(void **state)
{
	static const struct pair cases[] = {
		{"1250", "1250"},
		{"1,250", "1250"},
		{"1 250", "1250"},
		{"1'250'000", "1250000"},
		{"12,34,567", "1234567"},
		{"1.250.000", "1250000"},
		{"1.234", "1.234"},
		{"1,234.5", "1234.5"},
		{"1.234,5", "1234.5"},
		{"1,5", "1.5"},
		{"-3.50", "-3.5"},
		{"0.5", "0.5"},
		{".5", "0.5"},
		{"007", "7"},
		{"1k", "1000"},
		{"2.5m", "2500000"},
		{"1.2bn", "1200000000"},
		{"3 million", "3000000"},
		{"12 %", "12"},
		{"~50", "50"},
		{"circa 50 employees", "50"},
		{"51-200", "51-200"},
		{"51 to 200 employees", "51-200"},
		{"51–200", "51-200"},
		{"10 à 19 salariés", "10-19"},
		{"10 bis 19 Beschäftigte", "10-19"},
		{"10 tot 19 werknemers", "10-19"},
		{"10 a 19 empleados", "10-19"},
		{"plus de 500", "500+"},
		{"500 und mehr", "500+"},
		{"über 500 Mitarbeiter", "500+"},
		{"Über 500 Mitarbeiter", "500+"},
		{"10 À 19 SALARIÉS", "10-19"},
		{"moins de 10", "0-10"},
		{"10 a year", NULL},
		{"1,001-5,000", "1001-5000"},
		{"1-5m", "1000000-5000000"},
		{"10,001+", "10001+"},
		{"10001 or more", "10001+"},
		{"over 500", "500+"},
		{"<10", "0-10"},
		{"<-4", NULL},
		{"10-Jan", "1-10"},
		{"01-Oct", "1-10"},
		{"Nov-50", "11-50"},
		{"1.23456", "1.235"},
		{"200-51", NULL},
		{"1.2.3", NULL},
		{"1,23,4", NULL},
		{"1.5 000", NULL},
		{"12 34", NULL},
		{"ten", NULL},
		{"10 green bottles", NULL},
		{"5-Foo", NULL},
		{"x-Oct", NULL},
		{"9999999999999999-99999999999999999m", NULL},
		{"9999999999999999k", NULL},
		{"1-9999999999999999k", NULL},
		{"5\xC2\xA0%", "5"},
		{"5.", NULL},
		{"9999999999999999.9999", NULL},
		{"9223372036854775.8079", NULL},
		{"123456789012345678901234567890123", NULL},
		{"1\xC2\xA0"
		 "250",
			"1250"},
		{"1\xE2\x80\xAF"
		 "250\xE2\x80\xAF"
		 "%",
			"1250"},
		{"5 Mio.", "5000000"},
		{"1,234.567,8", NULL},
		{"+5", "5"},
		{"99999999999999999999", NULL},
		{"9999999999999999m", NULL},
		{"-", NULL},
		{"", NULL},
		{"0-Jan", NULL},
		{"Jan-10", "1-10"},
		{"Jan-x", NULL},
		{"Feb-Jan", NULL},
		{"1-Janu", NULL},
		{"100-Jan", NULL},
		{"5-5", "5"},
		{"5-1k", "5-1000"},
		{"5 to", NULL},
		{"5 to ten", NULL},
		{"-5-10", NULL},
		{"+5-10", "5-10"},
		{"-5 or more", "-5+"},
		{"over 5-10", NULL},
		{"up to 50", "0-50"},
		{"1 2x5", NULL},
		{"1 25x", NULL},
		{"1 2500", NULL},
		{"1'25", NULL},
		{"1,2500", "1.25"},
		{"1.5.25", NULL},
		{"1.250.00", NULL},
		{"1 2,500", NULL},
		{"1 250 000,5", "1250000.5"},
		{"1 250,500", "1250.5"},
		{"1,5,000.5", NULL},
		{"1.5.000,5", NULL},
		{"1.5,5.5", NULL},
		{"1,5.5,5", NULL},
		{"1234.567", "1234.567"},
		{"1234,567", "1234.567"},
		{"0,125", "0.125"},
		{",5", "0.5"},
		{",", NULL},
		{".x", NULL},
		{"1.0004", "1"},
		{"1.0005", "1.001"},
		{"\t5\r\n", "5"},
		{"5 milliardenmilliarden", NULL},
		{"5 {", NULL},
		{"5\xE2\x80\x99\x30\x30\x30", "5000"},
		{"9223372036854775.8075", NULL},
		{"9223372036854775.807", NULL},
		{"9223372036854775.806", "9223372036854775.806"},
		{"9223372036854776", NULL},
	};

	(void)state;
	CASES(read_number, cases, true);
}

static enum number_mark
decide(const struct number_column *column)
{
	return number_decide(column, NUMBER_HINTS);
}

static void
the_column_tells_the_decimal_mark(void **state)
{
	struct number_column column = {0};
	struct number n;

	(void)state;
	number_observe(&column, VIEW("1.234"));
	assert_int_equal(decide(&column), NUMBER_GUESS);
	number_observe(&column, VIEW("€ 1.234,50"));
	assert_int_equal(decide(&column), NUMBER_COMMA);
	assert_true(number_read(VIEW("1.234"), NUMBER_COMMA, &n));
	assert_true(n.low == 1234 * NUMBER_ONE);
	assert_true(number_read(VIEW("1,234"), NUMBER_COMMA, &n));
	assert_true(n.low == 1234);
	number_observe(&column, VIEW("none"));
	number_observe(&column, VIEW("12.50"));
	number_observe(&column, VIEW("1,250,000"));
	assert_int_equal(decide(&column), NUMBER_POINT);
	column = (struct number_column){0};
	number_observe(&column, VIEW("1.200"));
	number_observe(&column, VIEW("3.500"));
	number_observe(&column, VIEW("250"));
	assert_int_equal(decide(&column), NUMBER_GUESS);
	assert_int_equal(number_decide(&column, 1), NUMBER_COMMA);
	number_observe(&column, VIEW("£1.234m"));
	number_observe(&column, VIEW("1.234 Tsd."));
	assert_int_equal(decide(&column), NUMBER_GUESS);
	number_observe(&column, VIEW("12.000"));
	assert_int_equal(decide(&column), NUMBER_COMMA);
	number_merge(&column, &(struct number_column){.comma = 2});
	assert_int_equal(column.hints, 3);
	assert_int_equal(column.comma, 2);
	column.comma = 0;
	number_observe(&column, VIEW("0.125"));
	assert_int_equal(decide(&column), NUMBER_POINT);
}

static bool
read_money(struct view in, struct str *out)
{
	struct money m;

	if (!money_read(in, NUMBER_GUESS, &m))
		return false;
	money_write(m, out);
	return true;
}

static void
money_is_exact(void **state)
{
	static const struct pair cases[] = {
		{"£1,250.50", "1250.50 GBP"},
		{"1250.5 GBP", "1250.50 GBP"},
		{"gbp 1250", "1250.00 GBP"},
		{"€1.2m", "1200000.00 EUR"},
		{"1.250,50 €", "1250.50 EUR"},
		{"$10k", "10000.00 USD"},
		{"US$ 5", "5.00 USD"},
		{"k€ 5", "5000.00 EUR"},
		{"(300)", "-300.00"},
		{"-£5", "-5.00 GBP"},
		{"£-5", "-5.00 GBP"},
		{"CHF 1'000.50", "1000.50 CHF"},
		{"25,- €", "25.00 EUR"},
		{"¥5000", "5000 JPY"},
		{"KWD 1.234", "1.234 KWD"},
		{"0.015 GBP", "0.02 GBP"},
		{"-0.015 GBP", "-0.02 GBP"},
		{"0.014 GBP", "0.01 GBP"},
		{"¥0.5", "1 JPY"},
		{"1000", "1000.00"},
		{"£", NULL},
		{"GBP", NULL},
		{"£5 £6", NULL},
		{"5 apples", NULL},
		{"£9223372036854775.804", "9223372036854775.80 GBP"},
		{"99999999999999999999", NULL},
		{"", NULL},
		{"(£300)", "-300.00 GBP"},
		{"()", NULL},
		{"(300", NULL},
		{"300)", NULL},
		{"+5", "5.00"},
		{"--5", "5.00"},
		{"-", NULL},
		{"k", NULL},
		{"kr 5", NULL},
		{"k 5", "5000.00"},
		{"kk5", NULL},
		{"k£k5", NULL},
		{"£ £5", NULL},
		{"GBPX 5", NULL},
		{"GBX5", NULL},
		{"G1P 5", NULL},
		{"5 GBP GBP", NULL},
		{"£5 GBP", NULL},
		{"25.- €", "25.00 EUR"},
		{"25,-", "25.00"},
		{"{5", NULL},
		{"£9223372036854775k", NULL},
		{"k€ 9999999999999999", NULL},
		{"1234567890123456", "1234567890123456.00"},
		{"12345678901234.5", "12345678901234.50"},
	};
	struct str out = {0};

	(void)state;
	CASES(read_money, cases, true);
	money_write_amount((struct money){125000, "GBP"}, &out);
	str_byte(&out, ' ');
	money_write_amount((struct money){125050, "GBP"}, &out);
	assert_view(str_view(&out), "1250 1250.50");
	str_clear(&out);
	assert_true(currency_normalise(VIEW("£"), &out));
	assert_view(str_view(&out), "GBP");
	assert_false(currency_normalise(VIEW("XXZ"), &out));
	assert_false(currency_normalise(VIEW(""), &out));
	assert_false(currency_normalise(VIEW("5"), &out));
	assert_false(currency_normalise(VIEW("£ 5"), &out));
	assert_false(currency_normalise(VIEW("GB"), &out));
	assert_view(money_of_country(VIEW("GB")), "GBP");
	assert_view(money_of_country(VIEW("IE")), "EUR");
	assert_view(money_of_country(VIEW("ZZ")), "");
	str_fini(&out);
}

static bool
strip_currency(struct view in, struct str *out)
{
	char currency[4] = "";

	if (!currency_strip(in, out, currency))
		return false;
	str_byte(out, ' ');
	str_add(out, currency);
	return true;
}

static void
currencies_are_taken_off_bands(void **state)
{
	static const struct pair cases[] = {
		{"£1m - £5m", "1m - 5m GBP"},
		{"$1-5M", "1-5M USD"},
		{"over €500k", "over 500k EUR"},
		{"USD 1,000 to 5,000", " 1,000 to 5,000 USD"},
		{"£1m – £5m", "1m – 5m GBP"},
		{"£1m - $5m", NULL},
		{"1m-5m", NULL},
		{"", NULL},
	};

	(void)state;
	CASES(strip_currency, cases, false);
}

struct flag_case {
	const char *in;
	enum flag read, out, positive;
};

static void
yes_and_no_have_many_words(void **state)
{
	static const struct flag_case cases[] = {
		{"yes", FLAG_YES, FLAG_YES, FLAG_NO},
		{"TRUE", FLAG_YES, FLAG_YES, FLAG_NO},
		{"1", FLAG_YES, FLAG_YES, FLAG_NO},
		{"✓", FLAG_YES, FLAG_YES, FLAG_NO},
		{"Nac ydy", FLAG_NO, FLAG_NO, FLAG_YES},
		{"0", FLAG_NO, FLAG_NO, FLAG_YES},
		{"Opted out", FLAG_YES, FLAG_YES, FLAG_YES},
		{"subscribed", FLAG_NO, FLAG_NO, FLAG_NO},
		{"UNSUBSCRIBED", FLAG_YES, FLAG_YES, FLAG_YES},
		{"No consent", FLAG_YES, FLAG_YES, FLAG_YES},
		{"consent given", FLAG_NO, FLAG_NO, FLAG_NO},
		{"Wedi gwrthod", FLAG_YES, FLAG_YES, FLAG_YES},
		{"N/A", FLAG_ABSENT, FLAG_ABSENT, FLAG_ABSENT},
		{"", FLAG_ABSENT, FLAG_ABSENT, FLAG_ABSENT},
		{"2", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"✔", FLAG_YES, FLAG_YES, FLAG_NO},
		{"Do Not Allow", FLAG_YES, FLAG_YES, FLAG_YES},
		{"Allow", FLAG_NO, FLAG_NO, FLAG_NO},
		{"Yes, after five", FLAG_BAD, FLAG_BAD, FLAG_NO},
		{"Yes, but not at work", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"Yes please, after 5pm", FLAG_BAD, FLAG_BAD, FLAG_NO},
		{"Yes, don't email me", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"Yes. Never again!", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"Yes, stop", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"yes (unsubscribed)", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"Yes. Please remove me", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"Yes, opted out of email", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"Revoked", FLAG_YES, FLAG_YES, FLAG_YES},
		{"Double opt-in", FLAG_NO, FLAG_NO, FLAG_NO},
		{"Yes, by phone", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"Yes, online form", FLAG_BAD, FLAG_BAD, FLAG_NO},
		{"I do not agree", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"Na", FLAG_ABSENT, FLAG_ABSENT, FLAG_YES},
		{"NA", FLAG_ABSENT, FLAG_ABSENT, FLAG_ABSENT},
		{"☑", FLAG_YES, FLAG_YES, FLAG_NO},
		{"☐", FLAG_NO, FLAG_NO, FLAG_YES},
		{"☠", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"No thanks", FLAG_BAD, FLAG_BAD, FLAG_YES},
		{"perhaps", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"- none -", FLAG_ABSENT, FLAG_ABSENT, FLAG_ABSENT},
		{"(N/A)", FLAG_ABSENT, FLAG_ABSENT, FLAG_ABSENT},
		{"\xE2\x80\x9CN/A\xE2\x80\x9D", FLAG_ABSENT, FLAG_ABSENT,
			FLAG_ABSENT},
		{"\xE2\x80\x94none\xE2\x80\x94", FLAG_ABSENT, FLAG_ABSENT,
			FLAG_ABSENT},
		{"(07000) 388-031", FLAG_BAD, FLAG_BAD, FLAG_BAD},
		{"a word of more than sixty-four bytes, which no word for yes "
		 "or no is",
			FLAG_BAD, FLAG_BAD, FLAG_BAD},
	};
	struct str out = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct view in = view_of(cases[i].in);

		if (flag_read(in) != cases[i].read ||
			flag_opt_out(in, false) != cases[i].out ||
			flag_opt_out(in, true) != cases[i].positive ||
			flag_is_absent(in) != (cases[i].read == FLAG_ABSENT))
			fail_msg("'%s'", cases[i].in);
	}
	flag_write(FLAG_YES, &out);
	flag_write(FLAG_NO, &out);
	flag_write(FLAG_ABSENT, &out);
	flag_write(FLAG_BAD, &out);
	assert_view(str_view(&out), "yesno");
	str_fini(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(countries_are_known_by_many_names),
		cmocka_unit_test(british_postcodes_have_their_shape),
		cmocka_unit_test(other_postcodes_have_theirs),
		cmocka_unit_test(numbers_and_bands_are_read),
		cmocka_unit_test(the_column_tells_the_decimal_mark),
		cmocka_unit_test(money_is_exact),
		cmocka_unit_test(currencies_are_taken_off_bands),
		cmocka_unit_test(yes_and_no_have_many_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
