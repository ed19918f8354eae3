#include "people.h"

#include "lead/store.h"
#include "record/field.h"

static struct view
get(struct people *people, size_t row, const char *name)
{
	int column = header_find(&people->sheet.header, view_of(name));
	struct str scratch = {0};
	struct view plain =
		field_plain(sheet_get(&people->sheet, row, column), &scratch);
	struct view kept = {arena_text(&people->arena,
				    plain.len ? plain.at : "", plain.len),
		plain.len};

	str_fini(&scratch);
	return kept;
}

void
people_load(struct people *people, const struct common *common)
{
	char *path = store_path(common, "people.tsv");
	char *policy = store_path(common, "policy.tsv");

	*people = (struct people){0};
	(void)sheet_load_if(&people->sheet, path);
	people->n = people->sheet.n;
	people->all = mem_new(people->n, sizeof(*people->all));
	for (size_t i = 0; i < people->n; i++)
		people->all[i] = (struct person){
			.user = get(people, i, "user"),
			.name = get(people, i, "name"),
			.email = get(people, i, "email"),
			.team = get(people, i, "team"),
			.territory = get(people, i, "territory"),
			.products = get(people, i, "products"),
		};
	policy_load(&people->policy, policy);
	mem_free(path);
	mem_free(policy);
}

void
people_fini(struct people *people)
{
	mem_free(people->all);
	sheet_fini(&people->sheet);
	policy_fini(&people->policy);
	arena_fini(&people->arena);
}

const struct person *
people_find(const struct people *people, struct view user)
{
	for (size_t i = 0; i < people->n; i++)
		if (view_eq(people->all[i].user, user))
			return &people->all[i];
	return NULL;
}

bool
people_has(struct view list, struct view value)
{
	struct view rest = list;
	struct view one;

	if (!list.len)
		return true;
	while (view_cut(&rest, '|', &one))
		if (view_eq(view_trim(one), value))
			return true;
	return false;
}
