/* Zones from elsewhere: POSIX rules, and files that may hold anything. */
#include "unit.h"

#include "lead/zone.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Every hour or so of eight years, two of them leap, against libc. */
static void
rules_agree_with_libc(void **state)
{
	static const char *const rules[] = {
		"EST5EDT,J60/0,J300/0",
		"EST5EDT,59,300/0",
		"AAA-3:30:15BBB-4:45,M2.5.0/0,M11.1.6",
		"<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
		"AEST-10AEDT,J270,90/3:30:30",
		"GMT+0BST-1:00:00,M3.5.0/1,M10.5.0",
		"HST10",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		struct zone_rule rule;

		assert_true(zone_rule_read(view_of(rules[i]), &rule));
		assert_int_equal(setenv("TZ", rules[i], 1), 0);
		tzset();
		for (int64_t t = 1704067200; t < 1956528000; t += 3571) {
			const struct zone_type *got = zone_rule_at(&rule, t);
			time_t moment = (time_t)t;
			struct tm tm;

			assert_non_null(localtime_r(&moment, &tm));
			if (got->offset != tm.tm_gmtoff)
				fail_msg("%s: %d at %lld", rules[i],
					got->offset, (long long)t);
			assert_string_equal(got->name, tm.tm_zone);
		}
	}
}

static void
rules_that_are_none_are_refused(void **state)
{
	static const char *const bad[] = {
		"<>0",
		"<UTC",
		"LONGNAMED0",
		"GMT-",
		"GMT:30",
		"GMT1:",
		"GMT1:x",
		"GMT1:30:",
		"GMT168",
		"GMT1:60",
		"GMT1:30:60",
		"GMT123456",
		"GMT0BS,M3.5.0,M10.5.0",
		"GMT0BST1:,M3.5.0,M10.5.0",
		"GMT0BST?,M3.5.0,M10.5.0",
		"GMT0BST,M,M10.5.0",
		"GMT0BST,M3,M10.5.0",
		"GMT0BST,M3.,M10.5.0",
		"GMT0BST,M3.5,M10.5.0",
		"GMT0BST,M3.5.,M10.5.0",
		"GMT0BST,M0.5.0,M10.5.0",
		"GMT0BST,M3.0.0,M10.5.0",
		"GMT0BST,M3.6.0,M10.5.0",
		"GMT0BST,M3.5.7,M10.5.0",
		"GMT0BST,M3.5.0/,M10.5.0",
		"GMT0BST,M3.5.0/x,M10.5.0",
		"GMT0BST,M3.5.0,M10.5.0/168",
		"GMT0BST,x,M10.5.0",
		"GMT0BST,J,M10.5.0",
		"GMT0BST,J0,M10.5.0",
		"GMT0BST,J366,M10.5.0",
		"GMT0BST,366,M10.5.0",
		"GMT0BST,-1,M10.5.0",
	};
	struct zone_rule rule;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		if (zone_rule_read(view_of(bad[i]), &rule))
			fail_msg("'%s' is taken", bad[i]);
}

/* A header of RFC 8536 with so many changes and ways of reckoning. */
static void
put_header(char version, unsigned time, unsigned type, struct str *out)
{
	const unsigned counts[] = {0, 0, 0, time, type, 8};

	str_add(out, "TZif");
	str_byte(out, version);
	for (int i = 0; i < 15; i++)
		str_byte(out, 0);
	for (int i = 0; i < 6; i++)
		for (int shift = 24; shift >= 0; shift -= 8)
			str_byte(out, (char)(counts[i] >> shift & 0xFF));
}

/* GMT, and from the moment 1000 on, BST: a file as zic writes it. */
static void
put_file(char version, char kind, const char *rule, struct str *out)
{
	static const char types[] = "\0\0\0\0\0\0\0\0\x0E\x10\1\4GMT\0BST";

	str_clear(out);
	put_header(version, 0, 1, out);
	str_bytes(out, types, 6);
	str_bytes(out, types + 12, 8);
	put_header(version, 1, 2, out);
	str_bytes(out, "\0\0\0\0\0\0\x03\xE8", 8);
	str_byte(out, kind);
	str_bytes(out, types, sizeof(types));
	str_printf(out, "\n%s\n", rule);
}

