#include "base/lang.h"
#include "record/csv.h"

size_t
csv_line_end(const struct csv *csv)
{
	const char *from = csv->data + csv->start;
	const char *end =
		memchr(from, csv->dialect.line_end, csv->len - csv->start);

	return end ? (size_t)(end - csv->data) + 1 : csv->len;
}

struct view
csv_raw(const struct csv *csv)
{
	struct view raw = {csv->data + csv->start, csv->end - csv->start};

	if (raw.len && raw.at[raw.len - 1] == csv->dialect.line_end)
		raw.len--;
	if (raw.len && raw.at[raw.len - 1] == '\r')
		raw.len--;
	return raw;
}

void
csv_complain(const struct csv *csv, struct str *out)
{
	switch (csv->fault) {
	case CSV_FINE:
		break;
	case CSV_FEW:
	case CSV_MANY:
		str_printf(out, _("%zu fields, but the header has %zu"), csv->n,
			csv->width);
		break;
	case CSV_OPEN:
		str_add(out, _("a quote is opened here and never closed"));
		break;
	case CSV_ODD:
		str_add(out, _("the quotes make no sense"));
		break;
	case CSV_LONG:
		str_printf(out,
			_("the record is longer than %zu bytes; see"
			  " --max-record"),
			csv->max_record);
		break;
	}
}
