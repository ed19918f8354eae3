#include "record/sheet.h"

#include "base/file.h"
#include "base/lang.h"
#include "base/mem.h"

#include <errno.h>

static struct view
line_at(const struct page *page, uint32_t first, uint32_t behind)
{
	uint32_t start = page->scan.ends[(int64_t)first - 1] + 1;

	return (struct view){
		page->bytes.at + start, page->scan.ends[behind - 1] - start};
}

static void
read_header(struct sheet *sheet, struct view line, uint64_t number)
{
	struct str why = {0};
	const char *wrong = header_read(&sheet->header, line, '\t',
		_("its first line names its columns, with TABs between them"),
		&why);

	if (wrong)
		die_at((struct place){sheet->name, number, NULL}, "%s", wrong);
	str_fini(&why);
}

static void
add_row(struct sheet *sheet, struct sheet_row row)
{
	if (row.fields > sheet->header.n)
		die_at((struct place){sheet->name, row.line, NULL},
			ngettext("%u field, but the header has %zu",
				"%u fields, but the header has %zu",
				row.fields),
			row.fields, sheet->header.n);
	sheet->rows = mem_grow(
		sheet->rows, &sheet->cap, sheet->n + 1, sizeof(*sheet->rows));
	sheet->rows[sheet->n++] = row;
}

static void
read_rows(struct sheet *sheet)
{
	const struct scan *scan = &sheet->page.scan;
	struct view header = {0};
	uint32_t first = 0;

	for (size_t i = 0; i < scan->lines_n; i++) {
		uint32_t behind = scan->lines[i];
		struct view line = line_at(&sheet->page, first, behind);

		if (!line.len || line.at[0] == '#')
			;
		else if (!sheet->header.n)
			read_header(sheet, header = line, i + 1);
		else if (!view_eq(line, header))
			add_row(sheet,
				(struct sheet_row){
					first, behind - first, i + 1});
		first = behind;
	}
	if (sheet->page.fault)
		die_at((struct place){sheet->name, scan->lines_n + 1, NULL},
			"%s", _(sheet->page.fault));
}

/*
 * Such files are written on other systems, too: a byte order mark and, where
 * the first line ends in it, the carriage returns at the ends are no text.
 */
static void
plain_ends(struct str *bytes)
{
	struct view all = str_view(bytes);
	size_t line = view_find_byte(all, '\n');
	bool returns = line && line < all.len && all.at[line - 1] == '\r';
	size_t start = view_starts(all, VIEW("\xEF\xBB\xBF")) ? 3 : 0;
	size_t n = 0;

	if (!returns && !start)
		return;
	for (size_t i = start; i < all.len; i++)
		if (!returns || all.at[i] != '\r' ||
			(i + 1 < all.len && all.at[i + 1] != '\n'))
			bytes->data[n++] = all.at[i];
	bytes->len = n;
}

static void
read_bytes(struct sheet *sheet)
{
	plain_ends(&sheet->bytes);
	if (sheet->bytes.len && sheet->bytes.data[sheet->bytes.len - 1] != '\n')
		str_byte(&sheet->bytes, '\n');
	page_read(&sheet->page, str_view(&sheet->bytes), false);
	read_rows(sheet);
}

bool
sheet_load_if(struct sheet *sheet, const char *name)
{
	*sheet = (struct sheet){.name = file_name(name)};
	if (!file_load_if(name, &sheet->bytes))
		return false;
	read_bytes(sheet);
	return true;
}

void
sheet_load(struct sheet *sheet, const char *name)
{
	if (!sheet_load_if(sheet, name))
		die("%s: %s", sheet->name, strerror(ENOENT));
	if (!sheet->header.n)
		die(_("%s: empty: not even a header line"), sheet->name);
}

void
sheet_read(struct sheet *sheet, const char *name, struct view text)
{
	*sheet = (struct sheet){.name = name};
	str_put(&sheet->bytes, text);
	read_bytes(sheet);
}

struct view
sheet_get(const struct sheet *sheet, size_t row, int column)
{
	const struct sheet_row *r = &sheet->rows[row];
	uint32_t i;

	if (column < 0 || (uint32_t)column >= r->fields)
		return (struct view){"", 0};
	i = r->first + (uint32_t)column;
	return line_at(&sheet->page, i, i + 1);
}

int
sheet_need(const struct sheet *sheet, const char *name)
{
	int column = header_find(&sheet->header, view_of(name));

	if (column < 0)
		die(_("%s: no column '%s'"), sheet->name, name);
	return column;
}

struct place
sheet_place(const struct sheet *sheet, size_t row, const char *column)
{
	return (struct place){sheet->name, sheet->rows[row].line, column};
}

void
sheet_fini(struct sheet *sheet)
{
	header_fini(&sheet->header);
	mem_free(sheet->rows);
	str_fini(&sheet->bytes);
	page_fini(&sheet->page);
	*sheet = (struct sheet){0};
}
