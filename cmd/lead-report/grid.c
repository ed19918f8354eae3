#include "grid.h"

#include "base/die.h"
#include "base/lang.h"
#include "base/mem.h"

#include <libsmartcols/libsmartcols.h>
#include <locale.h>
#include <stdlib.h>

struct grid {
	struct libscols_table *table; /* owned */
	struct libscols_line *line;   /* borrowed from table */
};

/* It fails for want of memory only. */
static void
check(int result)
{
	if (result < 0)
		die(_("out of memory"));
}

struct grid *
grid_new(bool colour, bool headings)
{
	struct grid *grid = mem_new(1, sizeof(*grid));

	/* Without it libsmartcols takes every byte above ASCII for one cell. */
	(void)setlocale(LC_CTYPE, "C.UTF-8");
	grid->table = scols_new_table();
	if (!grid->table)
		die(_("out of memory"));
	/* Text has been through visible_write(); once is enough. */
	check(scols_table_enable_noencoding(grid->table, 1));
	check(scols_table_enable_colors(grid->table, colour));
	check(scols_table_enable_noheadings(grid->table, !headings));
	check(scols_table_set_column_separator(grid->table, "  "));
	/* The cells have been fitted: it has only to align them. */
	check(scols_table_set_termforce(grid->table, SCOLS_TERMFORCE_NEVER));
	return grid;
}

void
grid_free(struct grid *grid)
{
	scols_unref_table(grid->table);
	mem_free(grid);
}

void
grid_column(struct grid *grid, const char *label, unsigned flags)
{
	int how = 0;
	struct libscols_column *column;

	if (flags & GRID_RIGHT)
		how |= SCOLS_FL_RIGHT;
	if (flags & GRID_WRAP)
		how |= SCOLS_FL_WRAP;
	column = scols_table_new_column(grid->table, label, 0.01, how);
	if (!column)
		die(_("out of memory"));
	if (flags & GRID_WRAP)
		check(scols_column_set_wrapfunc(column, scols_wrapnl_chunksize,
			scols_wrapnl_nextchunk, NULL));
	if (scols_table_colors_wanted(grid->table))
		check(scols_cell_set_color(
			scols_column_get_header(column), "\033[2m"));
}

void
grid_row(struct grid *grid)
{
	grid->line = scols_table_new_line(grid->table, NULL);
	if (!grid->line)
		die(_("out of memory"));
}

void
grid_cell(struct grid *grid, size_t column, const char *text,
	const char *sequence)
{
	check(scols_line_set_data(grid->line, column, text));
	if (sequence)
		check(scols_cell_set_color(
			scols_line_get_cell(grid->line, column), sequence));
}

void
grid_write(struct grid *grid, struct str *out)
{
	char *text = NULL;
	struct view rest;
	struct view line;

	check(scols_print_table_to_string(grid->table, &text));
	rest = view_of(text);
	while (rest.len && view_cut(&rest, '\n', &line)) {
		while (line.len && line.at[line.len - 1] == ' ')
			line.len--;
		str_put(out, line);
		str_byte(out, '\n');
	}
	free(text);
}
