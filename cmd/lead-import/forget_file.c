#include "forget_file.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"

#include <dirent.h>
#include <errno.h>
#include <sys/stat.h>

void
forget_fini(struct forget *forget)
{
	mem_free(forget->keys);
	arena_fini(&forget->arena);
}

static bool
has_key(const struct forget *forget, struct view key)
{
	for (size_t i = 0; i < forget->n; i++)
		if (view_eq(forget->keys[i], key))
			return true;
	return false;
}

void
forget_also(struct forget *forget, struct view key)
{
	if (key.len < 5 || has_key(forget, key))
		return;
	forget->keys = mem_grow(forget->keys, &forget->cap, forget->n + 1,
		sizeof(*forget->keys));
	forget->keys[forget->n++] = (struct view){
		arena_text(&forget->arena, key.at, key.len), key.len};
}

void
forget_spare(struct forget *forget, struct view key)
{
	for (size_t i = forget->asked; i < forget->n; i++)
		if (view_eq(forget->keys[i], key)) {
			forget->keys[i] = forget->keys[--forget->n];
			return;
		}
}

void
forget_key(struct forget *forget, struct view key)
{
	forget_also(forget, key);
	forget->asked = forget->n;
}

bool
forget_is_key(const struct forget *forget, struct view value)
{
	for (size_t i = 0; i < forget->asked; i++)
		if (view_eq(forget->keys[i], value))
			return true;
	return false;
}

/* Can a byte be part of a longer number, address or id? */
static bool
goes_on(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
		(c >= 'A' && c <= 'Z');
}

static char
lower(char c)
{
	return (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
}

/* Is key at the start of v, in whichever case? */
static bool
starts_same(struct view v, struct view key)
{
	return v.len >= key.len && view_same(view_upto(v, key.len), key);
}

/* Where a key stands in text as a word of its own, or text.len. */
static size_t
find_key(struct view text, struct view key)
{
	for (size_t i = 0; i + key.len <= text.len; i++) {
		if (lower(text.at[i]) != lower(key.at[0]) ||
			!starts_same(view_from(text, i), key))
			continue;
		if ((i == 0 || !goes_on(text.at[i - 1])) &&
			(i + key.len == text.len ||
				!goes_on(text.at[i + key.len])))
			return i;
	}
	return text.len;
}

bool
forget_wants(void *self, struct view line)
{
	const struct forget *forget = self;

	for (size_t i = 0; i < forget->n; i++)
		if (find_key(line, forget->keys[i]) < line.len)
			return false;
	return true;
}

void
forget_rewrite(struct forget *forget, const char *path, struct view more)
{
	struct str in = {0};
	struct str out = {0};
	struct output file;
	struct view rest;
	struct view line;

	if (!file_load(path, &in) && errno != ENOENT)
		die_errno("%s", path);
	rest = str_view(&in);
	while (rest.at && rest.len) {
		bool first = rest.at == in.data;

		view_cut(&rest, '\n', &line);
		if (!first && !forget_wants(forget, line))
			continue;
		str_put(&out, line);
		str_byte(&out, '\n');
	}
	str_put(&out, more);
	output_open(&file, path);
	output_write(&file, str_view(&out));
	output_close(&file);
	str_fini(&in);
	str_fini(&out);
}

bool
forget_remains(const struct forget *forget, const char *directory)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;
	bool found = false;

	if (!dir)
		die_errno("%s", directory);
	while ((entry = readdir(dir))) {
		struct str path = {0};
		struct str text = {0};
		struct stat st;

		str_printf(&path, "%s/%s", directory, entry->d_name);
		if (stat(str_text(&path), &st) == 0 && S_ISREG(st.st_mode) &&
			file_load(str_text(&path), &text))
			for (size_t i = 0; i < forget->n; i++)
				if (find_key(str_view(&text), forget->keys[i]) <
					text.len) {
					warn(_("%s: still names them: see to"
					       " it by hand"),
						entry->d_name);
					found = true;
					break;
				}
		str_fini(&path);
		str_fini(&text);
	}
	closedir(dir);
	return found;
}
