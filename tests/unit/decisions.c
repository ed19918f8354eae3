/* What people decided of pairs: read, kept, taken back. */
#include "unit.h"

#include "../../cmd/lead-import/link/decisions.h"

#include "base/file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/decisions.XXXXXX";

/* A file of this text in the test's folder; its name lives until the next. */
static const char *
file(const char *name, const char *text)
{
	static struct str path;
	int fd;

	str_clear(&path);
	str_printf(&path, "%s/%s", folder, name);
	fd = open(str_text(&path), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_true(file_write_all(fd, text, strlen(text)));
	close(fd);
	return str_text(&path);
}

static void
the_last_word_counts(void **state)
{
	struct decisions decisions = {0};

	(void)state;
	decisions_load(&decisions,
		file("a",
			"lead_id_a\tlead_id_b\tdecision\n"
			"L1\tL2\ty\nL2\tL1\tn\nL3\tL4\t\nL5\tL6\t=\n"
			"L7\tL8\tn\nL8\tL7\t-\nL9\tL9\ty\n"),
		false);
	assert_int_equal(decisions.n, 2);
	assert_true(decisions_has(&decisions, VIEW("L1"), VIEW("L2")));
	assert_true(decisions_has(&decisions, VIEW("L6"), VIEW("L5")));
	assert_false(decisions_has(&decisions, VIEW("L3"), VIEW("L4")));
	assert_false(decisions_has(&decisions, VIEW("L7"), VIEW("L8")));
	for (size_t i = 0; i < decisions.n; i++) {
		struct digest one = hash_digest(VIEW("L1"));
		bool first = decisions.items[i].a.high == one.high ||
			decisions.items[i].b.high == one.high;

		assert_int_equal(decisions.items[i].same, !first);
	}
	decisions_load(&decisions,
		file("b",
			"lead_id_a\tlead_id_b\tdecision\n"
			"L6\tL5\tn\nL1\tL2\ty\nL5\tL6\t-\nL3\tL4\tn\n"),
		false);
	assert_int_equal(decisions.n, 2);
	assert_false(decisions_part(&decisions, VIEW("L1"), VIEW("L2")));
	assert_false(decisions_has(&decisions, VIEW("L5"), VIEW("L6")));
	assert_true(decisions_part(&decisions, VIEW("L3"), VIEW("L4")));
	decisions_fini(&decisions);
}

static void
rows_are_found_by_their_ids(void **state)
{
	struct decisions decisions = {0};
	struct link_apart rows[2];
	struct digest ids[4] = {hash_digest(VIEW("L0")),
		hash_digest(VIEW("L2")), hash_digest(VIEW("L1")),
		hash_digest(VIEW("L1"))};

	(void)state;
	decisions_load(&decisions,
		file("b",
			"lead_id_a\tlead_id_b\tdecision\n"
			"L1\tL2\ty\nL1\tL9\tn\n"),
		false);
	decisions_rows(&decisions, ids, 4, rows);
	for (size_t i = 0; i < 2; i++) {
		uint32_t low = rows[i].a < rows[i].b ? rows[i].a : rows[i].b;
		uint32_t high = rows[i].a < rows[i].b ? rows[i].b : rows[i].a;

		assert_int_equal(
			high, decisions.items[i].same ? 2 : UINT32_MAX);
		assert_int_equal(low, decisions.items[i].same ? 1 : 2);
	}
	decisions_fini(&decisions);
}

static void
what_is_decided_is_kept(void **state)
{
	struct str store = {0}, text = {0};

	(void)state;
	str_add(&store, file("store", ""));
	unlink(str_text(&store));
	assert_int_equal(
		decisions_keep(file("c",
				       "decision\tlead_id_b\tlead_id_a"
				       "\tweight\n"
				       "y\tL2\tL1\t+7.2\n\tL3\tL4\t+1.0\n"),
			str_text(&store)),
		1);
	for (int times = 0; times < 2; times++)
		assert_int_equal(
			decisions_keep(
				file("d",
					"lead_id_a\tlead_id_b\tdecision\n"
					"L1\tL2\t-\n"),
				str_text(&store)),
			1);
	assert_true(file_load(str_text(&store), &text));
	assert_string_equal(str_text(&text),
		DECISIONS_HEADER "\n"
				 "L1\tL2\t+7.2\t\ty\n"
				 "L1\tL2\t\t\t-\n");
	str_fini(&store);
	str_fini(&text);
}

static void
a_missing_store_decides_nothing(void **state)
{
	struct decisions decisions = {0};

	(void)state;
	decisions_load(&decisions, "/tmp/there/is/none", true);
	assert_int_equal(decisions.n, 0);
	decisions_fini(&decisions);
}

static int
make_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int
drop_folder(void **state)
{
	static const char *const names[] = {"a", "b", "c", "d", "store"};
	struct str path = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		str_clear(&path);
		str_printf(&path, "%s/%s", folder, names[i]);
		unlink(str_text(&path));
	}
	str_fini(&path);
	return rmdir(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_last_word_counts),
		cmocka_unit_test(rows_are_found_by_their_ids),
		cmocka_unit_test(what_is_decided_is_kept),
		cmocka_unit_test(a_missing_store_decides_nothing),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
