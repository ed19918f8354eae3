#include "filter.h"

#include "base/day.h"
#include "base/lang.h"
#include "record/field.h"

static void
read_one(struct filter *filter, struct condition *condition, const char *text,
	const struct header *header, int64_t now)
{
	struct view rest = view_trim(view_of(text));
	size_t blank = view_find_byte(rest, ' ');
	struct view column = view_upto(rest, blank);
	struct view name;
	const char *why;

	rest = view_trim(view_from(rest, blank));
	blank = view_find_byte(rest, ' ');
	name = view_upto(rest, blank);
	rest = view_trim(view_from(rest, blank));
	condition->column = header_find(header, column);
	if (condition->column < 0)
		die(_("--where: the input has no column '%.*s'"),
			VIEW_ARGS(column));
	why = test_read(&condition->test, name, rest, &filter->arena, now);
	if (why)
		die(_("--where: '%s': %s"), text, why);
}

void
filter_read(struct filter *filter, const struct opt_list *where,
	const struct header *header, int64_t now)
{
	*filter = (struct filter){
		.user_column = -1, .since_column = -1, .n = where->n};
	filter->all = mem_new(where->n, sizeof(*filter->all));
	for (size_t i = 0; i < where->n; i++)
		read_one(filter, &filter->all[i], where->items[i], header, now);
}

bool
filter_passes(const struct filter *filter, const struct record *record,
	struct str *scratch)
{
	if (filter->user_column >= 0 &&
		!view_eq(record_get(record, filter->user_column), filter->user))
		return false;
	if (filter->since_column >= 0) {
		struct view at = record_get(record, filter->since_column);
		int64_t moment;

		if (!at.len || !moment_read(at, &moment) ||
			moment < filter->since)
			return false;
	}
	for (size_t i = 0; i < filter->n; i++) {
		struct test_field field;

		str_clear(scratch);
		field = test_field(field_plain(
			record_get(record, filter->all[i].column), scratch));
		if (!test_holds(&filter->all[i].test, &field))
			return false;
	}
	return true;
}

void
filter_fini(struct filter *filter)
{
	mem_free(filter->all);
	arena_fini(&filter->arena);
}
