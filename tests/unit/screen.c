/* Lists of numbers not to be called: every form they come in, any size. */
#include "unit.h"

#include "base/day.h"
#include "base/file.h"
#include "lead/screen.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char path[] = "/tmp/lead-screen-XXXXXX";

static int
begin(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int
end(void **state)
{
	(void)state;
	return unlink(path);
}

static void
load(struct screen *screen, struct view text)
{
	int fd = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC);

	assert_true(fd >= 0);
	assert_true(file_write_all(fd, text.at, text.len));
	close(fd);
	screen_load(screen, path);
	assert_true(screen->there);
}

static void
a_number_is_found_however_it_is_written(void **state)
{
	static const char *const lines[] = {"01632960001", "01632960001\r",
		"+441632960001", "441632960001", "00441632960001",
		" 01632 960001 ", "(01632) 960001", "01632 960001\tAcme",
		"01632960001,2026-11-02", "01632960001;x", "1632960001"};

	(void)state;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		for (int with_lf = 0; with_lf < 2; with_lf++) {
			struct screen screen;
			struct str text = {0};

			str_printf(&text, "02920180000\n%s%s", lines[i],
				with_lf ? "\n" : "");
			load(&screen, str_view(&text));
			if (!screen_has(&screen, VIEW("+441632960001")))
				fail_msg("'%s' is not found", lines[i]);
			assert_true(screen_has(&screen, VIEW("+442920180000")));
			assert_false(
				screen_has(&screen, VIEW("+441632960002")));
			assert_int_equal(screen.bad, 0);
			screen_fini(&screen);
			str_fini(&text);
		}
}

static void
lines_that_are_no_numbers_are_counted(void **state)
{
	struct screen screen;

	(void)state;
	load(&screen,
		VIEW("telephone\n\n0163296000x\n00000000000\n"
		     "01632960001 and more\n0163296\n\r\n \n+\n"));
	assert_int_equal(screen.bad, 5);
	assert_false(screen_has(&screen, VIEW("+440163296")));
	assert_false(screen_has(&screen, VIEW("+440000000000")));
	screen_fini(&screen);
}

static void
what_is_asked_is_a_number_in_full(void **state)
{
	static const char *const bad[] = {"", "+", "01632960001",
		"441632960001", "+44163296000x", "+44163296 001",
		"+4416329600010000001"};
	struct screen screen;

	(void)state;
	load(&screen, VIEW("01632960001\n"));
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_false(screen_has(&screen, view_of(bad[i])));
	screen_fini(&screen);
	load(&screen, VIEW(""));
	assert_false(screen_has(&screen, VIEW("+441632960001")));
	screen_fini(&screen);
}

/* It is read in pieces of 256 KiB, which end anywhere in a line. */
static void
a_list_of_any_size_is_read_whole(void **state)
{
	for (size_t pad = 0; pad < 13; pad++) {
		struct str text = {0};
		struct screen screen;

		(void)state;
		str_byte(&text, '#');
		for (size_t i = 0; i < pad; i++)
			str_byte(&text, '.');
		str_byte(&text, '\n');
		for (int i = 59999; i >= 0; i--)
			str_printf(&text, "016329%05d\n", i);
		load(&screen, str_view(&text));
		assert_int_equal(screen.n, 60000);
		assert_int_equal(screen.bad, 0);
		for (int i = 0; i < 60000; i += pad ? 997 : 1) {
			char number[24];

			(void)snprintf(
				number, sizeof(number), "+4416329%05d", i);
			assert_true(screen_has(&screen, view_of(number)));
		}
		screen_fini(&screen);
		str_fini(&text);
	}
}

static void
a_list_says_its_date(void **state)
{
	struct screen screen;
	int32_t today = moment_day(moment_now(NULL));

	(void)state;
	load(&screen, VIEW("# TPS\n# Date: 2026-11-02 \n01632960001\n"));
	assert_int_equal(screen.date, day_of(2026, 11, 2));
	screen_fini(&screen);
	/* Otherwise it is that of the file. */
	load(&screen, VIEW("#\n# date: soon\n# data: 2026-11-02\n"));
	assert_in_range(screen.date, (uintmax_t)today, (uintmax_t)today + 1);
	screen_fini(&screen);
	screen_load(&screen, "/no/such/list");
	assert_false(screen.there);
	assert_false(screen_has(&screen, VIEW("+441632960001")));
	screen_fini(&screen);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_number_is_found_however_it_is_written),
		cmocka_unit_test(lines_that_are_no_numbers_are_counted),
		cmocka_unit_test(what_is_asked_is_a_number_in_full),
		cmocka_unit_test(a_list_of_any_size_is_read_whole),
		cmocka_unit_test(a_list_says_its_date),
	};

	(void)unsetenv("LEAD_NOW");
	return cmocka_run_group_tests(tests, begin, end);
}
