#include "written.h"

#include "base/lang.h"

#include <stdlib.h>

static const char *const written[] = {"fit", "interest", "ability", "score",
	"grade", "win_probability", "product", "product_gaps", "offers",
	"priority", "reasons", "product_reasons"};

bool
written_is(struct view name)
{
	for (size_t i = 0; i < sizeof(written) / sizeof(*written); i++)
		if (view_is(name, written[i]))
			return true;
	return false;
}

bool
written_by(const struct rules *rules, struct view name)
{
	for (int i = AXIS_OTHERS; i < rules->axes_n; i++)
		if (view_is(name, rules->axes[i].name))
			return true;
	return written_is(name);
}

void
written_say(struct place at, struct view column)
{
	warn_at(at, "%s: '%.*s'", _("lead-score writes that column itself"),
		VIEW_ARGS(column));
}

/* Says so, and counts it, when the column of a condition is written. */
static size_t
refuse(const struct rules *rules, struct place at, struct view column,
	bool assign)
{
	if (!written_by(rules, column) && !(assign && view_is(column, "owner")))
		return 0;
	written_say(at, column);
	return 1;
}

void
written_refuse(const struct rules *rules, const struct catalogue *catalogue,
	bool assign)
{
	size_t wrong = 0;

	for (size_t i = 0; assign && i < rules->conditions_n; i++) {
		const struct condition *condition = &rules->conditions[i];

		wrong += refuse(rules,
			(struct place){rules->name, condition->line, "column"},
			view_of(header_name(
				&rules->columns, condition->column)),
			assign);
	}
	for (size_t i = 0; i < catalogue->facts_n; i++) {
		const struct product_fact *fact = &catalogue->facts[i];
		struct place at = {catalogue->name, fact->line, "requires"};

		for (size_t k = 0; k < fact->needs_n; k++)
			wrong += refuse(
				rules, at, fact->needs[k].column, assign);
	}
	if (wrong)
		exit(STATUS_FAIL);
}
