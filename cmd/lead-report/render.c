#include "render.h"

#include "data.h"
#include "text.h"

#include <unistd.h>

static void
render_text(const struct doc *doc, const struct settings *set, struct str *out)
{
	struct text_style style = {0};

	if (!set->common.output)
		style = text_style_of(STDOUT_FILENO);
	text_write(doc, &style, out);
}

void
render(const struct doc *doc, const struct settings *set, struct str *out)
{
	bool header = !set->common.no_header;

	switch ((enum format)set->format) {
	case FORMAT_TSV:
		data_write_tsv(doc, header, out);
		break;
	case FORMAT_CSV:
		data_write_csv(doc, header, set->csv_safe, out);
		break;
	case FORMAT_JSON:
		data_write_json(doc, out);
		break;
	default:
		render_text(doc, set, out);
	}
}
