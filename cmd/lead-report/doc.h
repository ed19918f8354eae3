/*
 * doc.h - what a report says, before anyone has decided how it looks.
 *
 * A document is a title, some figures, and sections; a section is a table
 * with a chart perhaps, or a few paragraphs.  Every format (text, tsv, json,
 * html, mail, ...) is a function of a document, so a report is written once.
 *
 * Cells hold plain text (no escapes of any format) exactly as the data has
 * it; show.h says how people see it.
 */
#ifndef REPORT_DOC_H
#define REPORT_DOC_H

#include "base/mem.h"
#include "base/str.h"

/* What the values of a column are. */
enum doc_kind {
	DOC_TEXT,  /* somebody's words: never translated */
	DOC_WORD,  /* a word of a vocabulary: shown in the reader's language */
	DOC_TIME,  /* RFC 3339 or a date: shown in the reader's zone */
	DOC_COUNT, /* a whole number */
	DOC_MONEY, /* "1250.50" or "1250.50 GBP" */
	DOC_RATE,  /* "0.2345"; the next two columns are its interval */
	DOC_DAYS,  /* a number of days */
	DOC_EMAIL,
	DOC_PHONE,
	DOC_LINK,  /* of a website */
	DOC_GATE,  /* a verdict: ok:..., no:..., ask:..., wait:..., stale:... */
	DOC_GRADE, /* A, B, C ... */
};

enum doc_flag {
	DOC_DATA = 1,	/* in tsv, csv and json only */
	DOC_PEOPLE = 2, /* everywhere else only */
	DOC_GROW = 4,	/* takes what room is left, and wraps */
	DOC_STRONG = 8, /* what the eye looks for first */
	DOC_SPARE = 16, /* left out where there is too little room */
};

struct doc_column {
	const char *name;  /* in data: [a-z_]+, never translated */
	const char *label; /* N_(): what people read */
	enum doc_kind kind;
	unsigned flags;
};

enum doc_tone { DOC_PLAIN, DOC_GOOD, DOC_WARN, DOC_BAD, DOC_FAINT };

struct doc_cell {
	struct view text; /* borrowed from the document's arena */
	enum doc_kind kind;
	enum doc_tone tone;
};

/* How a section is drawn beside its table. */
enum doc_chart {
	DOC_NO_CHART,
	DOC_BARS,   /* one bar a row */
	DOC_FUNNEL, /* one bar a row, centred; its rate is chart_n further */
	DOC_RATES,  /* a point a row on its interval: chart_at is the rate */
	DOC_SPARK,  /* a line over all rows: time series */
	DOC_STACK,  /* a bar a row, of the chart_n columns from chart_at */
};

enum doc_shape {
	DOC_TABLE,
	DOC_FACTS, /* rows of name, label, value: a list */
	DOC_PROSE, /* paragraphs: one cell a row */
};

struct doc_section {
	const char *name;    /* in data */
	const char *heading; /* borrowed or in the arena; already translated */
	const struct doc_column *columns; /* borrowed */
	size_t columns_n;
	struct doc_cell *cells; /* owned: row by row */
	size_t cells_n, cells_cap;
	enum doc_shape shape;
	enum doc_chart chart;
	size_t chart_at, chart_n; /* of the columns drawn */
	uint64_t more;		  /* rows that there are beyond these */
	const char *empty;	  /* said when there are no rows; or NULL */
};

/* A number at the top of the page. */
struct doc_figure {
	const char *name;
	const char *label; /* translated */
	struct view value;
	enum doc_kind kind;
	enum doc_tone tone;
};

/* What the whole is: a page of a report, or a letter to a customer. */
enum doc_layout { DOC_PAGE, DOC_LETTER };

struct doc {
	enum doc_layout layout;
	const char *name;	      /* "due" */
	const char *title;	      /* translated; borrowed or in the arena */
	const char *subtitle;	      /* of whom, what, since when; or NULL */
	int64_t now;		      /* the moment it is a picture of */
	struct doc_section *sections; /* owned */
	size_t n, cap;
	struct doc_figure *figures; /* owned */
	size_t figures_n, figures_cap;
	struct arena arena;
};

void doc_fini(struct doc *doc);

/* A copy in the document's arena: plain, or from a written field. */
struct view doc_keep(struct doc *doc, struct view plain);
struct view doc_keep_field(struct doc *doc, struct view written);
/* The same, NUL-ended, from a format. */
const char *doc_text(struct doc *doc, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

#endif
