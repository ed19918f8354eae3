#include "render.h"

#include "calendar.h"
#include "data.h"
#include "html.h"
#include "markdown.h"
#include "roff.h"
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
	case FORMAT_HTML:
		html_write(doc, out);
		break;
	case FORMAT_ICS:
		(void)calendar_write(doc, out);
		break;
	case FORMAT_MS:
		roff_write(doc, out);
		break;
	case FORMAT_MD:
		markdown_write(doc, out);
		break;
	default:
		render_text(doc, set, out);
	}
}
