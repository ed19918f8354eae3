/* Names of people and companies, keys, and whom the law takes them for. */
#include "cases.h"

#include "lead/company.h"
#include "lead/fold.h"
#include "lead/name.h"
#include "lead/subscriber.h"

static bool
read_key(struct view in, struct str *out)
{
	fold_key(in, out);
	return true;
}

static void
keys_share_what_spellings_share(void **state)
{
	static const struct pair cases[] = {
		{"O'Brien & Süleyman-Łoś", "obrien suleyman los"},
		{"Siân", "sian"},
		{"Sia\xCC\x82n", "sian"},
		{"ŴYN ŷ", "wyn y"},
		{"Straße", "strasse"},
		{"Þór Æsir Œuvre", "thor aesir oeuvre"},
		{"İstanbul ırmak", "istanbul irmak"},
		{"ＦＵＬＬ", "full"},
		{"ﬁne", "fine"},
		{"  a--b  ", "a b"},
		{"O\xE2\x80\x99Neil", "oneil"},
		{"日本 株式会社", "日本 株式会社"},
		{"a\xFF"
		 "b",
			"a b"},
		{"\xC2\xAD", ""},
		/* Apostrophes and what is not seen leave no gap. */
		{"O\xE2\x80\x98Neil O\xCA\xBCNeil O\xC2\xB4Neil",
			"oneil oneil oneil"},
		{"O\xCA\xBBNeil O\xE2\x80\xB2Neil", "oneil oneil"},
		{"N\xE2\x80\x8Bi\xE2\x80\x8D\x61", "nia"},
		{"N\xE2\x81\xA0i\xEF\xBB\xBF\x61", "nia"},
		{"a\xE2\x80\x8E\x62", "a b"},
		{"a\xF4\x8F\xBF\xBD\x62", "a b"},
		{"\xEF\xB7\xBA", "صلى الله عليه وسلم"},
		{"a\xCD\xB0\x62", "aͱb"},
		{"a\xE2\x82\xAC"
		 "b",
			"a b"},
		{"a\xC2\xBD"
		 "b",
			"a1 2b"},
		{"\xC5\x89", "n"},
		{"\xE2\x84\x80", "a c"},
		{"", ""},
	};

	(void)state;
	CASES(read_key, cases, true);
}

static bool
read_blanks(struct view in, struct str *out)
{
	fold_blanks(in, out);
	return true;
}

static void
blanks_of_any_kind_become_one(void **state)
{
	static const struct pair cases[] = {
		{"  a \t b\r\n", "a b"},
		{"a\xC2\xA0\xE3\x80\x80"
		 "b",
			"a b"},
		{"\xEF\xBB\xBF"
		 "a\xE2\x80\x8B",
			"a"},
		{"\xFF", "\xFF"},
		{" ", ""},
		{"a\xC2\x85\x62\xE1\x9A\x80\x63", "a b c"},
		{"a\xE2\x80\x80\x62\xE2\x80\x8A\x63", "a b c"},
		{"a\xE2\x80\xA8\x62\xE2\x80\xA9\x63", "a b c"},
		{"a\xE2\x80\xAF\x62\xE2\x81\x9F\x63", "a b c"},
		{"a\xE2\x81\xA0\x62", "ab"},
		{"a\x7F\x62", "a b"},
		{"a\xE2\x80\x90\x62", "a\xE2\x80\x90\x62"},
	};

	(void)state;
	CASES(read_blanks, cases, true);
}

static bool
read_name(struct view in, struct str *out)
{
	name_normalise(in, out);
	return true;
}

