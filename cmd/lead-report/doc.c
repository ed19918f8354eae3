#include "doc.h"

#include "build.h"
#include "record/field.h"

#include <stdio.h>

void
doc_fini(struct doc *doc)
{
	for (size_t i = 0; i < doc->n; i++)
		mem_free(doc->sections[i].cells);
	mem_free(doc->sections);
	mem_free(doc->figures);
	arena_fini(&doc->arena);
	*doc = (struct doc){0};
}

struct view
doc_keep(struct doc *doc, struct view plain)
{
	if (!plain.len)
		return VIEW("");
	return (struct view){
		arena_text(&doc->arena, plain.at, plain.len), plain.len};
}

struct view
doc_keep_field(struct doc *doc, struct view written)
{
	struct str scratch = {0};
	struct view kept = doc_keep(doc, field_plain(written, &scratch));

	str_fini(&scratch);
	return kept;
}

const char *
doc_text(struct doc *doc, const char *format, ...)
{
	struct str text = {0};
	const char *kept;
	va_list args;

	va_start(args, format);
	str_vprintf(&text, format, args);
	va_end(args);
	kept = arena_text(&doc->arena, text.data, text.len);
	str_fini(&text);
	return kept;
}

struct doc_section *
build_section(struct doc *doc, const char *name, const char *heading,
	const struct doc_column *columns, size_t n)
{
	struct doc_section *section;

	doc->sections = mem_grow(
		doc->sections, &doc->cap, doc->n + 1, sizeof(*doc->sections));
	section = &doc->sections[doc->n++];
	*section = (struct doc_section){
		.name = name,
		.heading = heading,
		.columns = columns,
		.columns_n = n,
	};
	return section;
}

struct doc_section *
build_facts(struct doc *doc, const char *name, const char *heading)
{
	static const struct doc_column columns[] = {
		{"name", "", DOC_TEXT, DOC_DATA},
		{"label", "", DOC_TEXT, DOC_PEOPLE},
		{"value", "", DOC_TEXT, DOC_GROW},
	};
	struct doc_section *section =
		build_section(doc, name, heading, columns, 3);

	section->shape = DOC_FACTS;
	return section;
}

struct doc_section *
build_prose(struct doc *doc, const char *name, const char *heading)
{
	static const struct doc_column columns[] = {
		{"text", "", DOC_TEXT, DOC_GROW},
	};
	struct doc_section *section =
		build_section(doc, name, heading, columns, 1);

	section->shape = DOC_PROSE;
	return section;
}

static void
add(struct doc *doc, struct doc_cell cell)
{
	struct doc_section *section = &doc->sections[doc->n - 1];

	section->cells = mem_grow(section->cells, &section->cells_cap,
		section->cells_n + 1, sizeof(*section->cells));
	section->cells[section->cells_n++] = cell;
}

/* What the last section's next column holds. */
static enum doc_kind
kind_here(const struct doc *doc)
{
	const struct doc_section *section = &doc->sections[doc->n - 1];

	return section->columns[section->cells_n % section->columns_n].kind;
}

void
build_cell(struct doc *doc, struct view plain)
{
	build_tone(doc, plain, DOC_PLAIN);
}

void
build_tone(struct doc *doc, struct view plain, enum doc_tone tone)
{
	add(doc, (struct doc_cell){doc_keep(doc, plain), kind_here(doc), tone});
}

void
build_count(struct doc *doc, uint64_t n)
{
	struct str text = {0};

	str_int(&text, (int64_t)n);
	build_cell(doc, str_view(&text));
	str_fini(&text);
}

void
build_field(struct doc *doc, struct view written)
{
	add(doc,
		(struct doc_cell){doc_keep_field(doc, written), kind_here(doc),
			DOC_PLAIN});
}

void
build_rate(struct doc *doc, int64_t per_10000)
{
	struct str text = {0};

	if (per_10000 >= 0)
		str_printf(&text, "%lld.%04lld", (long long)per_10000 / 10000,
			(long long)per_10000 % 10000);
	build_cell(doc, str_view(&text));
	str_fini(&text);
}

void
build_fact(struct doc *doc, const char *name, const char *label,
	struct view written, enum doc_kind kind)
{
	if (!written.len)
		return;
	build_cell(doc, view_of(name));
	build_cell(doc, view_of(label));
	add(doc,
		(struct doc_cell){
			doc_keep_field(doc, written), kind, DOC_PLAIN});
}

void
build_paragraph(struct doc *doc, struct view plain)
{
	build_cell(doc, plain);
}

bool
build_figure_as(struct doc *doc, const char *name, const char *label,
	struct view value, enum doc_kind kind)
{
	/* An overview takes them from several reports: each once. */
	for (size_t i = 0; i < doc->figures_n; i++)
		if (strcmp(doc->figures[i].name, name) == 0)
			return false;
	doc->figures = mem_grow(doc->figures, &doc->figures_cap,
		doc->figures_n + 1, sizeof(*doc->figures));
	doc->figures[doc->figures_n++] = (struct doc_figure){
		name, label, doc_keep(doc, value), kind, DOC_PLAIN};
	return true;
}

void
build_figure(struct doc *doc, const char *name, const char *label,
	uint64_t value, enum doc_tone tone)
{
	struct str text = {0};

	str_int(&text, (int64_t)value);
	if (build_figure_as(doc, name, label, str_view(&text), DOC_COUNT))
		doc->figures[doc->figures_n - 1].tone = tone;
	str_fini(&text);
}

size_t
doc_rows(const struct doc_section *section)
{
	return section->columns_n ? section->cells_n / section->columns_n : 0;
}

const struct doc_cell *
doc_at(const struct doc_section *section, size_t row, size_t column)
{
	return &section->cells[row * section->columns_n + column];
}
