/*
 * Rules of any kind are read or refused; those that are read give each lead
 * reasons that sum to its score.
 */
#include "fuzz.h"

#include "../cmd/lead-score/fire.h"
#include "../cmd/lead-score/scored.h"

static const char head[] = "axis\tpoints\tcolumn\ttest\tvalue\tlabel\n";

/* The sheet reader ends the program on a file that is no table. */
static bool
is_table(struct view text)
{
	struct view rest = text, line;

	if (utf8_valid(text) != text.len ||
		view_find_byte(text, '\\') < text.len ||
		view_find_byte(text, '\0') < text.len)
		return false;
	while (view_cut(&rest, '\n', &line)) {
		size_t tabs = 0;

		for (size_t i = 0; i < line.len; i++)
			tabs += line.at[i] == '\t';
		if (tabs > 5)
			return false;
	}
	return true;
}

static void
score_one(const struct rules *rules, struct view lead)
{
	struct header header = {0};
	struct card card;
	struct sums sums;
	int64_t capped[RULES_AXES], points, sum = 0, score;
	struct str bytes = {0};
	struct page page = {0};
	struct notes notes = {0};
	struct record record = {.fields = 3, .notes = &notes};

	header_add(&header, VIEW("a"));
	header_add(&header, VIEW("b"));
	header_add(&header, VIEW("c"));
	str_put(&bytes, lead);
	str_byte(&bytes, '\n');
	str_reserve(&bytes, RECORD_SLACK);
	page_read(&page, str_view(&bytes), true);
	if (page.scan.lines_n && page.scan.lines[0] == 3) {
		record.base = page.bytes.at;
		record.ends = page.scan.ends;
		card_bind(&card, rules, &header, 1800000000);
		sums_init(&sums, &card);
		score = scored_sum(&card, &record, &sums, capped);
		for (size_t i = 0; i < rules->n; i++)
			if (card_gave(&card, &record, &sums, i, &points)) {
				assert(fire_can(rules, &rules->all[i]));
				if (rules->all[i].axis != AXIS_PRIORITY)
					sum += points;
			}
		for (int i = 0; i < rules->axes_n; i++)
			if (i != AXIS_PRIORITY)
				sum += capped[i] - sums.axis[i];
		assert(sum == score || score == SCORE_MOST ||
			score == -SCORE_MOST);
		sums_fini(&sums);
		card_fini(&card);
	}
	notes_fini(&notes);
	page_fini(&page);
	str_fini(&bytes);
	header_fini(&header);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view all = {(const char *)data, size};
	struct view lead = view_upto(all, view_find_byte(all, '\n'));
	struct view text = view_from(all, lead.len + 1);
	struct rules rules = {.name = "rules.tsv"};
	struct str bytes = {0};
	struct sheet sheet;

	if (!is_table(text))
		return 0;
	str_add(&bytes, head);
	str_put(&bytes, text);
	sheet_read(&sheet, "rules.tsv", str_view(&bytes));
	rules_read(&rules, &sheet, 1800000000);
	score_one(&rules, lead);
	rules_fini(&rules);
	sheet_fini(&sheet);
	str_fini(&bytes);
	return 0;
}
