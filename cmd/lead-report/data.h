/*
 * data.h - a document for programs: TSV, CSV, JSON.
 *
 * Names and values as the data has them, never translated.
 */
#ifndef REPORT_DATA_H
#define REPORT_DATA_H

#include "doc.h"

/*
 * The rows of the first section and of all others with the same columns, as
 * a record stream; a document that begins with facts as section, row, name,
 * value.
 */
void data_write_tsv(const struct doc *doc, bool header, struct str *out);

/*
 * The same as CSV (RFC 4180, LF).  safe: no cell can be taken for a formula
 * by a spreadsheet.
 */
void
data_write_csv(const struct doc *doc, bool header, bool safe, struct str *out);

/* Everything, as one JSON object (RFC 8259), in ASCII but for UTF-8 text. */
void data_write_json(const struct doc *doc, struct str *out);

/* One field of each. */
void data_csv_field(struct view plain, bool safe, struct str *out);
void data_json_string(struct view plain, struct str *out);

#endif
