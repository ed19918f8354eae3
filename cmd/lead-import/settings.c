#include "settings.h"

#include "base/confine.h"
#include "base/lang.h"
#include "base/pool.h"
#include "lead/country.h"
#include "link/link.h"
#include "record/plan.h"

/* Two options that are given, of which only one can be meant. */
struct clash {
	const char *one, *other;
	bool both;
};

/* What is written to or read, and the option that says so. */
struct target {
	const char *option, *path;
};

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

/* Nothing is read twice from standard input. */
static void
read_once(const struct settings *set, const struct program *program,
	char **operands)
{
	const struct target sources[] = {
		{"--map", set->map},
		{"--update", set->update},
		{"--suppress", set->suppress},
		{"--decide", set->decide},
	};
	const char *first = NULL;

	for (size_t i = 0; i < COUNT(sources); i++)
		if (sources[i].path && strcmp(sources[i].path, "-") == 0) {
			if (first)
				opt_usage(program,
					_("%s and %s both read standard"
					  " input"),
					first, sources[i].option);
			first = sources[i].option;
		}
	for (; *operands; operands++)
		if (strcmp(*operands, "-") == 0) {
			if (first)
				opt_usage(program,
					_("%s and %s both read standard"
					  " input"),
					first, *operands);
			first = *operands;
		}
}

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

/* Options that only the comparing of rows obeys. */
static void
need_likely(const struct settings *set, const struct program *program)
{
	const struct target asked[] = {
		{"--pairs", set->pairs},
		{"--threshold", set->threshold},
		{"--match-on", set->match_on},
	};

	for (size_t i = 0; i < COUNT(asked); i++)
		if (asked[i].path && set->duplicates != LINK_LIKELY)
			opt_usage(program, _("%s needs %s"), asked[i].option,
				"--duplicates likely");
}

/* Leads that are updated where they stand will be read again. */
static void
keep_readable(const struct settings *set, const struct program *program)
{
	if (!set->update || !set->common.output ||
		strcmp(set->update, set->common.output) != 0)
		return;
	if (set->common.null || set->common.no_header)
		opt_usage(program, _("%s would spoil %s, which is updated"),
			set->common.null ? "--null" : "--no-header",
			set->update);
}

/* Where the leads go, if it is known by now. */
static const char *
output_of(const struct settings *set)
{
	if (set->store || set->show_map || set->forget)
		return NULL;
	return set->common.output ? set->common.output : "-";
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
		{"--map", "--as-is", set->map && set->as_is},
		{"--suppress", "--as-is", set->suppress && set->as_is},
		{"--pairs", "--as-is", set->pairs && set->as_is},
		{"--decide", "--as-is", set->decide && set->as_is},
		{"--keys", "--as-is", set->keys && set->as_is},
		{"--drop-unmapped", "--as-is",
			set->drop_unmapped && set->as_is},
	};
	const struct target targets[] = {
		{"--output", output_of(set)},
		{"--rejects", set->rejects},
		{"--trace", set->trace},
		{"--pairs", set->pairs},
	};

	for (size_t i = 0; i < COUNT(clashes); i++)
		if (clashes[i].both)
			opt_usage(program, _("%s and %s exclude each other"),
				clashes[i].one, clashes[i].other);
	need_likely(set, program);
	keep_readable(set, program);
	plan_check_fill(set->common.null);
	if (set->forget && *operands)
		opt_usage(program, _("--forget takes no files"));
	separate(targets, COUNT(targets), program);
	read_once(set, program, operands);
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

unsigned
settings_jobs(const struct settings *set)
{
	return set->common.jobs ? (unsigned)set->common.jobs : pool_cores();
}
