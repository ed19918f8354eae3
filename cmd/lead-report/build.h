/*
 * build.h - how a report puts its document together: section by section,
 * row by row, cell by cell.
 */
#ifndef REPORT_BUILD_H
#define REPORT_BUILD_H

#include "doc.h"

/* Begin a section; what follows goes into it.  Valid until the next one. */
struct doc_section *build_section(struct doc *doc, const char *name,
	const char *heading, const struct doc_column *columns, size_t n);

/* A section of facts, and one of paragraphs. */
struct doc_section *
build_facts(struct doc *doc, const char *name, const char *heading);
struct doc_section *
build_prose(struct doc *doc, const char *name, const char *heading);

/* The next cell of the last section: plain text, which is copied. */
void build_cell(struct doc *doc, struct view plain);
void build_tone(struct doc *doc, struct view plain, enum doc_tone tone);
void build_count(struct doc *doc, uint64_t n);
/* A written field (see record/field.h). */
void build_field(struct doc *doc, struct view written);
/* n per thousandth parts: 2345 of 10,000 is "0.2345"; -1 is empty. */
void build_rate(struct doc *doc, int64_t per_10000);

/* A fact: left out when the value is empty. */
void build_fact(struct doc *doc, const char *name, const char *label,
	struct view written, enum doc_kind kind);
void build_paragraph(struct doc *doc, struct view plain);

void build_figure(struct doc *doc, const char *name, const char *label,
	uint64_t value, enum doc_tone tone);
/* False when there is one of that name already: it stays. */
bool build_figure_as(struct doc *doc, const char *name, const char *label,
	struct view value, enum doc_kind kind);

/* How many whole rows a section has, and a cell of one. */
size_t doc_rows(const struct doc_section *section);
const struct doc_cell *
doc_at(const struct doc_section *section, size_t row, size_t column);

#endif
