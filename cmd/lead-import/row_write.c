#include "row.h"

#include "record/field.h"

void
row_write(const struct row *row, bool plain, struct str *out)
{
	if (plain && !row->made_breaks && !row->odd_default) {
		fields_write_plain(row->out, row->n, out);
		return;
	}
	for (size_t i = 0; i < row->n; i++) {
		if (i)
			str_byte(out, '\t');
		field_write(row->out[i], out);
	}
	str_byte(out, '\n');
}
