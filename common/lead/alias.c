#include "lead/alias.h"

#include "base/mem.h"

#include <stdlib.h>

static int
by_lead(const void *a, const void *b)
{
	const struct alias *x = a, *y = b;
	int order = view_order(x->lead, y->lead);

	return order ? order : view_order(x->own, y->own);
}

static void
take_rows(struct aliases *aliases)
{
	const struct sheet *sheet = &aliases->sheet;
	int lead = header_find(&sheet->header, VIEW("merged_into"));
	int own = header_find(&sheet->header, VIEW("lead_id"));

	/* Without these columns it is somebody's file of that name. */
	for (size_t row = 0; lead >= 0 && own >= 0 && row < sheet->n; row++) {
		struct alias alias = {sheet_get(sheet, row, lead),
			sheet_get(sheet, row, own)};

		if (view_eq(alias.lead, alias.own))
			continue;
		aliases->all = mem_grow(aliases->all, &aliases->cap,
			aliases->n + 1, sizeof(*aliases->all));
		aliases->all[aliases->n++] = alias;
	}
	if (aliases->n)
		qsort(aliases->all, aliases->n, sizeof(*aliases->all), by_lead);
}

void
aliases_load(struct aliases *aliases, const char *log)
{
	const char *slash = strrchr(log, '/');
	struct str path = {0};

	*aliases = (struct aliases){0};
	if (strcmp(log, "-") == 0)
		return;
	if (slash)
		str_bytes(&path, log, (size_t)(slash - log) + 1);
	str_add(&path, "merges.tsv");
	if (sheet_load_if(&aliases->sheet, str_text(&path)))
		take_rows(aliases);
	str_fini(&path);
}

void
aliases_fini(struct aliases *aliases)
{
	mem_free(aliases->all);
	sheet_fini(&aliases->sheet);
	*aliases = (struct aliases){0};
}

/* Where the aliases of a lead begin, or would. */
static size_t
find(const struct aliases *aliases, struct view lead)
{
	size_t from = 0, to = aliases->n;

	while (from < to) {
		size_t middle = from + (to - from) / 2;

		if (view_order(aliases->all[middle].lead, lead) < 0)
			from = middle + 1;
		else
			to = middle;
	}
	return from;
}

bool
aliases_next(const struct aliases *aliases, struct view lead, size_t *at,
	struct view *own)
{
	if (!*at)
		*at = find(aliases, lead) + 1;
	if (*at > aliases->n || !view_eq(aliases->all[*at - 1].lead, lead))
		return false;
	*own = aliases->all[(*at)++ - 1].own;
	return true;
}
