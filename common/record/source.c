#include "record/source.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"
#include "record/record.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK ((size_t)256 * 1024)
#define HEAD ((size_t)16 * 1024)
#define KEEP_OPEN 64 /* operands; the others are opened again in their turn */

/* Read once, at most to limit bytes.  False at the end, or with *error. */
static bool
read_more(int fd, struct str *into, size_t limit, int *error)
{
	ssize_t n;

	str_reserve(into, limit - into->len);
	do {
		n = read(fd, into->data + into->len, limit - into->len);
	} while (n < 0 && errno == EINTR);
	if (n < 0)
		*error = errno;
	if (n <= 0)
		return false;
	into->len += (size_t)n;
	return true;
}

/* Read at least the first line into source->head; its length with LF. */
static size_t
read_line(struct source *source, uint64_t max)
{
	struct str *head = &source->head;
	int error = 0;
	size_t end = 0;

	while ((end = view_find_byte(str_view(head), '\n')) == head->len) {
		if (head->len >= max)
			die_at((struct place){source->name, 1, NULL},
				_("the header is longer than %llu bytes"),
				(unsigned long long)max);
		if (!read_more(source->fd, head, head->len + HEAD, &error))
			break;
	}
	if (error)
		die("%s: %s", source->name, strerror(error));
	if (!head->len)
		die(_("%s: empty: not even a header line"), source->name);
	if (end == head->len)
		str_byte(head, '\n'); /* a header and no records */
	return end + 1;
}

static void
read_header(struct source *source, uint64_t max)
{
	struct str why = {0};
	size_t len = read_line(source, max);
	const char *wrong;

	str_bytes(&source->line, source->head.data, len);
	wrong = header_read(&source->header,
		view_upto(str_view(&source->line), len - 1), '\t',
		_("bring dumps in with lead-import"), &why);
	if (wrong)
		die_at((struct place){source->name, 1, NULL}, "%s", wrong);
	source->head.len -= len;
	memmove(source->head.data, source->head.data + len, source->head.len);
	str_fini(&why);
}

/* Leave a regular file just behind its header, closed if there are many. */
static void
park(struct source *source, bool keep)
{
	if (!source->regular || keep)
		return;
	close(source->fd);
	source->fd = -1;
	str_fini(&source->head);
}

static void
open_one(struct sources *sources, struct source *source, const char *path,
	const struct header *columns)
{
	struct stat st;

	source->path = strcmp(path, "-") == 0 ? "-" : path;
	source->name = file_name(source->path);
	source->fd = file_open(path);
	if (fstat(source->fd, &st) == 0 && S_ISREG(st.st_mode)) {
		source->regular = true;
		source->size = st.st_size;
	}
	if (sources->has_header)
		read_header(source, sources->max_record);
	for (size_t i = 0; columns && i < columns->n; i++)
		header_add(&source->header, view_of(header_name(columns, i)));
	for (size_t i = 0; i < source->header.n; i++)
		header_add(&sources->header,
			view_of(header_name(&source->header, i)));
}

static void
find_columns(const struct header *all, struct source *source)
{
	source->where = mem_new(all->n, sizeof(*source->where));
	for (size_t i = 0; i < all->n; i++)
		source->where[i] = header_find(
			&source->header, view_of(header_name(all, i)));
}

/* The columns that --columns names. */
static void
read_columns(const char *list, struct header *columns)
{
	struct str why = {0};
	const char *wrong =
		header_read(columns, view_of(list), ',', NULL, &why);

	if (wrong)
		die("--columns: %s", wrong);
	str_fini(&why);
}

void
sources_open(
	struct sources *sources, char **operands, const struct common *common)
{
	char dash[] = "-";
	char *stdin_only[] = {dash, NULL};
	char **paths = operands[0] ? operands : stdin_only;
	struct header columns = {0};

	*sources = (struct sources){.max_record = common->max_record,
		.has_header = !common->columns};
	if (common->columns)
		read_columns(common->columns, &columns);
	while (paths[sources->n])
		sources->n++;
	sources->all = mem_new(sources->n, sizeof(*sources->all));
	for (size_t i = 0; i < sources->n; i++) {
		open_one(sources, &sources->all[i], paths[i],
			common->columns ? &columns : NULL);
		park(&sources->all[i], i < KEEP_OPEN);
	}
	for (size_t i = 0; i < sources->n; i++)
		find_columns(&sources->header, &sources->all[i]);
	header_fini(&columns);
}

/* Open again what was parked. */
static void
unpark(struct source *source)
{
	if (source->fd >= 0)
		return;
	source->fd = file_open(source->path);
	if (lseek(source->fd, (off_t)source->line.len, SEEK_SET) < 0)
		die("%s: %s", source->name, strerror(errno));
}

/* Put what has been read already at the start of the block. */
static void
start_block(struct sources *sources, struct source *source, struct block *block)
{
	*block = (struct block){.source = source, .bytes = block->bytes};
	str_clear(&block->bytes);
	str_put(&block->bytes, str_view(&sources->carry));
	str_put(&block->bytes, str_view(&source->head));
	str_clear(&sources->carry);
	str_fini(&source->head);
}

/* The length of the whole lines at the start of some bytes. */
static size_t
whole_lines(struct view bytes)
{
	const char *last =
		bytes.len ? memrchr(bytes.at, '\n', bytes.len) : NULL;

	return last ? (size_t)(last - bytes.at) + 1 : 0;
}

/*
 * Fill the block until it is full (a file) or has a whole record (a pipe).
 * Returns the length of its whole records; at the end, of all of it.
 */
static size_t
fill(struct sources *sources, struct source *source, struct block *block)
{
	struct str *bytes = &block->bytes;
	size_t limit = BLOCK;

	for (;;) {
		size_t whole = whole_lines(str_view(bytes));

		if (whole && (!source->regular || bytes->len >= BLOCK))
			return whole;
		if (!whole && bytes->len > sources->max_record) {
			block->too_long = true;
			return bytes->len;
		}
		if (bytes->len >= limit)
			limit = bytes->len * 2;
		if (!read_more(source->fd, bytes, limit, &block->error))
			break;
	}
	if (bytes->len && bytes->data[bytes->len - 1] != '\n')
		str_byte(bytes, '\n'); /* the last record has no LF */
	return bytes->len;
}

bool
sources_take(struct sources *sources, struct block *block)
{
	while (sources->current < sources->n) {
		struct source *source = &sources->all[sources->current];
		size_t whole;

		unpark(source);
		start_block(sources, source, block);
		whole = fill(sources, source, block);
		str_put(&sources->carry,
			view_from(str_view(&block->bytes), whole));
		block->bytes.len = whole;
		str_reserve(&block->bytes, RECORD_SLACK);
		if (whole || block->error) {
			block->number = sources->blocks++;
			return true;
		}
		close(source->fd);
		source->fd = -1;
		sources->current++;
	}
	return false;
}

int64_t
sources_size(const struct sources *sources)
{
	int64_t size = 0;

	for (size_t i = 0; i < sources->n; i++) {
		if (!sources->all[i].regular)
			return -1;
		size += sources->all[i].size;
	}
	return size;
}

void
sources_close(struct sources *sources)
{
	for (size_t i = 0; i < sources->n; i++) {
		struct source *source = &sources->all[i];

		if (source->fd >= 0)
			close(source->fd);
		header_fini(&source->header);
		str_fini(&source->head);
		str_fini(&source->line);
		mem_free(source->where);
	}
	mem_free(sources->all);
	header_fini(&sources->header);
	str_fini(&sources->carry);
}
