/* Opening a file of leads, and the fields of its lines. */
#include "base/die.h"
#include "base/lang.h"
#include "lead/find.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *const names[] = {
	[FIND_ID] = "lead_id",
	[FIND_NAME] = "full_name",
	[FIND_FIRST] = "first_name",
	[FIND_LAST] = "last_name",
	[FIND_COMPANY] = "company",
	[FIND_EMAIL] = "email",
	[FIND_PHONE] = "phone",
	[FIND_MOBILE] = "mobile",
};

static void
read_header(struct find *find)
{
	struct view line =
		view_upto(find->bytes, view_find_byte(find->bytes, '\n'));
	struct str why = {0};
	const char *wrong = header_read(&find->header, line, '\t',
		_("bring dumps in with lead-import"), &why);

	if (wrong)
		die_at((struct place){.file = find->name, .line = 1}, "%s",
			wrong);
	str_fini(&why);
	find->bytes = view_from(find->bytes, line.len + 1);
	for (int i = 0; i < FIND_COLUMNS; i++)
		find->column[i] = header_find(&find->header, view_of(names[i]));
	for (int i = FIND_NAME; i <= FIND_COMPANY; i++)
		if (find->column[i] > find->last)
			find->last = find->column[i];
}

void
find_open(struct find *find, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat st;
	void *bytes;

	*find = (struct find){.name = path};
	for (int i = 0; i < FIND_COLUMNS; i++)
		find->column[i] = -1;
	if (fd < 0 && errno == ENOENT)
		return;
	if (fd < 0 || fstat(fd, &st) < 0)
		die("%s: %s", path, strerror(errno));
	if (!S_ISREG(st.st_mode))
		die(_("%s: is not a regular file"), path);
	find->there = true;
	if (st.st_size) {
		find->map.len = (size_t)st.st_size;
		bytes = mmap(NULL, find->map.len, PROT_READ, MAP_SHARED, fd, 0);
		if (bytes == MAP_FAILED)
			die("%s: %s", path, strerror(errno));
		find->map.at = bytes;
		find->bytes = find->map;
		read_header(find);
	}
	close(fd);
}

void
find_close(struct find *find)
{
	if (find->map.len)
		(void)munmap((void *)(uintptr_t)find->map.at, find->map.len);
	header_fini(&find->header);
	*find = (struct find){0};
}

struct view
find_field(struct view line, int column)
{
	struct view piece = {0};

	for (int i = 0; i <= column; i++)
		if (!view_cut(&line, '\t', &piece))
			return (struct view){0};
	return piece;
}

struct view
find_get(const struct find *find, struct view line, enum find_column column)
{
	return find_field(line, find->column[column]);
}
