/*
 * postcode.h - postal codes as each country writes them.
 */
#ifndef LEAD_POSTCODE_H
#define LEAD_POSTCODE_H

#include "base/str.h"

/*
 * Put the code at the end of out: "cf101aa" gives "CF10 1AA", Dutch "1234ab"
 * "1234 AB"; zeros that a spreadsheet took from the front are given back
 * where the country has a fixed length ("2134" in US gives "02134").
 * country is alpha-2; when empty only the British and Irish shapes, which
 * nobody else has, are known.  False, with out as it was, when the country's
 * codes do not look so.  A country whose shape is not in the table takes
 * anything: capitals and single blanks are all that is done.
 */
bool postcode_normalise(struct view in, struct view country, struct str *out);

/* Is it of the British shape (A9 9AA ... AA9A 9AA, GIR 0AA), any spacing? */
bool postcode_is_british(struct view in);

#endif
