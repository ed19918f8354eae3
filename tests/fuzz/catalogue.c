/* A catalogue of any kind is read or refused, and any lead is matched. */
#include "fuzz.h"

#include "../cmd/lead-score/offer.h"
#include "record/field.h"

static const char head[] = "product\trow\tname\ttext\tvalue\tfor\trequires\n";

static bool
is_table(struct view text)
{
	struct view rest = text, line;

	if (utf8_valid(text) != text.len ||
		view_find_byte(text, '\\') < text.len ||
		view_find_byte(text, '\0') < text.len)
		return false;
	while (view_cut(&rest, '\n', &line)) {
		size_t tabs = 0;

		for (size_t i = 0; i < line.len; i++)
			tabs += line.at[i] == '\t';
		if (tabs > 6)
			return false;
	}
	return true;
}

static void
match_one(const struct catalogue *catalogue, struct view lead)
{
	static const char *const names[] = {
		"industry", "needs", "products", "budget"};
	struct header header = {0};
	struct offers offers;
	struct offer_found found;
	struct str bytes = {0};
	struct page page = {0};
	struct record record = {.fields = 4};

	for (size_t i = 0; i < 4; i++)
		header_add(&header, view_of(names[i]));
	str_put(&bytes, lead);
	str_byte(&bytes, '\n');
	page_read(&page, str_view(&bytes), true);
	if (page.scan.lines_n && page.scan.lines[0] == 4) {
		record.base = page.bytes.at;
		record.ends = page.scan.ends;
		offers_bind(&offers, catalogue, &header);
		offer_found_init(&found, &offers);
		offer_find(&offers, &record, &found);
		if (found.product.len)
			assert(catalogue_find(catalogue,
				field_plain(str_view(&found.product), &bytes)));
		offer_found_fini(&found);
		offers_fini(&offers);
	}
	page_fini(&page);
	str_fini(&bytes);
	header_fini(&header);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view all = {(const char *)data, size};
	struct view lead = view_upto(all, view_find_byte(all, '\n'));
	struct view text = view_from(all, lead.len + 1);
	struct catalogue catalogue = {0};
	struct str bytes = {0};
	struct sheet sheet;

	if (!is_table(text))
		return 0;
	str_add(&bytes, head);
	str_put(&bytes, text);
	sheet_read(&sheet, "catalogue.tsv", str_view(&bytes));
	catalogue_read(&catalogue, &sheet, 1800000000);
	match_one(&catalogue, lead);
	catalogue_fini(&catalogue);
	sheet_fini(&sheet);
	str_fini(&bytes);
	return 0;
}
