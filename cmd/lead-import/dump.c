#include "dump.h"

#include "text_mend.h"

#include "base/die.h"
#include "base/file.h"
#include "base/lang.h"
#include "record/header.h"

#define LOOK ((size_t)1 << 18) /* bytes that tell the dialect */

/*
 * Our own TSV, or rejects of ours: every name is one of ours, and there is
 * one that only we have.
 */
static bool
is_ours(struct view text)
{
	struct view line = view_upto(text, view_find_byte(text, '\n'));
	struct view rest = line;
	struct view name;
	bool names = line.len > 0;

	if (view_starts(line, VIEW("file\tline\treason")))
		return true;
	while (names && view_cut(&rest, '\t', &name))
		names = header_is_name(name);
	return names &&
		(view_starts(line, VIEW("lead_id\t")) ||
			view_find(line, VIEW("\tlead_id")) < line.len);
}

static struct view
copy(struct arena *arena, struct view v)
{
	return (struct view){arena_text(arena, v.at, v.len), v.len};
}

/* The layout of our own TSV: nothing needs to be found out. */
static void
layout_ours(struct csv_layout *layout, struct view text, bool raw)
{
	size_t end = view_find_byte(text, '\n');
	struct view rest = view_upto(text, end);
	struct view name;
	size_t n = view_count_byte(rest, '\t') + 1;

	*layout = (struct csv_layout){.dialect = {.delimiter = '\t',
					      .line_end = '\n',
					      .escapes = !raw},
		.names = mem_new(n, sizeof(*layout->names)),
		.header_line = 1,
		.header_rows = 1,
		.data_at = end + (end < text.len),
		.data_line = 1};
	while (view_cut(&rest, '\t', &name))
		layout->names[layout->width++] = copy(&layout->arena, name);
	layout->named = layout->width;
}

/*
 * Whatever looks like a header is a row: --columns says that there is none.
 */
static void
take_header_for_row(struct dump *dump, struct view text)
{
	struct csv_layout *layout = &dump->layout;

	if (!layout->header_line)
		return;
	dump->not_header = layout->header_line;
	layout->header_line = layout->header_rows = 0;
	layout->data_at = layout->header_at;
	layout->data_line = view_count_byte(
		view_upto(text, layout->data_at), layout->dialect.line_end);
}

/* The names of --columns take the place of a header. */
static void
name_columns(struct dump *dump, const char *columns)
{
	struct csv_layout *layout = &dump->layout;
	struct view rest = view_of(columns);
	struct view name;
	size_t n = 0;

	while (view_cut(&rest, ',', &name)) {
		if (n == layout->width)
			die(_("%s: --columns has more than the %zu columns"
			      " there are"),
				dump->name, layout->width);
		layout->names[n++] = copy(&layout->arena, view_trim(name));
	}
	if (n < layout->width)
		die(_("%s: --columns has %zu names for %zu columns"),
			dump->name, n, layout->width);
	layout->named = n;
	layout->named_by_hand = true;
}

/* The names as UTF-8; layout has them as they stand in the file. */
static void
mend_names(struct dump *dump)
{
	struct csv_layout *layout = &dump->layout;
	struct str text = {0};

	dump->names = mem_new(layout->width + 1, sizeof(*dump->names));
	for (size_t i = 0; i < layout->width; i++) {
		dump->names[i] = layout->names[i];
		if (text_is_clean(dump->names[i]))
			continue;
		str_clear(&text);
		text_mend(dump->names[i], &text);
		dump->names[i] = copy(&layout->arena, str_view(&text));
	}
	str_fini(&text);
}

