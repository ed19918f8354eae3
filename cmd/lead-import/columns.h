/*
 * columns.h - the columns that lead-import writes, in their order, and what
 * is done to a value to get there.
 */
#ifndef COLUMNS_H
#define COLUMNS_H

#include "base/view.h"

enum kind {
	KIND_TEXT, /* blanks made single */
	KIND_ID,   /* as it stands, but for blanks around and vendor's marks */
	KIND_NOTE, /* free text: line breaks stay; several are joined */
	KIND_TAGS,
	KIND_NAME,
	KIND_FULL_NAME,
	KIND_COMPANY,
	KIND_COMPANY_NUMBER,
	KIND_EMAIL,
	KIND_PHONE,
	KIND_WEBSITE,
	KIND_DOMAIN,
	KIND_LINKEDIN,
	KIND_STREET, /* several lines are joined */
	KIND_POSTCODE,
	KIND_COUNTRY,
	KIND_NUMBER,
	KIND_MONEY,
	KIND_CURRENCY,
	KIND_DATE,
	KIND_STOP,	 /* yes: must not be contacted this way */
	KIND_PERMIT,	 /* the other way round */
	KIND_STOP_DATE,	 /* a date: since then must not be contacted */
	KIND_STOP_ALL,	 /* yes: on no channel */
	KIND_PERMIT_ALL, /* the other way round */
	KIND_REFUSAL,	 /* a state, which may be one ("Do Not Contact") */
	KIND_PREFERENCE, /* the same, and no refuses all: "Marketing" */
	KIND_REMARK, /* what it is, how it went: only so many words refuse */
	KIND_BASIS,
	KIND_CONSENT, /* yes: it is the lawful basis; no: stops e-mail */
	KIND_SUBSCRIBER,
	KIND_BOUNCED, /* yes, when or why: mail came back */
	KIND_FILE,    /* a file's name, which tells the source */
	KIND_DROP,
};

struct column {
	const char *name;
	enum kind kind;
	bool core; /* written whether the input has it or not */
};

/* The columns of DESIGN's record; a NULL name ends them. */
extern const struct column columns[];

/* Which column a canonical name of headers.tsv goes to, and how. */
struct route {
	const char *canonical, *column;
	enum kind kind;
	bool keep; /* also kept under its own name */
};

/* NULL when it is a column of its own. */
const struct route *columns_route(struct view canonical);

/* What is done to the values of a canonical name that has no column of ours. */
enum kind columns_own_kind(struct view canonical);

/* The column of that name, or NULL. */
const struct column *columns_find(struct view name);

/* Is this a column that a program of ours owns, so that no dump may? */
bool columns_reserved(struct view name);

#endif
