#include "row.h"

#include "record/field.h"

void
row_write(const struct row *row, bool plain, struct str *out)
{
	if (plain && !row->made_breaks && !row->odd_default) {
		fields_write_plain(row->out, row->n, out);
		return;
	}
	fields_write(row->out, row->n, out);
	str_byte(out, '\n');
}
