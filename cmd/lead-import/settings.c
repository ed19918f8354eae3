#include "settings.h"

#include "base/confine.h"
#include "base/lang.h"
#include "lead/country.h"

void
settings_check(struct settings *set)
{
	struct view country = view_of(set->country);
	struct str code = {0};

	if (!country.len)
		return;
	if (country.len != 2 || !country_normalise(country, &code))
		die(_("--country: '%s' is not a country of two letters"),
			set->country);
	memcpy(set->code, code.data, 2);
	set->country = set->code;
	str_fini(&code);
}

/* The directory part of a path, '/' included. */
static struct view
directory_of(const char *path)
{
	const char *slash = strrchr(path, '/');

	return (struct view){path, slash ? (size_t)(slash - path) + 1 : 0};
}

void
settings_confine(const struct settings *set)
{
	const char *files[] = {
		set->common.output, set->rejects, set->trace, set->pairs};
	const char *first = NULL;

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		if (files[i] && first &&
			!view_eq(directory_of(files[i]), directory_of(first)))
			return;
		first = files[i] ? files[i] : first;
	}
	if (!set->decide) /* which is kept in the store */
		confine(first);
}
