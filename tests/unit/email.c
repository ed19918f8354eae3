/* E-mail addresses, domains, websites. */
#include "cases.h"

#include "lead/domain.h"
#include "lead/email.h"

static void
addresses_are_made_plain(void **state)
{
	static const struct pair cases[] = {
		{"Nia.Rees@Acme.CO.UK", "nia.rees@acme.co.uk"},
		{"  nia@acme.cy\t", "nia@acme.cy"},
		{"mailto:Nia@acme.cy?subject=hi", "nia@acme.cy"},
		{"Nia Rees <nia@acme.cy>", "nia@acme.cy"},
		{"\"Rees, Nia\" <nia@acme.cy>", "nia@acme.cy"},
		{"<nia@acme.cy>", "nia@acme.cy"},
		{"'nia@acme.cy'", "nia@acme.cy"},
		{"nia@acme.cy;", "nia@acme.cy"},
		{"nia@acme.cy.", "nia@acme.cy"},
		{"nia+news@acme.cy", "nia+news@acme.cy"},
		{"o'neil@acme.cy", "o'neil@acme.cy"},
		{"SIÂN@acme.cy", "siân@acme.cy"},
		{"nia@bücher.example", "nia@bücher.example"},
		{"test@xn--hxajbheg2az3al.xn--jxalpdlp",
			"test@xn--hxajbheg2az3al.xn--jxalpdlp"},
		{"SMTP:Nia@acme.cy", "nia@acme.cy"},
		{"nia @ acme.cy", "nia@acme.cy"},
		{"nia@ acme.cy", "nia@acme.cy"},
		{"ni a@acme.cy", NULL},
		{" @ ", NULL},
		{"nia@acme", NULL},
		{"nia acme.cy", NULL},
		{"nia@@acme.cy", NULL},
		{"nia..rees@acme.cy", NULL},
		{".nia@acme.cy", NULL},
		{"nia.@acme.cy", NULL},
		{"nia@-acme.cy", NULL},
		{"nia@acme-.cy", NULL},
		{"nia@acme..cy", NULL},
		{"nia@1.2.3.4", NULL},
		{"nia@[1.2.3.4]", NULL},
		{"\"nia\"@acme.cy", NULL},
		{"nia@acme.cy, rhys@acme.cy", NULL},
		{"nia rees@acme.cy", NULL},
		{"nia@acme_x.cy", NULL},
		{"nia@acme.cy\xFF", NULL},
		{"nia\xE2\x80\x8B@acme.cy", "nia@acme.cy"},
		{"nia@ac\xC2\xADme.cy", "nia@acme.cy"},
		{"nia\xEF\xBC\xA0"
		 "acme\xEF\xBC\x8E"
		 "cy",
			"nia@acme.cy"},
		{"jean\xE2\x80\x91luc@acme.cy", "jean-luc@acme.cy"},
		{"o\xE2\x80\x99neil@acme.cy", "o'neil@acme.cy"},
		{"nia@ac\xC2\xA0me.cy", NULL},
		{"nia\xC2\xA0@\xC2\xA0"
		 "acme.cy",
			"nia@acme.cy"},
		{"\xE2\x80\x8B@acme.cy", NULL},
		{"n\"@acme.cy", NULL},
		{"\xC8\xBA@acme.cy", "\xE2\xB1\xA5@acme.cy"},
		{"nia@acme.c@y", NULL},
		{"@acme.cy", NULL},
		{"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
		 "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@acme.cy",
			NULL},
		{"@", NULL},
		{"", NULL},
	};

	(void)state;
	CASES(email_normalise, cases, true);
}

static void
several_addresses_are_cut_apart(void **state)
{
	struct view rest = VIEW("Nia <nia@a.cy>; rhys@a.cy / x, tom@a.cy");
	struct view v;

	(void)state;
	assert_true(email_cut(&rest, &v));
	assert_view(v, "Nia <nia@a.cy>");
	assert_true(email_cut(&rest, &v));
	assert_view(v, "rhys@a.cy");
	assert_true(email_cut(&rest, &v));
	assert_view(v, "tom@a.cy");
	assert_false(email_cut(&rest, &v));
}

static void
several_addresses_are_put_in_their_form(void **state)
{
	struct view rest = VIEW("Nia <NIA@a.cy>; @ / x@, mailto:tom@a.cy");
	struct str out = {0};

	(void)state;
	assert_true(email_next(&rest, &out));
	assert_string_equal(str_text(&out), "nia@a.cy");
	assert_true(email_next(&rest, &out));
	assert_string_equal(str_text(&out), "tom@a.cy");
	assert_false(email_next(&rest, &out));
	str_fini(&out);
}

