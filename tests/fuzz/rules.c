/*
 * Rules of any kind are read or refused; those that are read hold when all
 * their tests do, and give each lead reasons that sum to its score.
 */
#include "sheet.h"

#include "../cmd/lead-score/fire.h"
#include "../cmd/lead-score/scored.h"
#include "record/field.h"

#define NOW INT64_C(1800000000)

static const char *const names[] = {"a", "b", "c"};

static bool
holds(const struct card *card, const struct fuzz_case *in,
	const struct rule *rule)
{
	const struct rules *rules = card->rules;

	for (size_t k = rule->first; k < rule->first + rule->n; k++) {
		const struct condition *condition = &rules->conditions[k];
		struct view name = view_of(
			header_name(&rules->columns, condition->column));
		struct view written =
			record_get(&in->record, header_find(&in->header, name));
		struct str scratch = {0};
		struct test_field field =
			test_field(field_plain(written, &scratch));
		bool held = test_holds(&condition->test, &field);

		str_fini(&scratch);
		if (!held)
			return false;
	}
	return true;
}

static void
score_one(const struct card *card, const struct fuzz_case *in)
{
	const struct rules *rules = card->rules;
	int64_t capped[RULES_AXES], points, sum = 0, score;
	struct sums sums;

	sums_init(&sums, card);
	score = scored_sum(card, &in->record, &sums, capped);
	for (size_t i = 0; i < rules->n; i++) {
		const struct rule *rule = &rules->all[i];
		bool gave = card_gave(card, &in->record, &sums, i, &points);

		/* One that decays wants a date besides. */
		assert(gave == holds(card, in, rule) || (!gave && rule->half));
		if (!gave)
			continue;
		assert(fire_can(rules, rule));
		if (rule->axis != AXIS_PRIORITY)
			sum += points;
	}
	for (int i = 0; i < rules->axes_n; i++)
		if (i != AXIS_PRIORITY)
			sum += capped[i] - sums.axis[i];
	assert(sum == score || score == SCORE_MOST || score == -SCORE_MOST);
	sums_fini(&sums);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct rules rules = {.name = "rules.tsv"};
	struct fuzz_case in;
	struct card card;

	if (fuzz_case_init(&in, (struct view){(const char *)data, size},
		    VIEW("axis\tpoints\tcolumn\ttest\tvalue\tlabel\n"), names,
		    3)) {
		rules_read(&rules, &in.sheet, NOW);
		card_bind(&card, &rules, &in.header, NOW);
		if (in.has_lead)
			score_one(&card, &in);
		card_fini(&card);
		rules_fini(&rules);
	}
	fuzz_case_fini(&in);
	return 0;
}
