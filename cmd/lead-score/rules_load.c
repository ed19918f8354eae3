#include "base/file.h"
#include "base/lang.h"
#include "lead/store.h"
#include "rules.h"
#include "shipped.h"

/* Add the shipped rules of one axis: all of them if axis is NULL. */
static void
add_shipped(struct rules *rules, const char *axis, int64_t now)
{
	struct sheet sheet;
	struct str text = {0};
	struct view rest = shipped_rules(), line;
	bool in = true;

	while (view_cut(&rest, '\n', &line)) {
		bool more = view_starts(line, VIEW("+\t"));
		struct view name = view_upto(line, view_find_byte(line, '\t'));

		if (!more)
			in = !axis || view_is(name, axis) ||
				view_is(name, "axis");
		if (in) {
			str_put(&text, line);
			str_byte(&text, '\n');
		}
	}
	sheet_read(&sheet, "(shipped) rules.tsv", str_view(&text));
	rules_read(rules, &sheet, now);
	sheet_fini(&sheet);
	str_fini(&text);
}

static bool
has_axis(const struct rules *rules, int axis)
{
	for (size_t i = 0; i < rules->n; i++)
		if (rules->all[i].axis == axis)
			return true;
	return false;
}

void
rules_load(struct rules *rules, const char *path, const struct common *common,
	int64_t now)
{
	char *stored = path ? NULL : store_path(common, "rules.tsv");
	struct sheet sheet;

	*rules = (struct rules){.name = path ? file_name(path) : "rules.tsv"};
	if (path)
		sheet_load(&sheet, path);
	else if (!sheet_load_if(&sheet, stored) && !common->quiet)
		warn(_("no %s: the shipped rules serve"), stored);
	if (sheet.header.n)
		rules_read(rules, &sheet, now);
	else
		add_shipped(rules, NULL, now);
	if (rules->wrong)
		die(ngettext("%s: %zu row is wrong: see --check",
			    "%s: %zu rows are wrong: see --check",
			    rules->wrong),
			rules->name, rules->wrong);
	if (!has_axis(rules, AXIS_PRIORITY))
		add_shipped(rules, "priority", now);
	sheet_fini(&sheet);
	mem_free(stored);
}
