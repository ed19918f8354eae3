#include "forget_file.h"

#include "columns.h"
#include "forget_find.h"

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
	mem_free(forget->names);
	mem_free(forget->free);
	arena_fini(&forget->arena);
}

bool
forget_has(const struct forget *forget, struct view value)
{
	for (size_t i = 0; i < forget->n; i++)
		if (view_same(forget->keys[i], value))
			return true;
	return false;
}

void
forget_also(struct forget *forget, struct view key)
{
	if (key.len < 5 || forget_has(forget, key))
		return;
	forget->keys = mem_grow(forget->keys, &forget->cap, forget->n + 1,
		sizeof(*forget->keys));
	forget->keys[forget->n++] = (struct view){
		arena_text(&forget->arena, key.at, key.len), key.len};
}

void
forget_spare(struct forget *forget, struct view key)
{
	for (size_t i = forget->sure; i < forget->n; i++)
		if (view_eq(forget->keys[i], key)) {
			forget->keys[i] = forget->keys[--forget->n];
			return;
		}
}

void
forget_name(struct forget *forget, struct view name)
{
	if (view_find_byte(name, ' ') == name.len)
		return;
	forget->names = mem_grow(forget->names, &forget->names_cap,
		forget->names_n + 1, sizeof(*forget->names));
	forget->names[forget->names_n++] = (struct view){
		arena_text(&forget->arena, name.at, name.len), name.len};
}

void
forget_spare_name(struct forget *forget, struct view name)
{
	for (size_t i = 0; i < forget->names_n; i++)
		if (view_same(forget->names[i], name))
			forget->names[i--] = forget->names[--forget->names_n];
}

void
forget_key(struct forget *forget, struct view key)
{
	forget_also(forget, key);
	forget->asked = forget->sure = forget->n;
}

bool
forget_is_key(const struct forget *forget, struct view value)
{
	for (size_t i = 0; i < forget->asked; i++)
		if (view_eq(forget->keys[i], value))
			return true;
	return false;
}

static void
find_columns(struct view header, const char *const *names, size_t n, int *at)
{
	struct view name;

	for (size_t k = 0; k < n; k++)
		at[k] = -1;
	for (int i = 0; view_cut(&header, '\t', &name); i++)
		for (size_t k = 0; k < n; k++)
			if (view_is(name, names[k]))
				at[k] = i;
}

/*
 * May people write what they like in a column?  In those of a dump's own they
 * may, and in the logs but for who wrote it; an owner may have the name.
 */
static bool
is_free(struct view column)
{
	if (view_is(column, "notes") || view_is(column, "tags"))
		return true;
	return !columns_find(column) && !view_is(column, "user") &&
		!view_is(column, "by");
}

void
forget_header(struct forget *forget, struct view header)
{
	static const char *const names[FORGET_OWN] = {
		"lead_id", "lead_id_a", "lead_id_b", "merged_into", "key"};
	struct view name;

	find_columns(header, names, FORGET_OWN, forget->own);
	forget->free_n = 0;
	while (view_cut(&header, '\t', &name)) {
		forget->free = mem_grow(forget->free, &forget->free_cap,
			forget->free_n + 1, sizeof(*forget->free));
		forget->free[forget->free_n++] = is_free(name);
	}
}

static bool
is_own(const struct forget *forget, struct view line)
{
	struct view field;

	for (int i = 0; view_cut(&line, '\t', &field); i++)
		for (size_t k = 0; k < FORGET_OWN; k++)
			if (forget->own[k] == i && forget_has(forget, field))
				return true;
	return false;
}

/* Blank the person's names in the fields that hold what people wrote. */
static bool
blank_names(const struct forget *forget, struct str *line)
{
	struct str out = {0}, field = {0};
	struct view rest = str_view(line), value;
	bool named = false;

	for (size_t i = 0; view_cut(&rest, '\t', &value); i++) {
		bool free = i < forget->free_n && forget->free[i];

		str_clear(&field);
		str_put(&field, value);
		for (size_t n = 0; free && n < forget->names_n; n++)
			named |= forget_blank(&field, forget->names[n]);
		str_add(&out, i ? "\t" : "");
		str_put(&out, str_view(&field));
	}
	str_fini(&field);
	str_fini(line);
	*line = out;
	return named;
}

enum log_fate
forget_line(void *self, struct view line, struct str *instead)
{
	struct forget *forget = self;
	bool named = false;

	if (is_own(forget, line))
		return forget->keep_own ? LOG_STAYS : LOG_GOES;
	str_put(instead, line);
	for (size_t i = 0; i < forget->n; i++)
		named |= forget_blank(instead, forget->keys[i]);
	if (forget->names_n)
		named |= blank_names(forget, instead);
	return named ? LOG_CHANGES : LOG_STAYS;
}

/* The lines as they are to be; false: all stay. */
static bool
change_lines(struct forget *forget, struct view rest, struct str *out)
{
	struct str instead = {0};
	struct view header, line;
	bool changed = false;

	if (!rest.len || !view_cut(&rest, '\n', &header))
		return false;
	forget_header(forget, header);
	str_put(out, header);
	str_byte(out, '\n');
	while (rest.len && view_cut(&rest, '\n', &line)) {
		enum log_fate fate;

		str_clear(&instead);
		fate = forget_line(forget, line, &instead);
		changed |= fate != LOG_STAYS;
		forget->others += fate == LOG_CHANGES;
		if (fate == LOG_GOES)
			continue;
		str_put(out, fate == LOG_STAYS ? line : str_view(&instead));
		str_byte(out, '\n');
	}
	str_fini(&instead);
	return changed;
}

void
forget_rewrite(struct forget *forget, const char *path, struct view more)
{
	struct str in = {0};
	struct str out = {0};
	struct output file;

	if (!file_clear_beside(path))
		die_errno("%s", path);
	(void)file_load_if(path, &in);
	if (change_lines(forget, str_view(&in), &out) || more.len) {
		str_put(&out, more);
		output_open(&file, path);
		output_write(&file, str_view(&out));
		output_close(&file);
	}
	str_fini(&in);
	str_fini(&out);
}

/* Read a file of the store; false: it is none, as . and .. are. */
static bool
load_plain(const char *path, struct str *text)
{
	struct stat st;

	if (stat(path, &st) < 0)
		die_errno("%s", path);
	if (!S_ISREG(st.st_mode))
		return false;
	if (!file_load(path, text))
		die_errno("%s", path);
	return true;
}

static bool
names_any(const struct forget *forget, struct view text)
{
	struct view found;

	for (size_t i = 0; i < forget->n; i++)
		if (forget_find(text, forget->keys[i], &found))
			return true;
	return false;
}

bool
forget_remains(const struct forget *forget, const char *directory)
{
	DIR *dir = opendir(directory);
	struct dirent *entry;
	bool found = false;

	if (!dir)
		die_errno("%s", directory);
	while ((errno = 0, entry = readdir(dir))) {
		struct str path = {0};
		struct str text = {0};

		str_printf(&path, "%s/%s", directory, entry->d_name);
		if (load_plain(str_text(&path), &text) &&
			names_any(forget, str_view(&text))) {
			warn(_("%s: still names them: see to it by hand"),
				entry->d_name);
			found = true;
		}
		str_fini(&path);
		str_fini(&text);
	}
	if (errno)
		die_errno("%s", directory);
	closedir(dir);
	return found;
}
