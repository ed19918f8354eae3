/*
 * country.h - countries by their names and codes.
 *
 * ISO 3166-1 names, common and official names, in English and Welsh (Debian
 * iso-codes 4.15, LGPL-2.1+), and what people write besides: UK, England,
 * Cymru, USA, Holland, Deutschland; and XK, Kosovo, which ISO has not.
 */
#ifndef LEAD_COUNTRY_H
#define LEAD_COUNTRY_H

#include "base/str.h"

/*
 * Put the alpha-2 code at the end of out.  Case, marks and stops do not
 * matter; alpha-3 and numeric codes are taken too.  False, with out as it
 * was, when it is no country that we know.
 */
bool country_normalise(struct view in, struct str *out);

/* Is it an alpha-2 code, in capitals, that ISO 3166-1 has assigned? */
bool country_is_code(struct view code);

/* The English name of an alpha-2 code; empty when there is none. */
struct view country_name(struct view code);

#endif
