/*
 * row.h - one record of a dump becomes one lead record.
 *
 * Pure: what comes out depends on the record, the plan and the context only.
 */
#ifndef ROW_H
#define ROW_H

#include "answers.h"
#include "recall.h"
#include "schema.h"

#include "record/csv.h"

/* What holds for all rows. */
struct row_context {
	const struct schema *schema; /* borrowed */
	struct view obtained_at;     /* the moment of the import */
	struct view country;	     /* of rows that name none; may be empty */
	struct view home; /* by which numbers are read then; may be empty */
	struct view import_id; /* of the rows that are new; may be empty */
	struct view basis;     /* of rows that state none; may be empty */
};

/* Things worth telling, counted over rows. */
enum row_oddity {
	ODD_NOT_UTF8, /* rows that had to be read as Windows-1252 */
	ODD_EMAIL,    /* e-mail addresses that are none */
	ODD_PHONE,    /* telephone numbers that are none */
	ODD_DATE,     /* dates that cannot be read */
	ODD_COUNTRY,  /* countries that cannot */
	ODD_REFUSAL,  /* notes in which somebody may refuse */
	ODD_KINDS
};

/* Columns that several fields of a record are put together in. */
enum row_joint { JOIN_NOTES, JOIN_TAGS, JOIN_STREET, JOINTS };

#define ROW_KEPT 16 /* at most */

/* Where one stood first. */
struct row_odd {
	uint64_t line; /* line ends before it, from the chunk's start */
	int column;    /* of the output, that it was for; or -1 */
};

struct row {
	struct view *out; /* owned: the columns of the output, as plain text */
	size_t n;
	struct str text;	   /* owned: values that were made */
	struct str scratch;	   /* owned */
	struct str joined[JOINTS]; /* owned: empty unless there are several */
	char country[3];	   /* alpha-2 of the row, or empty */
	struct view country_of;	   /* the value that says so, if one does */
	struct view company_of;	   /* the value that seems to be the company */
	struct answer company_asked; /* of which this was asked */
	struct view job;	     /* that stood behind a name */
	struct view refused;	     /* an address or number that refuses */
	bool bounced;		     /* a field says that mail came back */
	bool phone_dead;	     /* one, that nobody answers there */
	bool email_ok, phone_ok;
	uint8_t phone_type; /* see struct link_scratch */
	uint64_t odd[ODD_KINDS];
	struct row_odd first[ODD_KINDS]; /* where there are any */
	uint64_t line;			 /* in: as those of struct row_odd */
	const struct csv *csv; /* in: the record; fields tell of others */
	struct recall recall;
	struct answers answers;
	bool mended;		    /* a field was not UTF-8 */
	bool clean;		    /* the record's text needs no mending */
	bool tidy;		    /* it is csv->tidy */
	bool same;		    /* it is to be written as it stands */
	struct view rest;	    /* of a field with several values */
	struct view kept[ROW_KEPT]; /* lines of the notes that come last */
	size_t kept_n;
	bool several;	  /* the vendor puts several values in a field */
	bool made_breaks; /* a value was made that has line breaks */
	bool odd_default; /* what holds for all rows may need an escape */
};

/* Count a value that cannot be read. */
static inline void
row_note_odd(struct row *row, enum row_oddity odd, int column)
{
	if (!row->odd[odd]++)
		row->first[odd] = (struct row_odd){row->line, column};
}

void row_init(struct row *row, const struct row_context *context);
void row_fini(struct row *row);

/*
 * Make row->out of the record in csv's hand; the views live until the next
 * call.  clean: the text is known to need no mending.
 */
void row_make(struct row *row, const struct row_context *context,
	const struct dump_plan *plan, const struct csv *csv, bool clean);

/*
 * Put the row as a line at the end of out.  plain: nothing in its record
 * needs an escape.
 */
void row_write(const struct row *row, bool plain, struct str *out);

/* For row_value.c: the row's country, or nothing. */
static inline struct view
row_country(const struct row *row)
{
	return (struct view){row->country, row->country[0] ? 2 : 0};
}

/* For row_value.c: the value of a column. */
static inline struct view *
row_at(struct row *row, int column)
{
	return &row->out[column];
}

#endif
