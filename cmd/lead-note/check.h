/*
 * check.h - notes that come from elsewhere: are their words in order?
 */
#ifndef NOTE_CHECK_H
#define NOTE_CHECK_H

#include "lead/audit.h"
#include "lead/bulk.h"

/* --append: take over the records on stdin. */
enum status
note_check_append(const struct journal *journal, const struct common *common);

/* --check: look the whole log over. */
enum status note_check_log(const struct journal *journal);

#endif