static void
capitals_are_put_where_there_are_none(void **state)
{
	static const struct pair cases[] = {
		{"O'BRIEN-JONES", "O'Brien-Jones"},
		{"o'brien-JONES", "o'brien-JONES"},
		{"o\xE2\x80\x99neil", "O\xE2\x80\x99Neil"},
		{"MCDONALD", "McDonald"},
		{"MACDONALD", "Macdonald"},
		{"MACK", "Mack"},
		{"jan van der berg", "Jan van der Berg"},
		{"DAFYDD AP GWILYM", "Dafydd ap Gwilym"},
		{"VAN DER BERG", "Van der Berg"},
		{"van der berg", "van der Berg"},
		{"van der", "van der"},
		{"de", "de"},
		{"di", "Di"},
		{"LI MENG", "Li Meng"},
		{"SIÂN REES PHD", "Siân Rees PhD"},
		{"sir rhodri huw obe", "Sir Rhodri Huw OBE"},
		{"AP RHYS", "ap Rhys"},
		{"MARY DU", "Mary Du"},
		{"DEWI ab OWAIN", "Dewi ab Owain"},
		{"SI\xC3\x82N ap RHYS", "Si\xC3\xA2n ap Rhys"},
		{"J van der BERG", "J van der Berg"},
		{"van der BERG", "van der Berg"},
		{"Jan van BERG", "Jan van BERG"},
		{"PJ Rees", "PJ Rees"},
		{"\xC3\x82N ap B", "\xC3\x82n ap B"},
		{"Gareth \xC3\x93 S\xC3\xBAilleabh\xC3\xA1in",
			"Gareth \xC3\x93 S\xC3\xBAilleabh\xC3\xA1in"},
		{"Ana N\xC3\xBA\xC3\xB1"
		 "ez",
			"Ana N\xC3\xBA\xC3\xB1"
			"ez"},
		{"nia BERG", "nia BERG"},
		{"nia.rees@x.example", "nia.rees@x.example"},
		{"ŁUKASZ SIÂN", "Łukasz Siân"},
		{"JEAN-LUC", "Jean-Luc"},
		{"J.P. MORGAN", "J.P. Morgan"},
		{"NIA REES MBE", "Nia Rees MBE"},
		{"D'ARCY", "D'Arcy"},
		{"D`ARCY", "D`Arcy"},
		{"L'OREAL", "L'Oreal"},
		{"X'ARCY", "X'arcy"},
		{"IT'S", "It's"},
		{"A/B (CD) E\xE2\x80\x90\x46 G\xE2\x80\x93H",
			"A/B (Cd) E\xE2\x80\x90\x46 G\xE2\x80\x93H"},
		{"NIA\x01REES", "Nia Rees"},
		{"  Nia   Rees ", "Nia Rees"},
		{"McGregor", "McGregor"},
		{"J", "J"},
		{"\xFFZ", "\xFFZ"},
		{"AB\xFF", "Ab\xFF"},
		{"A\xE2\x80\x90\x42 C(D", "A\xE2\x80\x90\x42 C(D"},
		{"A/BC D\xE2\x80\x93\x45", "A/Bc D\xE2\x80\x93\x45"},
		{"NIA ABCDEFGHIJK", "Nia Abcdefghijk"},
		{"", ""},
	};

	(void)state;
	CASES(read_name, cases, true);
}

static bool
read_parts(struct view in, struct str *out)
{
	struct name n;

	name_split(in, &n);
	str_printf(out, "%.*s|%.*s|%.*s|%.*s|%.*s|%.*s",
		VIEW_ARGS(n.salutation), VIEW_ARGS(n.first),
		VIEW_ARGS(n.middle), VIEW_ARGS(n.particle), VIEW_ARGS(n.last),
		VIEW_ARGS(n.suffix));
	return true;
}

