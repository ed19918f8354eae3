/* Who must not be contacted, screening lists, and policies. */
#include "unit.h"

#include "base/day.h"
#include "base/file.h"
#include "lead/policy.h"
#include "lead/screen.h"
#include "lead/suppress.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define NOW INT64_C(1795425300) /* 2026-11-23T09:15:00Z */

/* A file with this text: its name, good until the next call. */
static const char *
file_with(const char *text)
{
	static char path[] = "/tmp/leadpipe-suppress-XXXXXX";
	int fd;

	memcpy(path + sizeof(path) - 7, "XXXXXX", 6);
	fd = mkstemp(path);
	assert_true(fd >= 0);
	assert_true(file_write_all(fd, text, strlen(text)));
	assert_int_equal(close(fd), 0);
	return path;
}

static void
load(struct suppress *s, const char *text)
{
	const char *path = file_with(text);

	suppress_load(s, path, VIEW("GB"), NOW);
	assert_int_equal(unlink(path), 0);
}

static const char *
reason(const struct suppress *s, const struct suppress_query *q)
{
	static char text[64];
	const struct suppress_entry *entry = suppress_find(s, q);

	if (!entry)
		return "";
	assert_true(entry->reason.len < sizeof(text));
	memcpy(text, entry->reason.at, entry->reason.len);
	text[entry->reason.len] = '\0';
	return text;
}

static void
keys_match_however_they_are_written(void **state)
{
	struct suppress s;

	(void)state;
	load(&s,
		"key_type\tkey\tchannel\treason\tat\tby\n"
		"email\t Nia@Acme.CY \t\tasked\t2026-05-01\tsam\n"
		"phone\t(01632) 960001\tcall\ttps\t2026-05-01\tsam\n"
		"domain\thttps://www.severn.example/x\t\tletter\t\t\n"
		"email\t*@teifi.example\t\tall there\t\t\n"
		"company\tThe Taff Foods Co. Ltd\t\tboard\t\t\n"
		"lead_id\tL123\tsms\tsms only\t\t\n");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.email = VIEW("nia@acme.cy")}),
		"asked");
	assert_string_equal(reason(&s,
				    &(struct suppress_query){
					    .email = VIEW("rhys@acme.cy")}),
		"");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.email = VIEW("rhys@acme.cy"),
				.notes = VIEW("nia@acme.cy is his boss\n"
					      "also: +441632960001\n"
					      "also: rhys@home.cy")}),
		"");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.email = VIEW("nia@home.cy"),
				.notes = VIEW("hello\nalso: n@x.cy\n"
					      "also: Nia@Acme.CY")}),
		"asked");
	assert_string_equal(reason(&s,
				    &(struct suppress_query){
					    .mobile = VIEW("+441632960001"),
					    .channel = VIEW("call")}),
		"tps");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.phone = VIEW("+441632960001"),
				.channel = VIEW("sms")}),
		"");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){
				.email = VIEW("a@mail.severn.example")}),
		"letter");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){
				.email = VIEW("nia@teifi.example")}),
		"all there");
	assert_string_equal(reason(&s,
				    &(struct suppress_query){
					    .company = VIEW("taff foods")}),
		"board");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.lead_id = VIEW("L123"),
				.channel = VIEW("sms")}),
		"sms only");
	suppress_fini(&s);
}

static void
a_digest_stands_for_its_key(void **state)
{
	struct str text = {0};
	struct suppress s;

	(void)state;
	str_add(&text, "key_type\tkey\tchannel\treason\tat\tby\nhash\t");
	suppress_digest(SUPPRESS_EMAIL, VIEW("nia@acme.cy"), &text);
	str_add(&text, "\t\terased\t\t\nphone\t");
	suppress_digest(SUPPRESS_PHONE, VIEW("+441632960001"), &text);
	str_add(&text, "\t\terased too\t\t\n");
	load(&s, str_text(&text));
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.email = VIEW("nia@acme.cy")}),
		"erased");
	assert_string_equal(reason(&s,
				    &(struct suppress_query){
					    .phone = VIEW("+441632960001")}),
		"erased too");
	assert_string_equal(reason(&s,
				    &(struct suppress_query){
					    .phone = VIEW("+441632960002")}),
		"");
	suppress_fini(&s);
	str_fini(&text);
}

