/* Logs: what an append, a repair and a rewrite leave in the file. */
#include "unit.h"

#include "base/file.h"
#include "record/log.h"
#include "record/log_id.h"
#include "record/log_sum.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/lead-log-XXXXXX";
static char path[64];
static struct log journal = {.path = path,
	.header = VIEW("id\tat\tsum"),
	.allow_network = true,
	.quiet = true};

static int
begin(void **state)
{
	(void)state;
	if (!mkdtemp(folder) || setenv("LEAD_NOW", "2026-11-23T09:15:00Z", 1))
		return -1;
	(void)snprintf(path, sizeof(path), "%s/log.tsv", folder);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	(void)unlink(path);
	return rmdir(folder);
}

static int
fresh(void **state)
{
	(void)state;
	(void)unlink(path);
	return 0;
}

static void
put(const char *text)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_APPEND, 0600);

	assert_true(fd >= 0);
	assert_true(file_write_all(fd, text, strlen(text)));
	close(fd);
}

static void
assert_file(const char *text)
{
	struct str got = {0};

	assert_true(file_load(path, &got));
	assert_view(str_view(&got), text);
	str_fini(&got);
}

static void
the_sum_is_crc_32c(void **state)
{
	char digits[LOG_SUM_DIGITS];

	(void)state;
	/* RFC 3720 appendix B.4 and the usual check value. */
	assert_int_equal(log_sum(VIEW("123456789")), 0xe3069283);
	assert_int_equal(log_sum((struct view){(char[32]){0}, 32}), 0x8a9136aa);
	log_sum_write(0x00ab0123, digits);
	assert_memory_equal(digits, "00ab0123", 8);
	assert_int_equal(log_sum_check(VIEW("a\t")), LOG_SUM_NONE);
	assert_int_equal(
		log_sum_check(VIEW("123456789\te3069283")), LOG_SUM_GOOD);
	assert_int_equal(
		log_sum_check(VIEW("123456788\te3069283")), LOG_SUM_BAD);
	assert_int_equal(
		log_sum_check(VIEW("123456789\te306928")), LOG_SUM_BAD);
	assert_int_equal(log_sum_check(VIEW("")), LOG_SUM_BAD);
}

/* A log goes from one machine to another, with the instruction or not. */
static void
the_sum_is_the_same_on_all_machines(void **state)
{
	char bytes[70];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = (char)(i * 37 + i / 7);
	for (size_t start = 0; start < 9; start++)
		for (size_t len = 0; len < sizeof(bytes) - start; len++) {
			struct view v = {bytes + start, len};

			assert_int_equal(log_sum_plain(v), log_sum(v));
		}
}

