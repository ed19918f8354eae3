/* Times as people write them, and zones: a table of what is understood. */
#include "unit.h"

#include "base/day.h"
#include "lead/when.h"

#include <stdlib.h>
#include <time.h>

/* A Monday, 09:15 in London: GMT. */
#define NOW "2026-11-23T09:15:00Z"

struct sample {
	const char *text, *want; /* want NULL: not understood */
};

static const struct sample ahead[] = {
	{"today", "2026-11-23"},
	{"tomorrow 10:00", "2026-11-24T10:00:00Z"},
	{"Tomorrow at 10:00", "2026-11-24T10:00:00Z"},
	{"tue", "2026-11-24"},
	{"tue 10:00", "2026-11-24T10:00:00Z"},
	{"next Tuesday", "2026-11-24"},
	{"mon", "2026-11-30"},
	{"sun", "2026-11-29"},
	{"+3d", "2026-11-26"},
	{"+3d 10:00", "2026-11-26T10:00:00Z"},
	{"+2wd", "2026-11-25"},
	{"+5wd", "2026-11-30"},
	{"+23wd", "2026-12-24"},
	{"+24wd", "2026-12-29"},
	{"+28wd", "2027-01-05"},
	{"+2w", "2026-12-07"},
	{"+1mo", "2026-12-23"},
	{"+3mo", "2027-02-23"},
	{"+1y", "2027-11-23"},
	{"+2h", "2026-11-23T11:15:00Z"},
	{"+30min", "2026-11-23T09:45:00Z"},
	{"in 2 weeks", "2026-12-07"},
	{"in 2 working days", "2026-11-25"},
	{"in 20 minutes", "2026-11-23T09:35:00Z"},
	{"in 2 weeks 14:30", "2026-12-07T14:30:00Z"},
	{"1/12", "2026-12-01"},
	{"1/2", "2027-02-01"},
	{"23/11", "2026-11-23"},
	{"22/11", "2027-11-22"},
	{"29/2", "2028-02-29"},
	{"1/12/2026", "2026-12-01"},
	{"1.12.26", "2026-12-01"},
	{"1 Dec", "2026-12-01"},
	{"1 Dec 14:30", "2026-12-01T14:30:00Z"},
	{"1st December 2026", "2026-12-01"},
	{"1 Dec 2026 at 2pm", "2026-12-01T14:00:00Z"},
	{"2026-12-01", "2026-12-01"},
	{"2026-12-01 10:00", "2026-12-01T10:00:00Z"},
	{"2026-12-01T10:00:00+01:00", "2026-12-01T09:00:00Z"},
	{"10:00", "2026-11-23T10:00:00Z"},
	{"09:00", "2026-11-24T09:00:00Z"},
	{"10am", "2026-11-23T10:00:00Z"},
	{"2:30 pm", "2026-11-23T14:30:00Z"},
	{"12am", "2026-11-24T00:00:00Z"},
	{"noon", "2026-11-23T12:00:00Z"},
	{"tue at 14.30", "2026-11-24T14:30:00Z"},
	{"heddiw", "2026-11-23"},
	{"yfory am 10:00", "2026-11-24T10:00:00Z"},
	{"dydd Mawrth", "2026-11-24"},
	{"ddydd Gwener 10:00", "2026-11-27T10:00:00Z"},
	{"nos Wener", "2026-11-27"},
	{"1 Mawrth", "2027-03-01"},
	{"1af Rhagfyr", "2026-12-01"},
	{"mewn 2 wythnos", "2026-12-07"},
	{"mewn 2 ddiwrnod gwaith", "2026-11-25"},
	{"hanner dydd", "2026-11-23T12:00:00Z"},
	/* The clock: put forward on 28 March 2027, back on 31 October. */
	{"27/3/2027 10:00", "2027-03-27T10:00:00Z"},
	{"28/3/2027 00:30", "2027-03-28T00:30:00Z"},
	{"28/3/2027 01:30", "2027-03-28T01:30:00Z"}, /* is 02:30 BST */
	{"28/3/2027 02:30", "2027-03-28T01:30:00Z"},
	{"28/3/2027 10:00", "2027-03-28T09:00:00Z"},
	{"31/10/2027 00:30", "2027-10-30T23:30:00Z"},
	{"31/10/2027 01:30", "2027-10-31T00:30:00Z"}, /* the first of two */
	{"31/10/2027 02:30", "2027-10-31T02:30:00Z"},
	/* Behind the table of the database: by its rule. */
	{"1/7/2050 10:00", "2050-07-01T09:00:00Z"},
	{"1/12/2050 10:00", "2050-12-01T10:00:00Z"},
	{"", NULL},
	{"soon", NULL},
	{"12/25", NULL},
	{"30 Feb", NULL},
	{"30 feb tue", NULL},
	{"25:00", NULL},
	{"10:60", NULL},
	{"13pm", NULL},
	{"tue tue", NULL},
	{"tue 10:00 please", NULL},
	{"3 days", NULL},
	{"10", NULL},
	{"1/12/026", NULL},
	{"Dec 1", NULL},
	{"+3", NULL},
	{"+9000y", NULL},
	{"2026-13-01", NULL},
	{"0/0", NULL},
	{"tue,10:00", "2026-11-24T10:00:00Z"},
	{"TUE  10:00", "2026-11-24T10:00:00Z"},
	{"[tue]", NULL},
	{"in 1 working day", "2026-11-24"},
	{"in 2 working weeks", NULL},
	{"mewn 2 awr", "2026-11-23T11:15:00Z"},
	{"ymhen 2 wythnos", "2026-12-07"},
	{"ymhen wythnos", NULL},
	{"in 3 days ago", NULL},
	{"in 3 moons", NULL},
	{"in x days", NULL},
	{"in 3x days", NULL},
	{"+3d tue", NULL},
	{"+12345d", NULL},
	{"+2h 10:00", NULL},
	{"-9000y", NULL},
	{"-9000y 10:00", NULL},
	{"+9000y 10:00", NULL},
	{"+7973y", "9999-11-23"},
	{"ar ddydd Mawrth", "2026-11-24"},
	{"ar dydd Mawrth", "2026-11-24"},
	{"ar Mawrth 10:00", "2026-11-24T10:00:00Z"},
	{"next", NULL},
	{"on dydd", NULL},
	{"31/12/9999", "9999-12-31"},
	{"1/1/0000", NULL},
	{"1/0/2026", NULL},
	{"1/13/2026", NULL},
	{"0/1/2026", NULL},
	{"29/2/2027", NULL},
	{"1/12/2026x", NULL},
	{"1/12-2026", NULL},
	{"1/12/", NULL},
	{"1/x", NULL},
	{"1st Dec", "2026-12-01"},
	{"1xx Dec", NULL},
	{"1 Dec 1430", NULL},
	{"1 Dec 2200", NULL},
	{"1 Dec 2199", "2199-12-01"},
	{"1 Dec 26", NULL},
	{"1 Dec 20x6", NULL},
	{"31 Nov 2026", NULL},
	{"30/2", NULL},
	{"10 am", "2026-11-23T10:00:00Z"},
	{"10yb", "2026-11-23T10:00:00Z"},
	{"2 yp", "2026-11-23T14:00:00Z"},
	{"2yh", "2026-11-23T14:00:00Z"},
	{"0am", NULL},
	{"10:3", NULL},
	{"10:", NULL},
	{"10:30x", NULL},
	{"at 10", "2026-11-23T10:00:00Z"},
	{"@ 10", "2026-11-23T10:00:00Z"},
	{"at", NULL},
	{"at noon", "2026-11-23T12:00:00Z"},
	{"hanner nos", NULL},
	{"hanner", NULL},
	{"2026-12-01 tue", NULL},
	{"2026-12-01T10:00:00+01:00 10:00", NULL},
	{"a b c d e f g h i j k l m n o p q r s t u v w x y z", NULL},
	{"tomorrow, if it is not too much to ask of anybody in the office, at "
	 "ten or so, and be it only for a moment, or two of them, in all",
		NULL},
};

