/*
 * dump.h - an operand of lead-import, opened: its encoding, its dialect,
 * where its table is.
 */
#ifndef DUMP_H
#define DUMP_H

#include "text.h"

#include "base/opt.h"
#include "record/csv_layout.h"

struct dump {
	const char *name; /* borrowed: for messages */
	struct text text;
	struct csv_layout layout;
	struct view *names; /* owned: those of layout, as UTF-8 */
	size_t data_at;	    /* offset in the file of the first record */
	size_t not_header;  /* line that looks like one, with --columns */

	/* How far the run is; the chunk whose turn it is may touch them. */
	size_t next_at;	    /* the next record starts here */
	uint64_t next_line; /* line ends before that */
	uint64_t rows;	    /* records so far, damaged ones too */
	uint64_t blank;	    /* lines skipped */
	uint64_t mended;    /* records with odd quotes that were kept */
	uint64_t again;	    /* lines that were the header again */
	uint64_t not_utf8;  /* records that were not UTF-8 */
	size_t columns;	    /* that are handed on: see layout.tail */
	bool second;	    /* behind a second header */
	bool ours;	    /* our own TSV: leads, or rejects */
};

/*
 * Open an operand.  encoding: see text_open(); with --columns there is no
 * header.  Trouble is status 2.
 */
void dump_open(struct dump *dump, const char *path, const char *encoding,
	const struct common *common);
void dump_close(struct dump *dump);

/*
 * Does a record have text in the columns that have no name and were empty?
 * Nobody knows what it is.
 */
bool dump_has_tail(const struct dump *dump, const struct csv *csv);

/* Say what the dump was taken for: one line on stderr. */
void dump_say(const struct dump *dump);

/* Of the rows so far, what was mended, skipped or read as Windows-1252. */
void dump_say_end(const struct dump *dump);

#endif
