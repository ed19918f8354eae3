/* A scorecard made ready gives what each of its tests would by itself. */
#include "unit.h"

#include "../cmd/lead-score/card.h"
#include "record/field.h"
#include "record/page.h"

#define NOW INT64_C(1800000000)
#define COLUMNS 3
#define LEADS 3000

/* Every kind of test alone in a column, and all of them in one. */
static const char text[] = "axis\tpoints\tcolumn\ttest\tvalue\tlabel\n"
			   "fit\t1\ta\tset\t\t\n"
			   "interest\t2\ta\tcontains\tnew\t\n"
			   "ability\t3\ta\tat-least\t10\t\n"
			   "ability\t4\ta\tbetween\t10..50\t\n"
			   "ability\t5\ta\tunder\t-2.5\t\n"
			   "ability\t6\ta\tover\t1250\t\n"
			   "priority\t7\ta\tnot-contains\tt\t\n"
			   "win\t8\ta\tat-most\t99999999\t\n"
			   "fit\t10\tb\tunset\t\t\n"
			   "interest\t20\tb\tnot-contains\tend\t\n"
			   "ability\t30\tb\tends\tn\t\n"
			   "ability\t40\tb\tstarts\tnew\t\n"
			   "ability\t50\tb\tis\tnew\t\n"
			   "ability\t60\tb\tin\tnew|12|old\t\n"
			   "ability\t70\tb\tmatches\t^n.*w\t\n"
			   "ability\t80\tb\tnot-under\t12\t\n"
			   "win\t90\tb\twithin\t30d\t\n"
			   "win\t95\tb\tolder\t30d\t\n"
			   "fit\t100\tc\tset\t\t\n"
			   "+\t0\ta\tcontains\tnew\t\n"
			   "+\t0\tb\tnot-at-least\t12\t\n"
			   "win\t200\tc\tcontains\tt\t\n"
			   "other\t300\tc\tcontains\tŵ\t\n";

static const char *const fields[] = {"", "new", "a new end", "\\t", "x\\tend",
	"\\nnew", "\\\\t", "end", "n", "0", "9", "10", "49.999", "50", "-2.5",
	"-2.501", "-3", "12", "12.0", "1250.001", "1,250", "1,251", "5000 GBP",
	"51-200", "00000012", "000000012", "99999999", "100000000",
	"123456789012345", "1234567890123456", "1.", ".5", "-", "1e3", "12 ",
	"2027-01-10", "2026-10-01T00:00:00Z", "ŵ", "tŵt", "xxxxxxxxxxxxxxxnew",
	"a text that is longer than what a memo keeps of it: new",
	"a text that is longer than what a memo keeps of it: end"};

/* A number that looks like chance, the same on each run. */
static uint64_t
chance(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) +
		UINT64_C(1442695040888963407);
	return *seed >> 33;
}

static bool
holds(const struct rules *rules, const struct rule *rule,
	const struct view *plain)
{
	for (size_t k = rule->first; k < rule->first + rule->n; k++) {
		const struct condition *condition = &rules->conditions[k];
		const char *name =
			header_name(&rules->columns, condition->column);
		struct test_field field = test_field(plain[name[0] - 'a']);

		if (!test_holds(&condition->test, &field))
			return false;
	}
	return true;
}

static void
check(const struct card *card, struct sums *sums, const struct record *record)
{
	const struct rules *rules = card->rules;
	int64_t want[RULES_AXES] = {0}, points;
	struct view plain[COLUMNS];
	struct str scratch[COLUMNS] = {0};

	for (int c = 0; c < COLUMNS; c++)
		plain[c] = field_plain(record_get(record, c), &scratch[c]);
	card_add(card, record, sums);
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->all[i];
		bool held = holds(rules, rule, plain);

		if (card_gave(card, record, sums, i, &points) != held)
			fail_msg("line %d: '%.*s' '%.*s' '%.*s'",
				(int)rule->line, VIEW_ARGS(plain[0]),
				VIEW_ARGS(plain[1]), VIEW_ARGS(plain[2]));
		want[rule->axis] += held ? rule->points : 0;
	}
	for (int i = 0; i < rules->axes_n; i++)
		assert_int_equal(sums->axis[i], want[i]);
	for (int c = 0; c < COLUMNS; c++)
		str_fini(&scratch[c]);
}

static void
add_leads(struct str *out)
{
	size_t n = sizeof(fields) / sizeof(*fields);
	uint64_t seed = 3;

	for (int i = 0; i < LEADS * COLUMNS; i++) {
		str_add(out, fields[chance(&seed) % n]);
		str_byte(out, i % COLUMNS == COLUMNS - 1 ? '\n' : '\t');
	}
	str_reserve(out, RECORD_SLACK);
}

static void
sums_are_those_of_each_test(void **state)
{
	static const int sources[][COLUMNS] = {
		{0, 1, 2}, {2, 0, 1}, {0, -1, 1}, {-1, -1, -1}};
	struct rules rules = {.name = "rules.tsv"};
	struct header header = {0};
	struct sheet sheet;
	struct card card;
	struct sums sums;
	struct str bytes = {0};
	struct page page = {0};

	(void)state;
	for (int c = 0; c < COLUMNS; c++)
		header_add(&header, (struct view){&"abc"[c], 1});
	sheet_read(&sheet, "rules.tsv", view_of(text));
	rules_read(&rules, &sheet, NOW);
	card_bind(&card, &rules, &header, NOW);
	sums_init(&sums, &card);
	add_leads(&bytes);
	page_read(&page, str_view(&bytes), false);
	assert_int_equal(page.scan.lines_n, LEADS);
	for (size_t i = 0; i < LEADS; i++) {
		struct record record = {
			.base = page.bytes.at,
			.ends = page.scan.ends + i * COLUMNS,
			.fields = COLUMNS,
			.where = i < LEADS / 4 ? NULL : sources[i * 4 / LEADS],
		};

		check(&card, &sums, &record);
	}
	sums_fini(&sums);
	card_fini(&card);
	page_fini(&page);
	str_fini(&bytes);
	rules_fini(&rules);
	sheet_fini(&sheet);
	header_fini(&header);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_are_those_of_each_test),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