static void
names_are_taken_apart(void **state)
{
	static const struct pair cases[] = {
		{"Nia Rees", "|Nia|||Rees|"},
		{"Dr Siân M. ap Rhys PhD", "Dr|Siân|M.||ap Rhys|PhD"},
		{"Berg, Jan van der", "|Jan||van der|Berg|"},
		{"Jan van der Berg", "|Jan|||van der Berg|"},
		{"van der Berg", "||||van der Berg|"},
		{"SMITH, JOHN PAUL", "|JOHN|PAUL||SMITH|"},
		{"Smith, John, Jr.", "|John|||Smith|"},
		{"Mr. J. P. Morgan Jr.", "Mr.|J.|P.||Morgan|Jr."},
		{"Jones, Dr. Nia M", "Dr.|Nia|M||Jones|"},
		{"Prof Dr Hans Müller", "Prof Dr|Hans|||Müller|"},
		{"Y Parch Ioan Jones", "Y Parch|Ioan|||Jones|"},
		{"Mary Ann O'Neil MBE", "|Mary|Ann||O'Neil|MBE"},
		{"Nia Rees, PhD", "|Nia|||Rees|PhD"},
		{"Rhys ap Dafydd", "|Rhys|||ap Dafydd|"},
		{"Siân Price-Rees", "|Siân|||Price-Rees|"},
		{"Cher", "|Cher||||"},
		{"a b c d e f g h i j k l m n",
			"|a|||b c d e f g h i j k l m n|"},
		{" Nia  Rees ", "|Nia|||Rees|"},
		{"Nia aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
			"|Nia|||aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
			"aaaaaaaaa|"},
		{"Mr", "|Mr||||"},
		{"Yr Athro Nia Rees", "Yr Athro|Nia|||Rees|"},
		{"Y Nia Rees", "|Y|Nia||Rees|"},
		{"Berg,", "|Berg||||"},
		{"Acme, Ltd.", "||||Acme, Ltd.|"},
		{"REES, Nia M (Acme Ltd)", "|Nia|M||REES|(Acme Ltd)"},
		{"Berg, Jan van der (IT)", "|Jan||van der|Berg|(IT)"},
		{"Rees, (Nia)", "|(Nia)|||Rees|"},
		{", Nia", "|,|||Nia|"},
		{"Dr Nia MBE", "Dr|Nia|||MBE|"},
		{",", "|,||||"},
		{"", "|||||"},
	};

	(void)state;
	CASES(read_parts, cases, false);
}

static void
parts_are_joined(void **state)
{
	struct str out = {0};
	struct name n;

	(void)state;
	name_split(VIEW("Berg, Jan van der"), &n);
	name_join(&n, &out);
	str_byte(&out, ';');
	name_split(VIEW("BERG, DR JAN VAN DER"), &n);
	name_join(&n, &out);
	assert_view(str_view(&out), "Jan van der Berg;Jan van der Berg");
	assert_true(name_is_person(VIEW("Nia Rees")));
	assert_true(name_is_person(VIEW("Mrs E Hughes")));
	assert_false(name_is_person(VIEW("Dean Street Foods")));
	assert_false(name_is_person(VIEW("Scott Engineering")));
	assert_false(name_is_person(VIEW("Nia")));
	assert_false(name_is_person(VIEW("Severn Foods")));
	assert_false(name_is_person(VIEW("Nia & Rhys")));
	assert_false(name_is_person(VIEW("Nia Rees 2000")));
	assert_false(name_is_person(VIEW("Nia @ Rees")));
	assert_false(name_is_person(VIEW("Nia Rees/Jones")));
	assert_false(name_is_person(VIEW("Nia Rees (old)")));
	assert_false(name_is_person(VIEW("Nia A B C D Rees")));
	assert_false(name_is_person(VIEW("Zzyzx Rees")));
	assert_false(name_is_person(VIEW("")));
	str_fini(&out);
}

static bool
read_company(struct view in, struct str *out)
{
	company_key(in, out);
	return true;
}

static void
company_keys_leave_the_legal_form_out(void **state)
{
	static const struct pair cases[] = {
		{"The Acme Widget Co. Ltd", "acme widget"},
		{"ACME WIDGET", "acme widget"},
		{"Acme Widget Company Limited", "acme widget"},
		{"Smith & Sons", "smith sons"},
		{"Smith and Sons Ltd.", "smith sons"},
		{"J Jones t/a Severn Foods", "severn foods"},
		{"J Jones Trading As Severn Foods Ltd", "severn foods"},
		{"Llety Cyf", "llety"},
		{"Cwmni Da Cyfyngedig", "cwmni da"},
		{"Müller GmbH & Co. KG", "muller"},
		{"Coca-Cola Femsa S.A. de C.V.", "coca cola femsa"},
		{"PT Bank Foo Tbk", "bank foo"},
		{"Novo A/S", "novo"},
		{"Spółka Acme Sp. z o.o.", "spolka acme"},
		{"Ltd", "ltd"},
		{"The The", "the"},
		{"And & And", "and and and"},
		{"W.P. Stewart & Co", "w p stewart"},
		{"", ""},
	};

	(void)state;
	CASES(read_company, cases, true);
}

