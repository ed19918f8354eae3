#include "settings.h"

#include "base/confine.h"
#include "base/lang.h"
#include "lead/country.h"
#include "record/plan.h"

/* Two options that are given, of which only one can be meant. */
struct clash {
	const char *one, *other;
	bool both;
};

/* What is written to, and the option that says so. */
struct target {
	const char *option, *path;
};

static void
separate(const struct target *targets, size_t n, const struct program *program)
{
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < i; j++)
			if (targets[i].path && targets[j].path &&
				strcmp(targets[i].path, targets[j].path) == 0 &&
				strncmp(targets[i].path, "/dev/", 5) != 0)
				opt_usage(program,
					_("%s and %s are the same file"),
					targets[j].option, targets[i].option);
}

void
settings_agree(const struct settings *set, const struct program *program,
	char **operands)
{
	const struct clash clashes[] = {
		{"--store", "--update", set->store && set->update},
		{"--store", "--output", set->store && set->common.output},
		{"--store", "--null", set->store && set->common.null},
		{"--store", "--no-header", set->store && set->common.no_header},
		{"--as-is", "--null", set->as_is && set->common.null},
		{"--store", "--as-is", set->store && set->as_is},
		{"--update", "--as-is", set->update && set->as_is},
		{"--trace", "--as-is", set->trace && set->as_is},
		{"--show-map", "--as-is", set->show_map && set->as_is},
	};
	const struct target targets[] = {
		{"--output", set->common.output},
		{"--rejects", set->rejects},
		{"--trace", set->trace},
		{"--pairs", set->pairs},
	};

	for (size_t i = 0; i < sizeof(clashes) / sizeof(*clashes); i++)
		if (clashes[i].both)
			opt_usage(program, _("%s and %s exclude each other"),
				clashes[i].one, clashes[i].other);
	plan_check_fill(set->common.null);
	if (set->forget && *operands)
		opt_usage(program, _("--forget takes no files"));
	separate(targets, sizeof(targets) / sizeof(*targets), program);
}

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