static const struct sample back[] = {
	{"yesterday 16:00", "2026-11-22T16:00:00Z"},
	{"ddoe", "2026-11-22"},
	{"fri", "2026-11-20"},
	{"mon", "2026-11-16"},
	{"sun", "2026-11-22"},
	{"1/12", "2025-12-01"},
	{"23/11", "2026-11-23"},
	{"3 days ago", "2026-11-20"},
	{"2 hours ago", "2026-11-23T07:15:00Z"},
	{"3 diwrnod yn ôl", "2026-11-20"},
	{"-2wd", "2026-11-19"},
	{"-60wd", "2026-08-28"},
	{"09:00", "2026-11-23T09:00:00Z"},
	{"16:00", "2026-11-22T16:00:00Z"},
	{"29/2", "2024-02-29"},
	{"2 working days ago", "2026-11-19"},
	{"3 diwrnod yn ol", "2026-11-20"},
	{"3 diwrnod yn y blaen", NULL},
	{"3 days", NULL},
	{"ago", NULL},
	{"-1y", "2025-11-23"},
	{"-9mo", "2026-02-23"},
	{"1 Dec 1900", "1900-12-01"},
};

static void
check(const struct sample *samples, size_t n, bool looking_back)
{
	struct when_base base = {.back = looking_back};
	struct zone zone;
	struct str out = {0};

	assert_true(zone_load(&zone, VIEW("Europe/London")));
	assert_true(moment_read(VIEW(NOW), &base.now));
	base.zone = &zone;
	for (size_t i = 0; i < n; i++) {
		struct when when;
		bool good = when_read(view_of(samples[i].text), &base, &when);

		str_clear(&out);
		if (good)
			when_write(&when, &out);
		if (good != (samples[i].want != NULL) ||
			(good && !view_is(str_view(&out), samples[i].want)))
			fail_msg("'%s' gave '%s', not '%s'", samples[i].text,
				str_text(&out),
				samples[i].want ? samples[i].want : "nothing");
	}
	str_fini(&out);
	zone_fini(&zone);
}

