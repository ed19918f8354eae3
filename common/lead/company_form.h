/*
 * company_form.h - legal forms in the folded name of a company, for company.c.
 */
#ifndef LEAD_COMPANY_FORM_H
#define LEAD_COMPANY_FORM_H

#include "lead/company.h"

/* A folded legal form at the end of a name. */
struct form {
	const char *words;
	enum company_form form; /* COMPANY_NO_FORM: may mean something else */
	bool abroad; /* initials that only other countries take for a form */
};

/* Fold, with "&" and "+" as "and". */
void company_fold(struct view in, struct str *out);

/* Is all of a folded text a form? */
bool company_is_form(struct view folded);

/* The longest form at the end of a folded name, and where it starts. */
const struct form *company_form_find(struct view folded, size_t *start);

/* Where the name traded under starts in a folded name; 0: there is none. */
size_t company_trading(struct view folded, size_t *owner);

/* What stands before a form, without the "and" of "Stewart and Co". */
struct view company_before(struct view folded, size_t at);

#endif