static void
a_company_keeps_its_own_spelling(void **state)
{
	struct str out = {0};

	(void)state;
	assert_view(company_base(VIEW("Acme Widget, Inc.")), "Acme Widget");
	assert_view(company_base(VIEW("  Ltd ")), "Ltd");
	assert_view(company_base(VIEW("City Telecom (H.K.) Ltd.")),
		"City Telecom (H.K.)");
	assert_view(company_base(VIEW("")), "");
	assert_view(company_base(VIEW("W.P. Stewart & Co. Ltd.")),
		"W.P. Stewart & Co.");
	company_normalise(VIEW("  IBM   UK "), &out);
	assert_view(str_view(&out), "IBM UK");
	str_fini(&out);
}

struct law_case {
	const char *company, *number, *email, *out;
};

static void
numbers_of_companies_are_whole(void **state)
{
	static const struct {
		const char *in, *country, *out;
	} cases[] = {
		{"01234567", "GB", "01234567"},
		{"1234567", "GB", "01234567"},
		{"1234567.0", "GB", "01234567"},
		{" 12345 ", "", "00012345"},
		{"sc 123456", "GB", "SC123456"},
		{"1234567", "IE", "none"},
		{"1234", "GB", "1234"},
		{"pending", "GB", "none"},
		{"not known", "GB", "none"},
		{"????????", "GB", "none"},
		{"SC12345{", "GB", "none"},
		{"SC 12345", "GB", "none"},
		{"r0000123", "GB", "R0000123"},
		{"IP12345R", "GB", "IP12345R"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct str out = {0};

		if (!company_number_normalise(view_of(cases[i].in),
			    view_of(cases[i].country), &out))
			str_add(&out, "none");
		assert_view(str_view(&out), cases[i].out);
		str_fini(&out);
	}
}

static void
subscribers_are_told_apart(void **state)
{
	static const struct law_case cases[] = {
		{"Acme Ltd", "", "", "corporate"},
		{"Acme Limited", "", "", "corporate"},
		{"Acme plc", "", "", "corporate"},
		{"Acme LLP", "", "", "corporate"},
		{"Acme C.I.C.", "", "", "corporate"},
		{"Llety Cyf.", "", "", "corporate"},
		{"Llety Cyfyngedig", "", "", "corporate"},
		{"Llety CCC", "", "", "corporate"},
		{"Llety PAC", "", "", "corporate"},
		{"Acme GmbH", "", "", "corporate"},
		{"Acme S.A.", "", "", "corporate"},
		{"Acme Inc", "", "", "corporate"},
		{"Smith & Sons Ltd", "", "", "corporate"},
		{"Acme Ltd (Cardiff)", "", "", "corporate"},
		{"Acme Ltd t/a Widgets", "", "", "corporate"},
		{"Acme", "01234567", "", "corporate"},
		{"Acme", "OC123456", "", "corporate"},
		{"Acme", "O1234567", "", "unknown"},
		{"Acme", "O1C23456", "", "unknown"},
		{"Acme", "[C123456", "", "unknown"},
		{"Acme", "OCX23456", "", "unknown"},
		{"Acme", "0123456:", "", "unknown"},
		{"Acme", "0123456", "", "unknown"},
		{"Smith & Sons", "", "", "individual"},
		{"Smith and Daughters", "", "", "individual"},
		{"J Jones t/a Acme", "", "", "individual"},
		{"Acme (Sole Trader)", "", "", "individual"},
		{"Acme (partnership)", "", "", "individual"},
		{"Acme (Wales)", "", "", "unknown"},
		{"Nia Rees", "", "", "individual"},
		{"Mr Rees", "", "", "individual"},
		{"", "", "nia@gmail.com", "individual"},
		{"Acme", "", "nia@gmail.com", "unknown"},
		{"", "", "nia@acme.cy", "unknown"},
		{"Acme", "", "nia@acme.co.uk", "unknown"},
		{"Limited Edition Prints", "", "", "unknown"},
		{"Dave's PC", "", "", "unknown"},
		{"A name that goes on and on and on and on and on and on and "
		 "on and on and on and on and on and on and on and on and on "
		 "and on and on and on and on and on and on and on and on and "
		 "on and on and on and on and on and on and on and on and on "
		 "and on and on and on and on and on and on and on and on and "
		 "on and on and on and on and on and on and on and on and on "
		 "Ltd",
			"", "", "corporate"},
		{"Smith Ltd & Co", "", "", "corporate"},
		{"Acme", "1234567X", "", "unknown"},
		{"Ltd", "", "", "unknown"},
		{"", "", "", "unknown"},
	};
	enum subscriber back;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct view name = subscriber_name(subscriber_of(
			view_of(cases[i].company), view_of(cases[i].number),
			view_of(cases[i].email), (struct view){0}));

		if (!view_is(name, cases[i].out))
			fail_msg("'%s' is %.*s", cases[i].company,
				VIEW_ARGS(name));
		assert_true(subscriber_read(name, &back));
	}
	assert_false(subscriber_read(VIEW("x"), &back));
}

