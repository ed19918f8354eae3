/*
 * link_rows.h - rows to link, and how they came to be grouped.
 */
#ifndef UNIT_LINK_ROWS_H
#define UNIT_LINK_ROWS_H

#include "unit.h"

#include "../../cmd/lead-import/link/link.h"

#include "base/mem.h"

#define COLUMNS 10
#define MOST 3000

static const struct view columns[COLUMNS] = {
	{"first_name", 10},
	{"last_name", 9},
	{"company", 7},
	{"email", 5},
	{"phone", 5},
	{"mobile", 6},
	{"street", 6},
	{"city", 4},
	{"postcode", 8},
	{"notes", 5},
};

/* Rows to link: COLUMNS texts each, and what comes out. */
struct rows {
	const char *field[MOST][COLUMNS];
	const char *known[MOST]; /* lead_ids of the first ones, or NULL */
	size_t n;
	struct arena text;    /* owned */
	uint32_t group[MOST]; /* a row's number, or LOST */
};

#define LOST UINT32_MAX /* nothing identifies the row */

static inline void
rows_add(struct rows *rows, const char *const row[COLUMNS])
{
	for (size_t i = 0; i < COLUMNS; i++)
		rows->field[rows->n][i] = row[i] ? row[i] : "";
	rows->n++;
}

static inline void
rows_fields(const struct rows *rows, size_t r, struct view fields[COLUMNS])
{
	for (size_t i = 0; i < COLUMNS; i++)
		fields[i] = view_of(rows->field[r][i]);
}

/* Link the rows; the link is the caller's to free. */
static inline struct link *
rows_run(struct rows *rows, const struct link_setup *setup)
{
	struct link *link = link_new(setup, columns, COLUMNS);
	struct link_row row = {0};
	struct link_scratch scratch = {0};
	uint32_t known = 0;

	for (size_t r = 0; r < rows->n; r++) {
		struct view id = view_of(rows->known[r] ? rows->known[r] : "");
		struct view fields[COLUMNS];

		rows_fields(rows, r, fields);
		rows->group[r] = LOST;
		if (link_read(link, fields, id, &row, &scratch))
			rows->group[r] = link_add(link, &row);
		known += id.len > 0;
	}
	link_run(link, known, true);
	for (size_t r = 0; r < rows->n; r++)
		if (rows->group[r] != LOST)
			rows->group[r] = link_first(link, rows->group[r]);
	link_row_fini(&row);
	link_scratch_fini(&scratch);
	return link;
}

static inline void
rows_link(struct rows *rows, const struct link_setup *setup)
{
	link_free(rows_run(rows, setup));
}

/* A crowd of people, each with a faulty copy, from a small generator. */
static inline void
rows_people(struct rows *rows, size_t n)
{
	static const char *const first[] = {"Ann", "Rhys", "Siân", "Tomos",
		"Olivia", "Priya", "George", "Megan", "Dafydd", "Lucy"};
	static const char *const last[] = {"Rees", "Jones", "Okafor", "Smith",
		"Llewellyn", "Patel", "Nowak", "Murphy", "Evans", "Baker",
		"Griffiths", "Khan", "Hughes"};
	static const char *const town[] = {"Bala", "Cardiff", "Ely", "Leeds"};

	for (size_t i = 0; i < n; i++) {
		struct str s = {0};
		const char *mail, *phone, *post;
		const char *l = last[i * 7 % 13], *f = first[i * 3 % 10];

		str_printf(&s, "%s.%zu@mail%zu.example", l, i, i % 17);
		mail = arena_text(&rows->text, s.data, s.len);
		str_clear(&s);
		str_printf(&s, "+4429%08zu", i * 7919 % 100000000);
		phone = arena_text(&rows->text, s.data, s.len);
		str_clear(&s);
		str_printf(&s, "CF%zu %zuAA", i % 40, i % 9);
		post = arena_text(&rows->text, s.data, s.len);
		rows_add(rows,
			(const char *[COLUMNS]){
				f, l, 0, mail, phone, 0, 0, town[i % 4], post});
		rows_add(rows,
			(const char *[COLUMNS]){f, i % 3 ? l : 0, 0, 0,
				i % 2 ? phone : 0, 0, 0, town[i % 4], post});
		str_fini(&s);
	}
}

static inline void
rows_free(struct rows *rows)
{
	arena_fini(&rows->text);
	mem_free(rows);
}

#endif
