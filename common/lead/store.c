#include "lead/store.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

/* A place where the store may be: a variable and a folder below it. */
struct root {
	const char *variable;
	const char *below;
};

static const struct root roots[] = {
	{"LEAD_HOME", ""},
	{"XDG_DATA_HOME", "/leadpipe"},
	{"HOME", "/.local/share/leadpipe"},
};

static void
put_directory(const struct common *common, struct str *out)
{
	if (common->home) {
		str_add(out, common->home);
		return;
	}
	for (size_t i = 0; i < sizeof(roots) / sizeof(*roots); i++) {
		const char *value = getenv(roots[i].variable);

		if (value && *value) {
			str_printf(out, "%s%s", value, roots[i].below);
			return;
		}
	}
	die(_("no store: set LEAD_HOME, or use --home DIR"));
}

char *
store_path(const struct common *common, const char *name)
{
	struct str path = {0};
	char *out;

	put_directory(common, &path);
	str_printf(&path, "/%s", name);
	out = mem_text(path.data, path.len);
	str_fini(&path);
	return out;
}

void
store_make(const struct common *common)
{
	struct str path = {0};

	put_directory(common, &path);
	str_text(&path);
	for (size_t i = 1; i <= path.len; i++) {
		char kept = path.data[i];

		if (kept != '/' && kept != '\0')
			continue;
		path.data[i] = '\0';
		if (mkdir(path.data, 0700) < 0 && errno != EEXIST)
			die_errno(_("cannot make '%s'"), path.data);
		path.data[i] = kept;
	}
	str_fini(&path);
}