static void
keys_have_names_and_a_form(void **state)
{
	struct str out = {0}, longer = {0};

	(void)state;
	assert_int_equal(suppress_key_read(VIEW("phone")), SUPPRESS_PHONE);
	assert_int_equal(suppress_key_read(VIEW("fax")), -1);
	assert_view(suppress_key_name(SUPPRESS_HASH), "hash");
	assert_false(suppress_normalise(
		SUPPRESS_HASH, VIEW("#1"), VIEW("GB"), &out));
	assert_false(suppress_normalise(
		SUPPRESS_COMPANY, VIEW("?"), VIEW("GB"), &out));
	assert_false(suppress_normalise(
		SUPPRESS_LEAD_ID, VIEW(" "), VIEW("GB"), &out));
	assert_int_equal(out.len, 0);
	for (int i = 0; i < 600; i++)
		str_byte(&longer, 'a');
	suppress_digest(SUPPRESS_COMPANY, str_view(&longer), &out);
	str_byte(&longer, 'a');
	suppress_digest(SUPPRESS_COMPANY, str_view(&longer), &out);
	assert_int_equal(out.len, 66);
	assert_false(
		view_eq(view_upto(str_view(&out), 33), str_tail(&out, 33)));
	str_fini(&longer);
	str_fini(&out);
}

static void
one_key_may_have_several_entries(void **state)
{
	struct suppress s;

	(void)state;
	load(&s,
		"key_type\tkey\tchannel\treason\tat\tby\n"
		"email\ta@b.cy\tsms\tone\t\t\n"
		"email\ta@b.cy\temail\ttwo\t\t\n"
		"email\ta@b.cy\t\tlater\t2027-01-01\t\n");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.email = VIEW("a@b.cy"),
				.channel = VIEW("email")}),
		"two");
	assert_string_equal(
		reason(&s,
			&(struct suppress_query){.email = VIEW("a@b.cy"),
				.channel = VIEW("call")}),
		"");
	suppress_fini(&s);
}

static void
write_file(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	assert_true(fd >= 0);
	assert_true(file_write_all(fd, text, strlen(text)));
	assert_int_equal(close(fd), 0);
}

static void
what_was_merged_is_found_where_it_went(void **state)
{
	static const struct {
		const char *lead_id, *channel, *reason;
	} cases[] = {
		{"L1", "email", "mail"},
		{"L1", "call", "all"},
		{"L2", "call", ""},
		{"L3", "sms", "all"},
		{"L9", "email", ""},
	};
	char folder[] = "/tmp/leadpipe-suppress-XXXXXX";
	char list[64], merges[64];
	struct suppress s;

	(void)state;
	assert_non_null(mkdtemp(folder));
	snprintf(list, sizeof(list), "%s/suppress.tsv", folder);
	snprintf(merges, sizeof(merges), "%s/merges.tsv", folder);
	write_file(list,
		"key_type\tkey\tchannel\treason\n"
		"lead_id\tL2\temail\tmail\n"
		"lead_id\tL3\t\tall\n");
	write_file(merges,
		"merged_into\tlead_id\nL1\tL1\nL1\tL2\nL1\tL3\n"
		"L9\tL8\n");
	suppress_load(&s, list, VIEW("GB"), NOW);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct suppress_query q = {.lead_id = view_of(cases[i].lead_id),
			.channel = view_of(cases[i].channel)};

		assert_string_equal(reason(&s, &q), cases[i].reason);
	}
	suppress_fini(&s);
	assert_int_equal(unlink(list), 0);
	assert_int_equal(unlink(merges), 0);
	assert_int_equal(rmdir(folder), 0);
}

static void
a_missing_file_suppresses_nobody(void **state)
{
	struct suppress s;

	(void)state;
	suppress_load(&s, "/nonexistent/suppress.tsv", VIEW("GB"), NOW);
	assert_null(suppress_find(
		&s, &(struct suppress_query){.email = VIEW("a@b.cy")}));
	suppress_fini(&s);
}

static void
screening_lists_have_a_date(void **state)
{
	const char *path = file_with("# date: 2026-11-02\n"
				     "01632 960002\r\n"
				     "01632960001\n"
				     "+441632960003,x\n"
				     "0163296000x\n"
				     "nonsense\n\n");
	struct screen s;

	(void)state;
	screen_load(&s, path);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(s.n, 3);
	assert_int_equal(s.bad, 2);
	assert_true(screen_has(&s, VIEW("+441632960001")));
	assert_true(screen_has(&s, VIEW("+441632960002")));
	assert_true(screen_has(&s, VIEW("+441632960003")));
	assert_false(screen_has(&s, VIEW("+441632960004")));
	assert_false(screen_has(&s, VIEW("")));
	assert_false(screen_has(&s, VIEW("+44163296000x")));
	assert_false(screen_is_stale(&s, day_of(2026, 11, 30), SCREEN_DAYS));
	assert_true(screen_is_stale(&s, day_of(2026, 12, 1), SCREEN_DAYS));
	screen_fini(&s);
	screen_load(&s, "/nonexistent/tps.txt");
	assert_true(screen_is_stale(&s, 0, SCREEN_DAYS));
	screen_fini(&s);
}

