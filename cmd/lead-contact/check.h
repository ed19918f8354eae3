/*
 * check.h - contacts that come from elsewhere: are their words in order, are
 * their moves of stage lawful?
 */
#ifndef CONTACT_CHECK_H
#define CONTACT_CHECK_H

#include "lead/audit.h"
#include "lead/bulk.h"

/* --append: take over the records on stdin. */
enum status
check_append(const struct journal *journal, const struct common *common);

/* --check: look the whole log over. */
enum status check_log(const struct journal *journal);

#endif
