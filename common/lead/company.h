/*
 * company.h - names of companies, and what of them identifies one.
 *
 * Legal forms after cleanco's term data (MIT), Companies House's and
 * Companies Act 2006 s. 58-60 (Ltd, Cyf, plc, ccc and their long forms).
 */
#ifndef LEAD_COMPANY_H
#define LEAD_COMPANY_H

#include "base/str.h"

/* What the law of its country makes of a company, as its name says. */
enum company_form {
	COMPANY_NO_FORM,     /* the name does not say */
	COMPANY_BODY,	     /* a legal person: Ltd, plc, LLP, GmbH, Cyf */
	COMPANY_PARTNERSHIP, /* ordinary partnerships, "& Sons", "& Partners" */
	COMPANY_TRADER,	     /* "t/a", "trading as", "sole trader" */
};

/*
 * Put the name at the end of out with blanks collapsed.  Capitals stay as
 * they are: nobody can tell IBM from ACME.
 */
void company_normalise(struct view in, struct str *out);

/*
 * Put a number of Companies House at the end of out: capitals, no blanks, and
 * the zeros in front that a spreadsheet took off ("1234567.0" is 01234567).
 * False, with out as it was, for other countries' and what is none.
 */
bool
company_number_normalise(struct view in, struct view country, struct str *out);

/*
 * Put the matching key at the end of out: folded (fold.h), legal forms, "the"
 * and "and" off, what stands behind "t/a" alone.  "The Acme Widget Co. Ltd"
 * and "ACME WIDGET" give "acme widget".  Never empty for a name that has a
 * letter or digit.
 */
void company_key(struct view in, struct str *out);

/* The name without its legal form at the end or start: a view into in. */
struct view company_base(struct view in);

/*
 * Initials that only other countries take for a form ("SA", "Spa", "AG") are
 * one in what spelling?
 */
enum company_abroad {
	COMPANY_SPELT,	  /* as a form is spelt: "S.A.", "A/S", "SpA" */
	COMPANY_CAPITALS, /* in capitals behind small letters, too */
	COMPANY_ANY,
};

/* As spelt where English is spoken, in capitals when the country is empty. */
enum company_abroad company_abroad(struct view country);

enum company_form company_form(struct view in, enum company_abroad abroad);

#endif