/* What ends the program is shown by tests/cli/policy.t. */
static void
many_entries_are_found(void **state)
{
	struct str text = {0};
	struct suppress s;

	(void)state;
	str_add(&text, "key_type\tkey\treason\n");
	for (int i = 0; i < 1000; i++)
		str_printf(&text, "lead_id\tL%d\tno %d\n", i, i);
	load(&s, str_text(&text));
	assert_string_equal(
		reason(&s, &(struct suppress_query){.lead_id = VIEW("L0")}),
		"no 0");
	assert_string_equal(
		reason(&s, &(struct suppress_query){.lead_id = VIEW("L999")}),
		"no 999");
	assert_string_equal(
		reason(&s, &(struct suppress_query){.lead_id = VIEW("L1000")}),
		"");
	suppress_fini(&s);
	str_fini(&text);
}

static void
policies_have_defaults(void **state)
{
	struct policy p;

	(void)state;
	policy_load(&p, NULL);
	assert_view(p.text[POLICY_COUNTRY], "GB");
	assert_int_equal(p.seconds[POLICY_SCREENING], 28 * DAY_SECONDS);
	assert_int_equal(p.open, 8 * 60);
	assert_int_equal(p.close, 21 * 60);
	assert_true(p.hours_of[CHANNEL_CALL]);
	assert_false(p.hours_of[CHANNEL_EMAIL]);
	assert_true(policy_is_day(&p, day_of(2026, 11, 23)));
	assert_false(policy_is_day(&p, day_of(2026, 11, 22)));
	assert_int_equal(policy_law(&p, VIEW("GB")), POLICY_AS_GB);
	assert_int_equal(policy_law(&p, VIEW("FR")), POLICY_ASK);
	policy_fini(&p);
}

static void
policies_are_read(void **state)
{
	const char *path = file_with("key\tvalue\n"
				     "# who we are\n"
				     "name\tSevern \\\\ Sons\n"
				     "hours\t09:30-17:00\n"
				     "days\tsat-mon\n"
				     "holidays\t2026-11-23\n"
				     "cap_call\t3/7d\n"
				     "law_ie\tas-gb\n"
				     "required_prospect\temail|phone\n");
	struct view column;
	struct policy p;
	size_t at = 0, n = 0;

	(void)state;
	policy_load(&p, path);
	assert_int_equal(unlink(path), 0);
	assert_view(p.text[POLICY_NAME], "Severn \\ Sons");
	assert_int_equal(p.open, 9 * 60 + 30);
	assert_true(policy_is_day(&p, day_of(2026, 11, 22)));
	assert_false(policy_is_day(&p, day_of(2026, 11, 23)));
	assert_false(policy_is_day(&p, day_of(2026, 11, 24)));
	assert_int_equal(p.cap[CHANNEL_CALL].most, 3);
	assert_int_equal(p.cap[CHANNEL_CALL].seconds, 7 * DAY_SECONDS);
	assert_int_equal(p.cap[CHANNEL_EMAIL].most, 4);
	assert_int_equal(policy_law(&p, VIEW("IE")), POLICY_AS_GB);
	assert_int_equal(policy_law(&p, VIEW("FR")), POLICY_ASK);
	while (policy_required(&p, STAGE_PROSPECT, &at, &column))
		n++;
	assert_int_equal(n, 6);
	assert_view(column, "phone");
	policy_fini(&p);
}

/* The manual has each key, and behind it the default. */
static void
the_manual_has_all_policies(void **state)
{
	struct str page = {0}, want = {0};

	(void)state;
	assert_true(file_load("man/lead-policy.5", &page));
	for (int i = 0; i < POLICY_KEYS; i++) {
		enum policy_key key = (enum policy_key)i;

		str_clear(&want);
		str_printf(&want, "\n.It Cm %s\n", policy_name(key));
		if (*policy_default(key))
			str_printf(&want, ".Pq %s\n", policy_default(key));
		if (view_find(str_view(&page), str_view(&want)) == page.len)
			fail_msg("lead-policy(5) lacks %s", str_text(&want));
		assert_true(*policy_meaning(key));
	}
	str_fini(&want);
	str_fini(&page);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_match_however_they_are_written),
		cmocka_unit_test(a_digest_stands_for_its_key),
		cmocka_unit_test(keys_have_names_and_a_form),
		cmocka_unit_test(one_key_may_have_several_entries),
		cmocka_unit_test(what_was_merged_is_found_where_it_went),
		cmocka_unit_test(a_missing_file_suppresses_nobody),
		cmocka_unit_test(many_entries_are_found),
		cmocka_unit_test(screening_lists_have_a_date),
		cmocka_unit_test(policies_have_defaults),
		cmocka_unit_test(policies_are_read),
		cmocka_unit_test(the_manual_has_all_policies),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
