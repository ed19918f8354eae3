/*
 * row_company.h - whom a row is of: the domain, and the type of subscriber.
 */
#ifndef ROW_COMPANY_H
#define ROW_COMPANY_H

#include "row.h"

/* The domain of the website, else of an e-mail that is not at a free mailer. */
void row_make_domain(struct row *row, const struct schema_columns *at);

/*
 * The type of subscriber goes by the company alone, if there is one and no
 * number; what is known of its name, in a country of the row's kind, is asked
 * for before it is needed.
 */
void row_make_subscriber(struct row *row, const struct schema_columns *at);
struct answer row_ask_subscriber(const struct row *row, struct view company);

#endif