static void
tasks_and_free_mail_are_known(void **state)
{
	(void)state;
	assert_true(email_is_role(VIEW("info@acme.cy")));
	assert_true(email_is_role(VIEW("swyddfa@acme.cy")));
	assert_true(email_is_role(VIEW("sales+uk@acme.cy")));
	assert_true(email_is_role(VIEW("ymholiadau@acme.cy")));
	assert_true(email_is_role(VIEW("abuse@acme.cy")));
	assert_false(email_is_role(VIEW("nia@acme.cy")));
	assert_false(email_is_role(VIEW("infos.nia@acme.cy")));
	assert_false(email_is_role(VIEW("")));
	assert_true(email_is_free(VIEW("gmail.com")));
	assert_true(email_is_free(VIEW("hotmail.co.uk")));
	assert_false(email_is_free(VIEW("acme.cy")));
	assert_view(email_domain(VIEW("nia@acme.cy")), "acme.cy");
}

static bool
read_domain(struct view in, struct str *out)
{
	return domain_normalise(in, NULL, out);
}

static void
the_registered_domain_is_found(void **state)
{
	static const struct pair cases[] = {
		{"https://www.acme.co.uk/x?y", "acme.co.uk"},
		{"WWW.Acme.COM", "acme.com"},
		{"acme.cymru", "acme.cymru"},
		{"www.acme.llyw.cymru", "llyw.cymru"},
		{"http://user:pass@acme.com:8080/", "acme.com"},
		{"//acme.com/", "acme.com"},
		{"acme.com.", "acme.com"},
		{"acme.com?x", "acme.com"},
		{"acme.com#x", "acme.com"},
		{"acme.com..", "acme.com"},
		{"a@b@acme.com", NULL},
		{"/acme.com", NULL},
		{"x//acme.com", NULL},
		{"http:/acme.com", NULL},
		{"...", NULL},
		{"acme.com:8.", NULL},
		{"co.uk", NULL},
		{"192.168.1.1", NULL},
		{"[::1]", NULL},
		{"acme", NULL},
		{"not a host", NULL},
		{"", NULL},
	};
	struct domain_memo *memo = test_calloc(1, sizeof(*memo));
	struct str out = {0};

	(void)state;
	CASES(read_domain, cases, true);
	for (int i = 0; i < 2; i++) {
		str_clear(&out);
		assert_true(
			domain_normalise(VIEW("a.b.acme.co.uk"), memo, &out));
		assert_view(str_view(&out), "acme.co.uk");
		assert_false(domain_normalise(VIEW("co.uk"), memo, &out));
	}
	str_fini(&out);
	test_free(memo);
}

static void
websites_are_made_whole(void **state)
{
	static const struct pair cases[] = {
		{"www.Acme.co.uk", "https://www.acme.co.uk"},
		{"HTTP://Acme.cy/", "http://acme.cy"},
		{"https://acme.cy:443/About", "https://acme.cy/About"},
		{"acme.cy:8080", "https://acme.cy:8080"},
		{"javascript:alert(1)", NULL},
		{"ftp://acme.cy", NULL},
		{"acme.cy/a b", NULL},
		{"-acme.cy", NULL},
		{"acme.cy:x", NULL},
		{"acme.cy:8_", NULL},
		{"acme.cy:80", "https://acme.cy"},
		{"acme.cy:", "https://acme.cy"},
		{"acme.cy/a\"b", NULL},
		{"acme.cy/<b", NULL},
		{"acme.cy/b>", NULL},
		{"acme.cy/\x7F", NULL},
		{"acme.cy/\x01", NULL},
		{"a.234567890123456789012345678901234567890123456789"
		 "b.234567890123456789012345678901234567890123456789"
		 "c.234567890123456789012345678901234567890123456789"
		 "d.234567890123456789012345678901234567890123456789"
		 "e.234567890123456789012345678901234567890123456789"
		 ".example",
			NULL},
		{"bücher.example/ü", "https://bücher.example/ü"},
		{"BÜCHER.example", "https://bücher.example"},
		{"b\xFF.example", NULL},
		{"ȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾȾ.example", NULL},
		{"n/a", NULL},
		{"acme", NULL},
	};
	static const struct pair linked[] = {
		{"http://uk.linkedin.com/in/nia-rees/?trk=x",
			"https://www.linkedin.com/in/nia-rees"},
		{"linkedin.com/in/nia", "https://www.linkedin.com/in/nia"},
		{"https://linkedin.com.evil.example/in/nia", NULL},
		{"https://evillinkedin.com/in/nia", NULL},
		{"https://www.linkedin.com/", NULL},
		{"linkedin.com", NULL},
		{"edin.com/in/nia", NULL},
		{"linkedin.com:x/in/nia", NULL},
		{"ftp://linkedin.com/in/nia", NULL},
		{"linkedin.com/in/<nia>", NULL},
		{"LinkedIn.com/in/Nia/#top", "https://www.linkedin.com/in/Nia"},
	};

	(void)state;
	CASES(website_normalise, cases, true);
	CASES(linkedin_normalise, linked, true);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_are_made_plain),
		cmocka_unit_test(several_addresses_are_cut_apart),
		cmocka_unit_test(several_addresses_are_put_in_their_form),
		cmocka_unit_test(tasks_and_free_mail_are_known),
		cmocka_unit_test(the_registered_domain_is_found),
		cmocka_unit_test(websites_are_made_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
