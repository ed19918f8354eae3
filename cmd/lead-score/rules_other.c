#include "base/lang.h"
#include "rules_row.h"

#define OFFSET_MOST (SCORE_MOST * SCALE_ONE) /* no sum lies beyond */

/* A limit below 0 is the least an axis may have, else the most. */
void
rules_cap(struct rules_reader *in)
{
	struct view name = rules_get(in, in->column);
	int axis = rules_axis(in->rules, name);
	uint64_t line = in->sheet->rows[in->row].line;
	struct rules_axis *to = &in->rules->axes[axis < 0 ? 0 : axis];
	int64_t limit;

	if (axis < 0) {
		rules_say(in, "column", _("no rule above has this axis"), name);
		return;
	}
	if (!rules_whole(in, rules_get(in, in->points), &limit))
		return;
	if (limit < 0 ? to->low_line : to->high_line) {
		rules_say(in, "column", _("a second cap for this axis"), name);
		return;
	}
	if (limit < 0) {
		to->low = limit;
		to->low_line = line;
	} else {
		to->high = limit;
		to->high_line = line;
	}
}

void
rules_grade(struct rules_reader *in)
{
	struct rules *rules = in->rules;
	struct view label = rules_get(in, in->label);
	struct grade grade = {
		.from = INT64_MIN, .line = in->sheet->rows[in->row].line};

	if (rules_get(in, in->points).len &&
		!rules_whole(in, rules_get(in, in->points), &grade.from))
		return;
	if (!label.len) {
		rules_say(in, "label", _("a grade without its label"),
			rules_no_value);
		return;
	}
	for (size_t i = 0; i < rules->grades_n; i++) {
		if (rules->grades[i].from == grade.from) {
			rules_say(in, "points",
				_("a second grade from this score"),
				rules_get(in, in->points));
			return;
		}
	}
	grade.label = (struct view){
		arena_text(&rules->arena, label.at, label.len), label.len};
	rules->grades = mem_grow(rules->grades, &rules->grades_cap,
		rules->grades_n + 1, sizeof(*rules->grades));
	rules->grades[rules->grades_n++] = grade;
}

/* What a scale is, as written: "10.5 -3". */
static struct view
both(const struct rules_reader *in)
{
	struct str text = {0};
	struct view kept;

	str_put(&text, rules_get(in, in->points));
	str_byte(&text, ' ');
	str_put(&text, rules_get(in, in->value));
	kept = (struct view){
		arena_text(&in->rules->arena, text.data, text.len), text.len};
	str_fini(&text);
	return kept;
}

void
rules_scale(struct rules_reader *in)
{
	struct rules *rules = in->rules;
	int64_t scale, offset;

	if (rules->scale_line) {
		rules_say(in, "axis", _("a second scale"), rules_no_value);
		return;
	}
	if (!test_number(rules_get(in, in->points), &scale) || scale <= 0 ||
		scale > POINTS_MOST * SCALE_ONE) {
		rules_say(in, "points", _("not a number above 0"),
			rules_get(in, in->points));
		return;
	}
	if (!test_number(rules_get(in, in->value), &offset) ||
		offset < -OFFSET_MOST || offset > OFFSET_MOST) {
		rules_say(in, "value", _("not a number"),
			rules_get(in, in->value));
		return;
	}
	rules->scale_text = both(in);
	rules->scale = scale;
	rules->offset = offset;
	rules->scale_line = in->sheet->rows[in->row].line;
}
