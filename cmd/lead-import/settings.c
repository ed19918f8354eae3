#include "settings.h"

#include "base/confine.h"

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
