#include "record/page.h"

#include "base/lang.h"
#include "record/canon.h"
#include "record/record.h"

/* Keep the whole records of what is good; the fault is in the next one. */
static void
cut(struct page *page, struct view good, const char *fault)
{
	size_t field = 0;

	while (good.len && good.at[good.len - 1] != '\n')
		field += good.at[--good.len] == '\t';
	page->bytes = good;
	page->fault = fault;
	page->fault_field = field;
}

void
page_read(struct page *page, struct view bytes, bool raw)
{
	page->bytes = bytes;
	page->fault = NULL;
	scan_bytes(&page->scan, bytes);
	if (!canon_is(bytes, &page->scan, raw)) {
		size_t good;

		str_clear(&page->canon);
		good = canon_write(bytes, raw, &page->canon);
		str_reserve(&page->canon, RECORD_SLACK);
		page->bytes = str_view(&page->canon);
		if (good < bytes.len)
			cut(page, page->bytes,
				N_("unknown escape: is a backslash just a "
				   "backslash here? then use --raw"));
		scan_bytes(&page->scan, page->bytes);
	}
	if (page->scan.valid < page->bytes.len) {
		cut(page, view_upto(page->bytes, page->scan.valid),
			N_("not valid UTF-8: bring the file in with "
			   "lead-import, or convert it with iconv"));
		scan_bytes(&page->scan, page->bytes);
	}
}

void
page_fini(struct page *page)
{
	scan_fini(&page->scan);
	str_fini(&page->canon);
}
