#include "lead/find.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"
#include "base/pool.h"
#include "lead/fold.h"
#include "lead/seek.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define PIECE ((size_t)8 << 20)
#define WORTH_THREADS ((size_t)32 << 20)
#define DIGITS_LEAST 5 /* fewer could be anybody's */

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

/* How well a line matches. */
enum match { MATCH_NOT, MATCH_PART, MATCH_WHOLE };

/* What is looked for. */
struct query {
	const struct find *find;
	struct view text;
	struct seek seek;
	bool digits; /* it is a telephone number: text is its digits */
	/* When nothing was found: compared without marks and apostrophes. */
	bool folded;
	struct str key; /* owned: of the text */
	enum match best;
	struct view rest;
	struct finds *out;
};

struct worker {
	struct view piece;
	struct str key; /* owned: of a field */
	struct finds found;
	enum match best;
};

static void
read_header(struct find *find)
{
	struct view line =
		view_upto(find->bytes, view_find_byte(find->bytes, '\n'));
	struct str why = {0};
	const char *wrong = header_read(&find->header, line, '\t', &why);

	if (wrong)
		die_at((struct place){.file = find->name, .line = 1}, "%s",
			wrong);
	str_fini(&why);
	find->bytes = view_from(find->bytes, line.len + 1);
	for (int i = 0; i < FIND_COLUMNS; i++)
		find->column[i] = header_find(&find->header, view_of(names[i]));
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
		find->mapped = (size_t)st.st_size;
		bytes = mmap(NULL, find->mapped, PROT_READ, MAP_SHARED, fd, 0);
		if (bytes == MAP_FAILED)
			die("%s: %s", path, strerror(errno));
		find->bytes = (struct view){bytes, find->mapped};
		read_header(find);
	}
	close(fd);
}

