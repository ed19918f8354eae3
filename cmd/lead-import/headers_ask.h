/*
 * headers_ask.h - headers that ask for permission in words of their own.
 *
 * Forms and lead ads write their question over the column: "May we call
 * you?", "I agree to receive e-mails", "Tick if you do not wish to be
 * contacted".  Who answered no to the first two, or yes to the third, has
 * objected to direct marketing (UK GDPR article 21(2), PECR regulation 22):
 * such a column must not be passed over because no table has its header.
 */
#ifndef HEADERS_ASK_H
#define HEADERS_ASK_H

#include "base/view.h"

/*
 * The canonical name of what a header asks ("call_optin", "no_contact"), or
 * empty: it asks for no permission.  One that names several channels, or
 * none, is of all.
 */
struct view headers_ask(struct view name);

#endif
