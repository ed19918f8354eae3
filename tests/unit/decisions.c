/* What people decided of pairs: read, kept, taken back. */
#include "unit.h"

#include "../../cmd/lead-import/link/decided.h"

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
			"L7\tL8\tn\nL8\tL7\t-\nL9\tL9\ty\n"));
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
			"L6\tL5\tn\nL1\tL2\ty\nL5\tL6\t-\nL3\tL4\tn\n"));
	assert_int_equal(decisions.n, 2);
	assert_false(decisions_part(&decisions, VIEW("L1"), VIEW("L2")));
	assert_false(decisions_has(&decisions, VIEW("L5"), VIEW("L6")));
	assert_true(decisions_part(&decisions, VIEW("L3"), VIEW("L4")));
	decisions_fini(&decisions);
}

static void
rows_are_found_by_their_ids(void **state)
{
	static const char *const ids[] = {"L0", "L2", "L1", "L1"};
	struct decisions decisions = {0};
	struct decided decided = {0};

	(void)state;
	decided_see(&decided, hash_digest(VIEW("L1")), 0);
	assert_int_equal(
		decided_row(&decided, hash_digest(VIEW("L1"))), UINT32_MAX);
	decisions_load(&decisions,
		file("b",
			"lead_id_a\tlead_id_b\tdecision\n"
			"L1\tL2\ty\nL1\tL9\tn\n"));
	decided_open(&decided, &decisions);
	for (uint32_t row = 0; row < 4; row++)
		decided_see(&decided, hash_digest(view_of(ids[row])), row);
	assert_int_equal(decided_row(&decided, hash_digest(VIEW("L1"))), 2);
	assert_int_equal(decided_row(&decided, hash_digest(VIEW("L2"))), 1);
	assert_int_equal(
		decided_row(&decided, hash_digest(VIEW("L9"))), UINT32_MAX);
	assert_int_equal(
		decided_row(&decided, hash_digest(VIEW("L0"))), UINT32_MAX);
	decided_fini(&decided);
	decisions_fini(&decisions);
}

static void
what_was_merged_is_one_lead(void **state)
{
	struct decisions decisions = {0};
	struct str store = {0};

	(void)state;
	str_add(&store,
		file("pairs.tsv",
			"lead_id_a\tlead_id_b\tdecision\nL3\tL1\tn\n"));
	unlink(file("merges.tsv", ""));
	decisions_of_merges(&decisions, str_text(&store));
	assert_int_equal(decisions.n, 0);
	file("merges.tsv", "merged_into\tlead_id\nL1\tL1\nL1\tL2\nL1\tL3\n");
	decisions_of_merges(&decisions, str_text(&store));
	assert_int_equal(decisions.n, 2);
	decisions_load(&decisions, str_text(&store));
	assert_int_equal(decisions.n, 2);
	assert_true(decisions_has(&decisions, VIEW("L2"), VIEW("L1")));
	assert_false(decisions_part(&decisions, VIEW("L2"), VIEW("L1")));
	assert_true(decisions_part(&decisions, VIEW("L1"), VIEW("L3")));
	decisions_fini(&decisions);
	str_fini(&store);
}

static void
keep(const char *name, const char *text, const struct str *store)
{
	struct sheet told = {0};

	sheet_load(&told, file(name, text));
	decisions_keep(&told, store->data);
	sheet_fini(&told);
}

static void
what_is_decided_is_kept(void **state)
{
	struct str store = {0}, text = {0};

	(void)state;
	str_add(&store, file("store", ""));
	str_text(&store);
	unlink(store.data);
	keep("c",
		"decision\tlead_id_b\tlead_id_a\tweight\n"
		"y\tL2\tL1\t+7.2\n\tL3\tL4\t+1.0\n",
		&store);
	for (int times = 0; times < 2; times++)
		keep("d",
			"lead_id_a\tlead_id_b\tdecision\n"
			"L1\tL2\t-\n",
			&store);
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
	decisions_load(&decisions, "/tmp/there/is/none");
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
	static const char *const names[] = {
		"a", "b", "c", "d", "store", "pairs.tsv", "merges.tsv"};
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
		cmocka_unit_test(what_was_merged_is_one_lead),
		cmocka_unit_test(what_is_decided_is_kept),
		cmocka_unit_test(a_missing_store_decides_nothing),
	};

	return cmocka_run_group_tests(tests, make_folder, drop_folder);
}
