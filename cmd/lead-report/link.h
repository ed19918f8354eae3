/*
 * link.h - addresses that one can click on, if they are nothing else.
 */
#ifndef REPORT_LINK_H
#define REPORT_LINK_H

#include "doc.h"

/*
 * Put "tel:+44...", "mailto:..." or "https://..." for a cell at the end of
 * out, with every byte that could end or change the address percent-encoded.
 * False, with nothing put, when it is not what its kind says: a telephone
 * number in E.164, an address with one @, a website over http or https.
 */
bool link_of(const struct doc_cell *cell, struct str *out);

#endif
