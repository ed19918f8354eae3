/*
 * brief.h - the sections of a brief that draw on the catalogue and the logs.
 */
#ifndef REPORT_BRIEF_H
#define REPORT_BRIEF_H

#include "one.h"

/* Features -> benefits -> value of the product that suits the lead. */
void brief_put_product(const struct one *one, struct doc *doc);

/* Objections that stand, our answers, and how often those were accepted. */
void brief_put_objections(const struct one *one, struct doc *doc);

/* What is still to ask, and the terms to give. */
void brief_put_questions(const struct one *one, struct doc *doc);

/* What else could be sold. */
void brief_put_offers(const struct one *one, struct doc *doc);

/* The last contacts and notes, the newest first. */
void brief_put_history(const struct one *one, struct doc *doc);

/* What an entry of the note log says, in short: as written. */
struct view brief_said(const struct entry *entry);

/* What the lead is like, in words: for product_is_for(). */
void brief_words(const struct one *one, struct str *out);

/* The text of the product's row of a kind with a name; empty: none. */
struct view
brief_named(const struct one *one, enum product_row row, struct view name);

#endif