void
find_close(struct find *find)
{
	const char *end = find->bytes.at + find->bytes.len;

	if (find->mapped)
		(void)munmap(
			(void *)((uintptr_t)end - find->mapped), find->mapped);
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

/* Does a number as stored ("+442920180000") end with these digits? */
static bool
has_digits(struct view number, struct view digits)
{
	return number.len > digits.len && view_ends(number, digits);
}

static enum match
match_text(const struct query *query, struct view field)
{
	if (seek_in(&query->seek, field) == field.len)
		return MATCH_NOT;
	return field.len == query->text.len ? MATCH_WHOLE : MATCH_PART;
}

/* How a line matches; the text is somewhere in it. */
static enum match
match_line(const struct query *query, struct view line)
{
	const struct find *find = query->find;
	enum match best = MATCH_NOT;

	for (unsigned i = FIND_NAME; i <= FIND_COMPANY; i++) {
		enum match match = match_text(
			query, find_get(find, line, (enum find_column)i));

		best = match > best ? match : best;
	}
	if (view_eq(find_get(find, line, FIND_ID), query->text) ||
		match_text(query, find_get(find, line, FIND_EMAIL)) ==
			MATCH_WHOLE)
		return MATCH_WHOLE;
	if (query->digits)
		for (unsigned i = FIND_PHONE; i <= FIND_MOBILE; i++)
			if (has_digits(
				    find_get(find, line, (enum find_column)i),
				    query->text))
				return MATCH_WHOLE;
	return best;
}

static void
add(struct finds *out, enum match *best, enum match match, struct view line)
{
	if (match < *best || match == MATCH_NOT)
		return;
	if (match > *best)
		*out = (struct finds){0};
	*best = match;
	if (out->n < FIND_MOST)
		out->lines[out->n++] = line;
	else
		out->more = true;
}

/* Could a field's key differ from it, but for the case of its letters? */
static bool
has_marks(struct view field)
{
	for (size_t i = 0; i < field.len; i++)
		if ((unsigned char)field.at[i] >= 0x80 || field.at[i] == '\'')
			return true;
	return false;
}

/* As match_line(), by keys: sian is Siân, o'brien Obrien. */
static enum match
match_folded(const struct query *query, struct view line, struct str *key)
{
	for (int i = FIND_NAME; i <= FIND_COMPANY; i++) {
		struct view field =
			find_get(query->find, line, (enum find_column)i);

		if (!has_marks(field) && !has_marks(query->text))
			continue;
		str_clear(key);
		fold_key(field, key);
		if (view_find(str_view(key), str_view(&query->key)) < key->len)
			return MATCH_PART;
	}
	return MATCH_NOT;
}

static void
work_folded(const struct query *query, struct worker *worker)
{
	struct view rest = worker->piece;

	while (rest.len) {
		struct view line = view_upto(rest, view_find_byte(rest, '\n'));

		add(&worker->found, &worker->best,
			match_folded(query, line, &worker->key), line);
		rest = view_from(rest, line.len + 1);
	}
}

static void *
start(void *shared)
{
	(void)shared;
	return mem_new(1, sizeof(struct worker));
}

static bool
take(void *shared, void *state)
{
	struct query *query = shared;
	struct worker *worker = state;

	return view_cut_lines(&query->rest, PIECE, &worker->piece);
}

static void
work(void *shared, void *state)
{
	const struct query *query = shared;
	struct worker *worker = state;
	struct view rest = worker->piece;

	worker->found = (struct finds){0};
	worker->best = MATCH_NOT;
	if (query->folded) {
		work_folded(query, worker);
		return;
	}
	while (rest.len) {
		size_t at = seek_in(&query->seek, rest);
		const char *before;
		struct view line;

		if (at == rest.len)
			return;
		before = memrchr(rest.at, '\n', at);
		line = before ? view_from(rest, (size_t)(before - rest.at) + 1)
			      : rest;
		line = view_upto(line, view_find_byte(line, '\n'));
		add(&worker->found, &worker->best, match_line(query, line),
			line);
		rest = view_from(
			rest, (size_t)(line.at + line.len - rest.at) + 1);
	}
}

static bool
give(void *shared, void *state)
{
	struct query *query = shared;
	struct worker *worker = state;

	for (size_t i = 0; i < worker->found.n; i++)
		add(query->out, &query->best, worker->best,
			worker->found.lines[i]);
	if (worker->found.more && worker->best == query->best)
		query->out->more = true;
	return true;
}

static void
stop(void *shared, void *state)
{
	struct worker *worker = state;

	(void)shared;
	str_fini(&worker->key);
	mem_free(worker);
}

/*
 * The digits of a telephone number behind its 0, 00 or +; empty when text is
 * none.
 */
static struct view
digits_of(struct view text, struct str *out)
{
	size_t zeros = 0;

	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] >= '0' && text.at[i] <= '9')
			str_byte(out, text.at[i]);
		else if (!memchr("+-.() /", text.at[i], 7))
			return (struct view){0};
	}
	while (zeros < out->len && out->data[zeros] == '0')
		zeros++;
	return out->len - zeros < DIGITS_LEAST ? (struct view){0}
					       : str_tail(out, zeros);
}

/* One pass over the whole file. */
static void
search(struct query *query)
{
	static const struct pool_job steps = {start, take, work, give, stop};
	size_t len = query->find->bytes.len;

	query->rest = query->find->bytes;
	pool_run(&steps, query, len > WORTH_THREADS ? pool_cores() : 1);
}

void
find_leads(const struct find *find, struct view text, struct finds *out)
{
	struct query query = {
		.find = find, .text = view_trim(text), .out = out};
	struct str digits = {0};
	struct view number = digits_of(query.text, &digits);

	*out = (struct finds){0};
	if (number.len) {
		query.digits = true;
		query.text = number;
	}
	if (seek_make(&query.seek, query.text))
		search(&query);
	fold_key(query.text, &query.key);
	query.folded = !out->n && query.key.len && !number.len;
	if (query.folded)
		search(&query);
	str_fini(&query.key);
	str_fini(&digits);
}
