/*
 * csv.h - comma-separated text cut into records, whatever it is separated by.
 *
 * Plain and rightly quoted records are cut by bit masks, 64 bytes at a time;
 * what has odd quotes goes to libcsv (see csv_odd.h).  RFC 4180 is the norm;
 * beyond it:
 *
 * - A record that has not the wanted number of fields, or whose quotes make
 *   no sense, is handed out as damaged.  Reading goes on at the next line,
 *   so that one stray quote costs one line.
 * - A quote inside an unquoted field, or inside a quoted one before anything
 *   but a delimiter, or two in a field, stand for themselves if the line has
 *   the wanted number of fields then; such a record is counted as mended.
 * - Blank lines, and lines of delimiters only, are skipped, unless there is
 *   but one column.
 */
#ifndef RECORD_CSV_H
#define RECORD_CSV_H

#include "base/str.h"

/* What must be readable, and zero, behind the bytes given to csv_feed(). */
#define CSV_PADDING 64

/* A quoted field of more lines than these was never closed. */
#define CSV_BREAKS 100

struct csv_dialect {
	char delimiter;	  /* 0: there is none, a line is a field */
	char quote;	  /* 0: there is none */
	char line_end;	  /* '\n', before which a '\r' is dropped, or '\r' */
	bool doubled;	  /* with quote ': each " is written twice */
	bool backslash;	  /* inside quotes \" is a quote and \\ a backslash */
	bool skip_blanks; /* blanks around a field do not belong to it */
	bool escapes;	  /* our own TSV: \t \n \r \\ in fields (field.h) */
};

enum csv_fault {
	CSV_FINE,
	CSV_FEW,  /* fewer fields than wanted */
	CSV_MANY, /* more */
	CSV_OPEN, /* a quote is opened and never closed */
	CSV_ODD,  /* quotes that make no sense */
	CSV_LONG, /* longer than a record may be */
};

enum csv_got {
	CSV_RECORD,  /* fields, n */
	CSV_DAMAGED, /* fault, n for FEW and MANY */
	CSV_MORE,    /* the record at at goes on behind what was fed */
	CSV_END,     /* nothing is left */
};

struct csv {
	struct csv_dialect dialect;
	size_t width;	   /* fields of a record; 0: any number */
	size_t least;	   /* so many will do; 0: width */
	size_t max_record; /* bytes */

	/* The record in hand, until the next csv_next(). */
	struct view *fields;  /* owned; the views into data or text */
	size_t n;	      /* how many */
	size_t start, end;    /* of it in data; end is behind its last LF */
	size_t line;	      /* where it starts: line ends since csv_feed() */
	enum csv_fault fault; /* why it is damaged */
	bool mended;	      /* quotes stood for themselves */
	bool plain; /* no field has a control or a backslash: nothing that
		       our own TSV would escape */
	bool tidy;  /* besides, all are ASCII, and blanks stand singly and
		       inside */

	/* What is fed, and how far it is read. */
	const char *data; /* borrowed */
	size_t len;
	size_t at;	/* the next record starts here */
	size_t line_at; /* line ends before it */
	bool last;	/* nothing comes behind data */
	uint64_t blank; /* lines skipped so far */

	bool wide; /* look with wide registers, as the processor can */

	/* The masks of the block at base: see csv.c. */
	size_t base;
	uint64_t seps, special, inner, escapes, untidy, quotes;
	uint64_t marked; /* all of them but seps */
	uint64_t inside; /* all ones: a quoted field goes on into the next */
	/* Of the byte before base, 1 or 0: */
	uint64_t before; /* may it precede a quote? */
	uint64_t blank_before, return_before;
	bool distrust; /* the last record had odd quotes */
	bool skipping; /* what is at at is the rest of a record too long */

	size_t fields_cap;
	struct str text;     /* owned: fields that are not as they stand */
	struct csv_odd *odd; /* owned: libcsv; NULL until it is needed */
};

void csv_begin(struct csv *csv, struct csv_dialect dialect, size_t width,
	size_t max_record);
void csv_finish(struct csv *csv);

/*
 * Read data from offset at on.  data must stay until the next csv_feed(), and
 * CSV_PADDING zero bytes behind it.  A record must start at at.
 */
void csv_feed(struct csv *csv, struct view data, size_t at, bool last);

enum csv_got csv_next(struct csv *csv);

/* The bytes of the record in hand, without the line end. */
struct view csv_raw(const struct csv *csv);

/* Put what is wrong with the record in hand at the end. */
void csv_complain(const struct csv *csv, struct str *out);

#endif
