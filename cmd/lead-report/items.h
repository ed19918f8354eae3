/*
 * items.h - reports on what notes say of leads: each lead of the stream is
 * looked up in the note log.
 */
#ifndef REPORT_ITEMS_H
#define REPORT_ITEMS_H

#include "group.h"
#include "list.h"
#include "notebook.h"
#include "people.h"

/* The lead's columns that stand at the end of every row, in this order. */
enum items_lead {
	ITEMS_LEAD_ID,
	ITEMS_NAME,
	ITEMS_COMPANY,
	ITEMS_PHONE,
	ITEMS_EMAIL,
	ITEMS_OWNER,
	ITEMS_STAGE,
	ITEMS_LEAD_FIELDS,
};

#define ITEMS_LEAD_COLUMNS                                                     \
	{"lead_id", N_("Lead"), DOC_TEXT, DOC_DATA},                           \
		{"full_name", N_("Name"), DOC_TEXT, DOC_STRONG},               \
		{"company", N_("Company"), DOC_TEXT, 0},                       \
		{"phone", N_("Phone"), DOC_PHONE, DOC_SPARE},                  \
		{"email", N_("E-mail"), DOC_EMAIL, DOC_SPARE},                 \
		{"owner", N_("Owner"), DOC_TEXT, DOC_SPARE},                   \
	{                                                                      \
		"stage", N_("Stage"), DOC_WORD, DOC_SPARE                      \
	}

struct items {
	struct list list; /* first: see list_report_start() */
	int lead[ITEMS_LEAD_FIELDS];
	int country;
	struct groups groups;
	struct notebook notes;
	struct people people;
};

/* A thread's own; one lead's notes at a time. */
struct items_state {
	struct list_set *set;
	struct groups groups;
	struct history history;
	struct known known;
};

void items_open(struct job *job);
void *items_start(struct job *job);
void items_stop(struct job *job, void *state);
void items_close(struct job *job);

/* Load what is known of the record's lead into the state. */
void items_load(const struct items *items, struct items_state *state,
	const struct record *in);

/* A field of the lead. */
struct view items_get(const struct items *items, const struct record *in,
	enum items_lead field);

/* Put these fields, then the lead's, into a row's line. */
void items_put(const struct items *items, const struct record *in,
	const struct view *fields, size_t n, struct str *line);

/*
 * Write a section for each part (or for part i only) with rows of exactly
 * the columns' fields.
 */
struct items_section {
	const char *name, *empty;
	const struct doc_column *columns;
	size_t n;
};

void items_write(const struct items *items, struct doc *doc, size_t i,
	const struct items_section *what);

#endif