static void
times_to_come_are_understood(void **state)
{
	(void)state;
	check(ahead, sizeof(ahead) / sizeof(*ahead), false);
}

static void
times_gone_by_are_understood(void **state)
{
	(void)state;
	check(back, sizeof(back) / sizeof(*back), true);
}

/* Every hour of forty years in zones of all sorts, against libc. */
static void
zones_agree_with_libc(void **state)
{
	static const char *const names[] = {"Europe/London", "America/New_York",
		"Asia/Kolkata", "Australia/Lord_Howe", "Pacific/Apia",
		"Africa/Casablanca", "America/Sao_Paulo", "UTC"};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
		struct zone zone;

		assert_true(zone_load(&zone, view_of(names[i])));
		assert_int_equal(setenv("TZ", names[i], 1), 0);
		tzset();
		for (int64_t t = 1000000000; t < 2300000000; t += 7919) {
			struct zone_time got;
			time_t moment = (time_t)t;
			struct tm tm;

			zone_split(&zone, t, &got);
			assert_non_null(localtime_r(&moment, &tm));
			assert_int_equal(got.type->offset, tm.tm_gmtoff);
		}
		zone_fini(&zone);
	}
}

static void
rules_are_posix(void **state)
{
	static const char *const bad[] = {"", "GM", "GMT", "GMT0BST",
		"GMT0BST,M3.5.0", "GMT0BST,M13.5.0,M10.5.0", "GMT0x", "<+03-3",
		"GMT0BST,M3.5.0,M10.5.0,"};
	struct zone_rule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(zone_rule_read(view_of(bad[i]), &rule));
	assert_true(zone_rule_read(
		VIEW("<-03>3<-02>,M3.5.0/-2,M10.5.0/-1"), &rule));
	assert_int_equal(rule.usual.offset, -3 * 3600);
	assert_int_equal(rule.summer.offset, -2 * 3600);
	/* The south: summer over the turn of the year. */
	assert_true(
		zone_rule_read(VIEW("AEST-10AEDT,M10.1.0,M4.1.0/3"), &rule));
	assert_int_equal(zone_rule_at(&rule, 1767225600)->offset, 11 * 3600);
	assert_int_equal(zone_rule_at(&rule, 1782864000)->offset, 10 * 3600);
	assert_true(zone_rule_read(VIEW("EST5EDT,J60/0,300"), &rule));
}

static void
a_zone_is_never_a_path(void **state)
{
	static const char *const bad[] = {"", "/etc/localtime", "../etc/passwd",
		"Europe/../../x", "Europe/Nowhere", "a b", "Europe"};
	struct zone zone;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(zone_load(&zone, view_of(bad[i])));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_to_come_are_understood),
		cmocka_unit_test(times_gone_by_are_understood),
		cmocka_unit_test(zones_agree_with_libc),
		cmocka_unit_test(rules_are_posix),
		cmocka_unit_test(a_zone_is_never_a_path),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
