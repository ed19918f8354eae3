/*
 * settings.h - what the command line said.
 */
#ifndef REPORT_SETTINGS_H
#define REPORT_SETTINGS_H

#include "base/opt.h"

/* In the order of the words of --format. */
enum format {
	FORMAT_TEXT,
	FORMAT_TSV,
	FORMAT_CSV,
	FORMAT_JSON,
	FORMAT_HTML,
	FORMAT_MAIL,
	FORMAT_ICS,
	FORMAT_MS,
	FORMAT_MD,
};

#define FORMAT_WORDS "text|tsv|csv|json|html|mail|ics|ms|md"

struct settings {
	struct common common;
	int format;	       /* enum format */
	uint64_t rows;	       /* SETTINGS_UNSET: as the format has it */
	const char *by;	       /* a column; NULL: none */
	const char *user;      /* only what is theirs; NULL: all */
	const char *since;     /* NULL: from the beginning */
	struct opt_list where; /* conditions that must all hold */
	bool csv_safe, send, store, reports;
	const char *to; /* the mail's recipient; NULL: see mail.h */
	const char *contacts, *notes, *catalogue; /* NULL: those of the store */
	const char *key; /* which lead: the second operand */
};

#define SETTINGS_UNSET UINT64_MAX

#endif