static void
the_first_record_brings_the_header(void **state)
{
	struct stat st;

	(void)state;
	assert_int_equal(log_append(&journal, VIEW("a\t1")), STATUS_DONE);
	assert_int_equal(log_append(&journal, VIEW("b\t2")), STATUS_DONE);
	assert_file("id\tat\tsum\na\t1\taf3adbb4\nb\t2\t5644e833\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

/* The clock stands still here, so the name of what was saved is known. */
static void
assert_saved(const char *text)
{
	struct str name = {0};
	struct str got = {0};

	str_printf(&name, "%s.torn-20261123T091500Z", path);
	assert_true(file_load(str_text(&name), &got));
	assert_view(str_view(&got), text);
	assert_int_equal(unlink(str_text(&name)), 0);
	str_fini(&got);
	str_fini(&name);
}

static void
a_torn_tail_is_cut(void **state)
{
	struct log_image image;

	(void)state;
	put("id\tat\tsum\nx\t1\t\ny\t2");
	assert_true(log_read(&journal, &image));
	assert_view(image.bytes, "id\tat\tsum\nx\t1\t\n");
	assert_true(image.torn);
	log_image_fini(&image);
	assert_int_equal(log_append(&journal, VIEW("a\t1")), STATUS_DONE);
	assert_file("id\tat\tsum\nx\t1\t\na\t1\taf3adbb4\n");
	assert_saved("y\t2");
}

static void
a_whole_last_line_gets_its_end(void **state)
{
	struct log_image image;

	(void)state;
	put("x\t1\t");
	assert_true(log_read(&journal, &image));
	assert_view(image.bytes, "x\t1\t");
	assert_false(image.torn);
	log_image_fini(&image);
	assert_int_equal(log_append(&journal, VIEW("a\t1")), STATUS_DONE);
	assert_file("x\t1\t\na\t1\taf3adbb4\n");
}

static void
many_are_appended_at_once(void **state)
{
	(void)state;
	assert_int_equal(log_append_all(&journal, VIEW("a\t1\t\nb\t2\t\n")),
		STATUS_DONE);
	assert_int_equal(
		log_append_all(&journal, VIEW("c\t3\t\n")), STATUS_DONE);
	assert_file("id\tat\tsum\na\t1\t\nb\t2\t\nc\t3\t\n");
}

static enum log_fate
but_b(void *self, struct view line, struct str *instead)
{
	(void)self;
	(void)instead;
	return line.at[0] == 'b' ? LOG_GOES : LOG_STAYS;
}

static void
erasing_leaves_the_others(void **state)
{
	struct log_erase erase = {.fate = but_b};
	struct stat before, after;

	(void)state;
	put("id\tat\tsum\na\t1\t\nb\t2\t\nb\t3\t\nc\t3\t\nb\t3\t");
	assert_int_equal(log_erase(&journal, &erase), STATUS_DONE);
	assert_int_equal(erase.dropped, 3);
	assert_file("id\tat\tsum\na\t1\t\nc\t3\t\n");
	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(log_erase(&journal, &erase), STATUS_DONE);
	assert_int_equal(erase.dropped, 0);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
}

/* Lines with an x have a y instead. */
static enum log_fate
y_for_x(void *self, struct view line, struct str *instead)
{
	size_t at = view_find_byte(line, 'x');

	(void)self;
	if (at == line.len)
		return line.at[0] == 'b' ? LOG_GOES : LOG_STAYS;
	str_put(instead, line);
	instead->data[at] = 'y';
	return LOG_CHANGES;
}

static void
a_changed_line_has_a_right_sum_if_it_had_one(void **state)
{
	struct log_erase erase = {.fate = y_for_x};
	struct str lines = {0};
	struct str want = {0};

	(void)state;
	str_add(&lines, "id\tat\tsum\nx\tby hand\t\na\t1\t\nb\t2\t\n");
	log_line(VIEW("d\tx"), &lines);
	str_add(&lines, "d\tx\t01234567\n");
	put(str_text(&lines));
	assert_int_equal(log_erase(&journal, &erase), STATUS_DONE);
	assert_int_equal(erase.dropped, 1);
	assert_int_equal(erase.changed, 3);
	str_add(&want, "id\tat\tsum\ny\tby hand\t\na\t1\t\n");
	log_line(VIEW("d\ty"), &want);
	str_add(&want, "d\ty\t01234567\n");
	assert_file(str_text(&want));
	str_fini(&lines);
	str_fini(&want);
}

/* What a killed rewriter left goes with the next one, whatever it does. */
static void
what_a_killed_rewriter_left_is_removed(void **state)
{
	struct log_erase erase = {.fate = but_b};
	struct str left = {0};

	(void)state;
	file_beside(path, &left);
	put("id\tat\tsum\na\t1\t\n");
	assert_int_equal(link(path, str_text(&left)), 0);
	assert_int_equal(log_erase(&journal, &erase), STATUS_DONE);
	assert_int_equal(access(str_text(&left), F_OK), -1);
	assert_int_equal(link(path, str_text(&left)), 0);
	assert_int_equal(
		log_append_all(&journal, VIEW("c\t3\t\n")), STATUS_DONE);
	assert_int_equal(access(str_text(&left), F_OK), -1);
	assert_file("id\tat\tsum\na\t1\t\nc\t3\t\n");
	str_fini(&left);
}

static void
a_record_of_64_kib_is_the_longest(void **state)
{
	struct str fields = {0};
	struct str lines = {0};
	struct log quick = journal;
	struct log_image image;

	(void)state;
	/* A TAB, 8 digits and LF are put behind the fields. */
	str_add(&fields, "a\t");
	str_reserve(&fields, LOG_RECORD_MAX);
	memset(fields.data + 2, 'x', LOG_RECORD_MAX - 2);
	fields.len = LOG_RECORD_MAX - 10;
	assert_int_equal(log_append(&quick, str_view(&fields)), STATUS_DONE);
	fields.len++;
	assert_int_equal(log_append(&quick, str_view(&fields)), STATUS_FAIL);
	log_line(str_view(&fields), &lines);
	assert_int_equal(log_append_all(&quick, str_view(&lines)), STATUS_FAIL);
	assert_true(log_read(&journal, &image));
	assert_int_equal(
		image.bytes.len, sizeof("id\tat\tsum\n") - 1 + LOG_RECORD_MAX);
	log_image_fini(&image);
	/* What is longer and has no end is no record, whatever its sum. */
	fields.len = LOG_RECORD_MAX;
	put("a\t");
	fields.data[fields.len - 1] = '\0';
	put(fields.data + 2);
	put("x\t");
	assert_true(log_read(&journal, &image));
	assert_true(image.torn);
	log_image_fini(&image);
	str_fini(&lines);
	str_fini(&fields);
}

static void
what_is_no_plain_file_is_refused(void **state)
{
	struct log device = journal;

	(void)state;
	device.path = "/dev/null";
	assert_int_equal(log_append(&device, VIEW("a\t1")), STATUS_FAIL);
	assert_int_equal(symlink("/tmp/elsewhere", path), 0);
	assert_int_equal(log_append(&journal, VIEW("a\t1")), STATUS_FAIL);
}

static void
ids_sort_by_time(void **state)
{
	struct str a = {0};
	struct str b = {0};

	(void)state;
	assert_true(log_id_new('C', 1000, &a));
	usleep(10);
	assert_true(log_id_new('C', 1000, &b));
	assert_int_equal(a.len, 27);
	assert_true(view_order(str_view(&a), str_view(&b)) < 0);
	str_clear(&a);
	str_clear(&b);
	log_id_of('C', 5, VIEW("x"), &a);
	log_id_of('C', 5, VIEW("x"), &b);
	assert_true(view_eq(str_view(&a), str_view(&b)));
	assert_true(log_id_is(str_view(&a)));
	assert_false(log_id_is(VIEW("a b")));
	assert_false(log_id_is(VIEW("")));
	assert_true(log_id_is(VIEW("crm-1_a.B:9")));
	assert_false(log_id_is(VIEW("a/b")));
	assert_false(log_id_is(VIEW("a[b")));
	assert_false(log_id_is(VIEW("a{b")));
	assert_false(log_id_is((struct view){"a\0b", 3}));
	assert_false(log_id_is(VIEW("si\xC3\xA2n")));
	str_clear(&a);
	str_clear(&b);
	/* Before 1970 there is no time to sort by, but still an id. */
	log_id_of('C', -5, VIEW("x"), &a);
	assert_true(log_id_is(str_view(&a)));
	log_id_of('C', 0, VIEW("x"), &b);
	assert_true(view_eq(str_view(&a), str_view(&b)));
	str_clear(&a);
	str_reserve(&a, 65);
	memset(a.data, 'x', 65);
	assert_true(log_id_is((struct view){a.data, 64}));
	assert_false(log_id_is((struct view){a.data, 65}));
	str_fini(&a);
	str_fini(&b);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sum_is_crc_32c),
		cmocka_unit_test(the_sum_is_the_same_on_all_machines),
		cmocka_unit_test_setup(
			the_first_record_brings_the_header, fresh),
		cmocka_unit_test_setup(
			a_changed_line_has_a_right_sum_if_it_had_one, fresh),
		cmocka_unit_test_setup(
			what_a_killed_rewriter_left_is_removed, fresh),
		cmocka_unit_test_setup(a_torn_tail_is_cut, fresh),
		cmocka_unit_test_setup(a_whole_last_line_gets_its_end, fresh),
		cmocka_unit_test_setup(many_are_appended_at_once, fresh),
		cmocka_unit_test_setup(erasing_leaves_the_others, fresh),
		cmocka_unit_test_setup(
			a_record_of_64_kib_is_the_longest, fresh),
		cmocka_unit_test_setup(what_is_no_plain_file_is_refused, fresh),
		cmocka_unit_test(ids_sort_by_time),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
