/*
 * sheet.h - a table of ours and a lead to hold against it, both from one
 * input: its first line is the lead, the others are the rows.
 */
#ifndef FUZZ_SHEET_H
#define FUZZ_SHEET_H

#include "fuzz.h"
#include "record/header.h"
#include "record/page.h"
#include "record/record.h"
#include "record/sheet.h"

struct fuzz_case {
	struct str table;
	struct sheet sheet;
	struct header header;
	struct str line;
	struct page page;
	struct notes notes;
	struct record record;
	bool has_lead; /* the first line has as many fields as names */
};

/* The sheet reader ends the program on a file that is no table. */
static inline bool
fuzz_is_table(struct view text, struct view head)
{
	struct view rest = text, line;
	size_t most = 0;

	for (size_t i = 0; i < head.len; i++)
		most += head.at[i] == '\t';
	if (utf8_valid(text) != text.len ||
		view_find_byte(text, '\\') < text.len ||
		view_find_byte(text, '\0') < text.len)
		return false;
	while (view_cut(&rest, '\n', &line)) {
		size_t tabs = 0;

		for (size_t i = 0; i < line.len; i++)
			tabs += line.at[i] == '\t';
		if (tabs > most)
			return false;
	}
	return true;
}

/* False when data has no table; head is its first line, with LF. */
static inline bool
fuzz_case_init(struct fuzz_case *made, struct view data, struct view head,
	const char *const *names, size_t n)
{
	struct view lead = view_upto(data, view_find_byte(data, '\n'));
	struct view text = view_from(data, lead.len + 1);

	*made = (struct fuzz_case){0};
	if (!fuzz_is_table(text, head))
		return false;
	str_put(&made->table, head);
	str_put(&made->table, text);
	sheet_read(&made->sheet, "table.tsv", str_view(&made->table));
	for (size_t i = 0; i < n; i++)
		header_add(&made->header, view_of(names[i]));
	str_put(&made->line, lead);
	str_byte(&made->line, '\n');
	str_reserve(&made->line, RECORD_SLACK);
	page_read(&made->page, str_view(&made->line), true);
	made->has_lead =
		made->page.scan.lines_n && made->page.scan.lines[0] == n;
	made->record = (struct record){.base = made->page.bytes.at,
		.ends = made->page.scan.ends,
		.fields = n,
		.notes = &made->notes};
	return true;
}

static inline void
fuzz_case_fini(struct fuzz_case *made)
{
	notes_fini(&made->notes);
	page_fini(&made->page);
	str_fini(&made->line);
	header_fini(&made->header);
	sheet_fini(&made->sheet);
	str_fini(&made->table);
}

#endif
