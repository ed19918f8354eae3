#include "data.h"

#include "base/day.h"
#include "base/utf8.h"
#include "build.h"
#include "record/field.h"

/* What a spreadsheet may take for the start of a formula. */
static bool
is_formula(struct view plain)
{
	static const char *const starts[] = {"=", "+", "-", "@", "\t", "\r",
		"\n", "\xef\xbc\x9d", "\xef\xbc\x8b", "\xef\xbc\x8d",
		"\xef\xbc\xa0"}; /* the last four full-width */

	for (size_t i = 0; i < sizeof(starts) / sizeof(*starts); i++)
		if (view_starts(plain, view_of(starts[i])))
			return true;
	return false;
}

void
data_csv_field(struct view plain, bool safe, struct str *out)
{
	bool guard = safe && is_formula(plain);
	bool quote = guard;

	for (size_t i = 0; i < plain.len && !quote; i++)
		quote = plain.at[i] == ',' || plain.at[i] == '"' ||
			plain.at[i] == '\n' || plain.at[i] == '\r' ||
			plain.at[i] == ';' || plain.at[i] == '\t';
	if (quote)
		str_byte(out, '"');
	if (guard)
		str_byte(out, '\'');
	for (size_t i = 0; i < plain.len; i++) {
		if (plain.at[i] == '"')
			str_byte(out, '"');
		str_byte(out, plain.at[i]);
	}
	if (quote)
		str_byte(out, '"');
}

void
data_json_string(struct view plain, struct str *out)
{
	str_byte(out, '"');
	while (plain.len) {
		const char *start = plain.at;
		int32_t c = utf8_next(&plain);

		if (c < 0)
			str_add(out, "\\ufffd");
		else if (c == '"' || c == '\\')
			str_printf(out, "\\%c", (char)c);
		else if (c == '\n')
			str_add(out, "\\n");
		/* Nor anything that ends a script or drives a terminal. */
		else if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == '<' ||
			c == 0x2028 || c == 0x2029)
			str_printf(out, "\\u%04x", (unsigned)c);
		else
			str_bytes(out, start, (size_t)(plain.at - start));
	}
	str_byte(out, '"');
}

enum form { FORM_TSV, FORM_CSV, FORM_SAFE };

/* Where to, and how. */
struct put {
	struct str *out;
	enum form form;
	char between;
};

static void
put_field(struct view plain, enum form form, struct str *out)
{
	if (form == FORM_TSV)
		field_write(plain, out);
	else
		data_csv_field(plain, form == FORM_SAFE, out);
}

static void
put_line(const struct doc_section *section, const struct doc_cell *row,
	enum form form, struct str *out)
{
	bool first = true;

	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];

		if (column->flags & DOC_PEOPLE)
			continue;
		if (!first)
			str_byte(out, form == FORM_TSV ? '\t' : ',');
		first = false;
		put_field(row ? row[c].text : view_of(column->name), form, out);
	}
	str_byte(out, '\n');
}

/* The first table; NULL when there are only facts and prose. */
static const struct doc_section *
first_table(const struct doc *doc)
{
	for (size_t i = 0; i < doc->n; i++)
		if (doc->sections[i].shape == DOC_TABLE)
			return &doc->sections[i];
	return NULL;
}

/* One value of a document that is no table: where it stands, and itself. */
static void
put_value(const struct doc_section *section, size_t row,
	const struct doc_cell *value, struct view name, struct put put)
{
	if (!value->text.len)
		return;
	put_field(view_of(section->name), put.form, put.out);
	str_byte(put.out, put.between);
	str_int(put.out, (int64_t)row + 1);
	str_byte(put.out, put.between);
	put_field(name, put.form, put.out);
	str_byte(put.out, put.between);
	put_field(value->text, put.form, put.out);
	str_byte(put.out, '\n');
}

/* Documents of facts and several tables: section, row, name, value. */
static void
put_facts(const struct doc *doc, bool header, struct put put)
{
	char between = put.between;

	if (header)
		str_printf(put.out, "section%crow%cname%cvalue\n", between,
			between, between);
	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_section *section = &doc->sections[i];

		for (size_t r = 0; r < doc_rows(section); r++) {
			const struct doc_cell *row = doc_at(section, r, 0);

			if (section->shape == DOC_FACTS) {
				put_value(
					section, r, &row[2], row[0].text, put);
				continue;
			}
			for (size_t c = 0; c < section->columns_n; c++)
				put_value(section, r, &row[c],
					view_of(section->columns[c].name), put);
		}
	}
}

static void
write_lines(const struct doc *doc, bool header, enum form form, struct str *out)
{
	const struct doc_section *first = first_table(doc);

	struct put put = {out, form, form == FORM_TSV ? '\t' : ','};

	if (!first || doc->sections[0].shape != DOC_TABLE) {
		put_facts(doc, header, put);
		return;
	}
	if (header)
		put_line(first, NULL, form, out);
	for (size_t i = 0; i < doc->n; i++) {
		const struct doc_section *section = &doc->sections[i];

		if (section->columns != first->columns)
			continue;
		for (size_t r = 0; r < doc_rows(section); r++)
			put_line(section, doc_at(section, r, 0), form, out);
	}
}

void
data_write_tsv(const struct doc *doc, bool header, struct str *out)
{
	write_lines(doc, header, FORM_TSV, out);
}

void
data_write_csv(const struct doc *doc, bool header, bool safe, struct str *out)
{
	write_lines(doc, header, safe ? FORM_SAFE : FORM_CSV, out);
}

static void
json_member(const char *name, struct view value, struct str *out)
{
	data_json_string(view_of(name), out);
	str_byte(out, ':');
	data_json_string(value, out);
}

static void
json_row(const struct doc_section *section, const struct doc_cell *row,
	struct str *out)
{
	bool first = true;

	str_byte(out, '{');
	for (size_t c = 0; c < section->columns_n; c++) {
		const struct doc_column *column = &section->columns[c];

		if (column->flags & DOC_PEOPLE || !row[c].text.len)
			continue;
		if (!first)
			str_byte(out, ',');
		first = false;
		json_member(column->name, row[c].text, out);
	}
	str_byte(out, '}');
}

static void
json_section(const struct doc_section *section, struct str *out)
{
	str_byte(out, '{');
	json_member("name", view_of(section->name), out);
	str_add(out, ",\"rows\":[");
	for (size_t r = 0; r < doc_rows(section); r++) {
		str_add(out, r ? ",\n" : "\n");
		json_row(section, doc_at(section, r, 0), out);
	}
	str_add(out, "]}");
}

void
data_write_json(const struct doc *doc, struct str *out)
{
	struct str at = {0};

	moment_write(doc->now, &at);
	str_byte(out, '{');
	json_member("report", view_of(doc->name), out);
	str_byte(out, ',');
	json_member("as_of", str_view(&at), out);
	str_add(out, ",\"figures\":{");
	for (size_t i = 0; i < doc->figures_n; i++) {
		if (i)
			str_byte(out, ',');
		json_member(doc->figures[i].name, doc->figures[i].value, out);
	}
	str_add(out, "},\"sections\":[");
	for (size_t i = 0; i < doc->n; i++) {
		str_add(out, i ? ",\n" : "\n");
		json_section(&doc->sections[i], out);
	}
	str_add(out, "]}\n");
	str_fini(&at);
}