static void
initials_of_abroad_are_forms_as_they_are_spelt(void **state)
{
	static const struct {
		const char *company, *country, *out;
	} cases[] = {
		{"Riverside Day Spa", "GB", "unknown"},
		{"Riverside Day Spa", "", "unknown"},
		{"Riverside Day Spa.", "GB", "unknown"},
		{"RIVERSIDE DAY SPA", "", "unknown"},
		{"Riverside SpA", "GB", "corporate"},
		{"Riverside S.p.A.", "GB", "corporate"},
		{"Riverside Spa", "IT", "corporate"},
		{"RIVERSIDE SPA", "IT", "corporate"},
		{"Scooby Doo", "GB", "unknown"},
		{"Zagreb d.o.o.", "GB", "corporate"},
		{"Zagreb Doo", "HR", "corporate"},
		{"Hair SA", "GB", "unknown"},
		{"Hair S.A.", "GB", "corporate"},
		{"Hair S. A.", "GB", "corporate"},
		{"Hair SA", "", "corporate"},
		{"Hair SA", "FR", "corporate"},
		{"Corner Bv", "GB", "unknown"},
		{"Corner B.V.", "GB", "corporate"},
		{"Corner Bv", "NL", "corporate"},
		{"Yoga AG", "IE", "unknown"},
		{"Yoga AG", "CH", "corporate"},
		{"Nordsee A/S", "GB", "corporate"},
		{"Yoga Ltd", "GB", "corporate"},
		{"Yoga Cyf", "GB", "corporate"},
		{"Yoga GmbH", "GB", "corporate"},
		{"yoga gmbh", "GB", "corporate"},
		{"Yoga Inc", "US", "corporate"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct view name = subscriber_name(subscriber_of(
			view_of(cases[i].company), (struct view){0},
			(struct view){0}, view_of(cases[i].country)));

		if (!view_is(name, cases[i].out))
			fail_msg("'%s' in '%s' is %.*s", cases[i].company,
				cases[i].country, VIEW_ARGS(name));
	}
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_share_what_spellings_share),
		cmocka_unit_test(blanks_of_any_kind_become_one),
		cmocka_unit_test(capitals_are_put_where_there_are_none),
		cmocka_unit_test(names_are_taken_apart),
		cmocka_unit_test(parts_are_joined),
		cmocka_unit_test(company_keys_leave_the_legal_form_out),
		cmocka_unit_test(a_company_keeps_its_own_spelling),
		cmocka_unit_test(numbers_of_companies_are_whole),
		cmocka_unit_test(subscribers_are_told_apart),
		cmocka_unit_test(
			initials_of_abroad_are_forms_as_they_are_spelt),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
