/*
 * email.h - e-mail addresses: their form, never whether anyone reads them.
 *
 * The form is that of RFC 5321 without its rarities: no quoted local part,
 * no address literal, a domain of two labels at least.  Letters beyond ASCII
 * are taken (RFC 6531).
 */
#ifndef LEAD_EMAIL_H
#define LEAD_EMAIL_H

#include "base/str.h"

/*
 * Put the address in lower case at the end of out.  "mailto:a@b.cy?subject=x",
 * "SMTP:a@b.cy", "Nia Rees <nia@b.cy>", quotes, blanks (around the @, too) and
 * a stray full stop, comma or semicolon at the end are seen through.  False,
 * with out as it was, when there is no one address in it.  (Case in a local
 * part could matter, says RFC 5321; no provider of today makes use of that.)
 */
bool email_normalise(struct view in, struct str *out);

/*
 * Cut the first address of several off the front of *rest ("a@b.cy; c@d.cy",
 * separated by comma, semicolon, slash, bar or blanks), as view_cut() does.
 */
bool email_cut(struct view *rest, struct view *address);

/* The same, passing over what is none, with the address in its form in out. */
bool email_next(struct view *rest, struct str *out);

/* What is behind the @ of a normalised address. */
struct view email_domain(struct view address);

/*
 * Is it the address of a task and not of a person (info@, sales@, gwerthiant@,
 * RFC 2142's postmaster@)?  Such an address identifies nobody.
 */
bool email_is_role(struct view address);

/* May anyone have an address at a domain: gmail.com, yahoo.co.uk? */
bool email_is_free(struct view domain);

#endif
