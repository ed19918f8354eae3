#include "headers.h"

#include "lead/fold.h"

void
headers_snake(struct view name, struct str *out)
{
	size_t start = out->len;
	struct str key = {0};

	fold_key(name, &key);
	for (size_t i = 0; i < key.len; i++) {
		char c = key.data[i];
		bool letter = c >= 'a' && c <= 'z';
		bool digit = c >= '0' && c <= '9';

		if (out->len == start && digit)
			str_add(out, "x_");
		if (letter || digit)
			str_byte(out, c);
		else if (out->len > start && out->data[out->len - 1] != '_')
			str_byte(out, '_');
	}
	while (out->len > start && out->data[out->len - 1] == '_')
		out->len--;
	if (out->len == start)
		str_add(out, "column");
	str_fini(&key);
}