void
dump_open(struct dump *dump, const char *path, const char *encoding,
	const struct common *common)
{
	struct str look = {0};
	struct view text;
	bool whole;

	*dump = (struct dump){.name = file_name(path)};
	text_open(&dump->text, path, encoding);
	str_reserve(&look, LOOK + CSV_PADDING);
	look.len = text_read(
		&dump->text, dump->name, look.data, LOOK, dump->text.start);
	memset(look.data + look.len, 0, CSV_PADDING);
	text = str_view(&look);
	whole = dump->text.start + look.len == dump->text.end;
	dump->ours = is_ours(text) && !common->columns;
	if (dump->ours)
		layout_ours(&dump->layout, text, common->raw);
	else
		csv_layout_find(&dump->layout, text, whole);
	if (common->columns) {
		name_columns(dump, common->columns);
		take_header_for_row(dump, text);
	}
	mend_names(dump);
	dump->data_at = dump->text.start + dump->layout.data_at;
	dump->next_at = dump->data_at;
	/* One is as often meant: the lines end with a delimiter. */
	dump->columns = dump->layout.width -
		(dump->layout.tail > 1 ? dump->layout.tail : 0);
	dump->next_line = dump->layout.data_line;
	str_fini(&look);
}

bool
dump_has_tail(const struct dump *dump, const struct csv *csv)
{
	for (size_t i = dump->columns; i < csv->n; i++)
		if (view_trim(csv->fields[i]).len)
			return true;
	return false;
}

void
dump_close(struct dump *dump)
{
	mem_free(dump->names);
	csv_layout_fini(&dump->layout);
	text_close(&dump->text);
}

/* What a delimiter is called. */
static const char *
delimiter_name(char delimiter)
{
	switch (delimiter) {
	case 0:
		return _("one column");
	case ',':
		return _("comma");
	case ';':
		return _("semicolon");
	case '\t':
		return _("tab");
	case '|':
		return _("bar");
	case ' ':
		return _("blank");
	default:
		return _("a delimiter of its own");
	}
}

void
dump_say(const struct dump *dump)
{
	const struct csv_layout *layout = &dump->layout;
	struct csv_dialect d = layout->dialect;
	struct str header = {0};

	if (!layout->width) {
		warn(_("%s: is empty"), dump->name);
		return;
	}
	if (layout->header_line)
		str_printf(
			&header, _("header in line %zu"), layout->header_line);
	else
		str_add(&header, _("no header"));
	warn(ngettext("%s: %s, %s%s%s%s, %s, %zu column",
		     "%s: %s, %s%s%s%s, %s, %zu columns", layout->width),
		dump->name, dump->text.encoding, delimiter_name(d.delimiter),
		d.quote == '\'' ? _(", single quotes") : "",
		d.backslash ? _(", backslash escapes") : "",
		d.line_end == '\r' ? _(", CR line ends") : "",
		str_text(&header), layout->width);
	str_fini(&header);
	if (dump->text.lost)
		warn(ngettext("%s: %llu byte is not %s: U+FFFD stands for it",
			     "%s: %llu bytes are not %s: U+FFFD stands for"
			     " them",
			     dump->text.lost),
			dump->name, (unsigned long long)dump->text.lost,
			dump->text.encoding);
	if (dump->not_header)
		warn(_("%s: line %zu looks like a header, but is a row:"
		       " --columns says that there is none"),
			dump->name, dump->not_header);
	if (layout->named && layout->named < layout->width)
		warn(_("%s: the header names %zu columns, but most rows have"
		       " %zu"),
			dump->name, layout->named, layout->width);
}

void
dump_say_end(const struct dump *dump)
{
	if (dump->layout.width && !dump->rows)
		warn(_("%s: has no rows"), dump->name);
	if (dump->again)
		warn(ngettext("%s: %llu line was the header again, and left"
			      " out",
			     "%s: %llu lines were the header again, and left"
			     " out",
			     dump->again),
			dump->name, (unsigned long long)dump->again);
	if (dump->mended)
		warn(ngettext("%s: %llu row had stray quotes, which were kept"
			      " as they stand",
			     "%s: %llu rows had stray quotes, which were kept"
			     " as they stand",
			     dump->mended),
			dump->name, (unsigned long long)dump->mended);
	if (dump->not_utf8)
		warn(ngettext("%s: %llu row was not UTF-8: read as"
			      " Windows-1252",
			     "%s: %llu rows were not UTF-8: read as"
			     " Windows-1252",
			     dump->not_utf8),
			dump->name, (unsigned long long)dump->not_utf8);
}