/* The offset one second behind the file's only change; -1: it is refused. */
static int
read_back(struct view bytes)
{
	char path[] = "/tmp/lead-zone-XXXXXX";
	int fd = mkstemp(path);
	struct zone zone;
	struct zone_time at;
	int got;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes.at, bytes.len), (ssize_t)bytes.len);
	assert_int_equal(setenv("TZ", path, 1), 0);
	zone_load_own(&zone);
	zone_split(&zone, 1001, &at);
	got = zone.types_n ? at.type->offset : -1;
	if (!zone.types_n)
		assert_string_equal(at.type->name, "UTC");
	zone_fini(&zone);
	(void)unlink(path);
	close(fd);
	return got;
}

static void
a_file_cut_short_anywhere_is_refused(void **state)
{
	struct str file = {0};

	(void)state;
	put_file('2', 1, "", &file);
	assert_int_equal(read_back(str_view(&file)), 3600);
	/* Without its two LF, between which a rule may stand, it is whole. */
	assert_int_equal(
		read_back(view_upto(str_view(&file), file.len - 2)), 3600);
	for (size_t len = 0; len < file.len - 2; len++)
		if (read_back(view_upto(str_view(&file), len)) != -1)
			fail_msg("%zu bytes of %zu are taken", len, file.len);
	str_fini(&file);
}

static void
a_file_that_contradicts_itself_is_refused(void **state)
{
	struct str file = {0};

	(void)state;
	put_file('2', 2, "", &file); /* its types are 0 and 1 */
	assert_int_equal(read_back(str_view(&file)), -1);
	put_file('\0', 1, "", &file); /* version 1 */
	assert_int_equal(read_back(str_view(&file)), -1);
	put_file('2', 1, "", &file);
	file.data[20 + 12] = 0x7F; /* two thousand million changes */
	assert_int_equal(read_back(str_view(&file)), -1);
	put_file('2', 1, "", &file);
	file.data[44 + 14 + 20 + 19] = 0; /* no type at all */
	assert_int_equal(read_back(str_view(&file)), -1);
	/* A rule that is none is as good as no rule. */
	put_file('2', 1, "GMT0BST,M3", &file);
	assert_int_equal(read_back(str_view(&file)), 3600);
	put_file('2', 1, "XST-2", &file);
	assert_int_equal(read_back(str_view(&file)), 7200);
	str_fini(&file);
}

/* Before the first change type 0 holds, and between changes theirs. */
static void
a_file_is_believed_before_its_rule(void **state)
{
	char path[] = "/tmp/lead-zone-XXXXXX";
	int fd = mkstemp(path);
	struct str file = {0};
	struct zone zone;
	struct zone_time at;

	(void)state;
	put_file('3', 1, "XST-2", &file);
	assert_int_equal(write(fd, file.data, file.len), (ssize_t)file.len);
	assert_int_equal(setenv("TZ", path, 1), 0);
	zone_load_own(&zone);
	zone_split(&zone, 999, &at);
	assert_string_equal(at.type->name, "GMT");
	zone_split(&zone, 1000, &at);
	assert_string_equal(at.type->name, "XST");
	assert_int_equal(at.second, 1000 + 7200);
	zone_fini(&zone);
	(void)unlink(path);
	close(fd);
	str_fini(&file);
}

static void
our_own_zone_is_what_tz_says(void **state)
{
	static const struct {
		const char *tz, *name;
	} cases[] = {
		{":Europe/London", "BST"},
		{"Europe/London", "BST"},
		{"/usr/share/zoneinfo/Europe/London", "BST"},
		{"Etc/GMT+3", "-03"},
		{"XST-2YST,M3.5.0,M10.5.0", "YST"},
		{"No/Where", "UTC"},
		{"/no/where", "UTC"},
		{"", "UTC"},
	};
	struct zone zone;
	struct zone_time at;

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(setenv("TZ", cases[i].tz, 1), 0);
		zone_load_own(&zone);
		zone_split(&zone, 1782864000, &at); /* July 2026 */
		assert_string_equal(at.type->name, cases[i].name);
		zone_fini(&zone);
	}
	assert_false(zone_load(&zone,
		VIEW("a_name_of_more_than_sixty_four_"
		     "letters_which_can_be_no_zone_in_"
		     "the_world")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_agree_with_libc),
		cmocka_unit_test(rules_that_are_none_are_refused),
		cmocka_unit_test(a_file_cut_short_anywhere_is_refused),
		cmocka_unit_test(a_file_that_contradicts_itself_is_refused),
		cmocka_unit_test(a_file_is_believed_before_its_rule),
		cmocka_unit_test(our_own_zone_is_what_tz_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
