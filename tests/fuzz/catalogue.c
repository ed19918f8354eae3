/* A catalogue of any kind is read or refused, and any lead is matched. */
#include "sheet.h"

#include "../cmd/lead-score/offer.h"
#include "record/field.h"

static const char *const names[] = {"industry", "needs", "products", "budget"};

static void
match_one(const struct catalogue *catalogue, const struct fuzz_case *in)
{
	struct offers offers;
	struct offer_found found;
	struct str plain = {0};

	offers_bind(&offers, catalogue, &in->header);
	offer_found_init(&found, &offers);
	offer_find(&offers, &in->record, &found);
	if (found.product.len)
		assert(catalogue_find(catalogue,
			field_plain(str_view(&found.product), &plain)));
	offer_found_fini(&found);
	offers_fini(&offers);
	str_fini(&plain);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct catalogue catalogue = {0};
	struct fuzz_case in;

	if (fuzz_case_init(&in, (struct view){(const char *)data, size},
		    VIEW("product\trow\tname\ttext\tvalue\tfor\trequires\n"),
		    names, 4)) {
		catalogue_read(&catalogue, &in.sheet, 1800000000);
		if (in.has_lead)
			match_one(&catalogue, &in);
		catalogue_fini(&catalogue);
	}
	fuzz_case_fini(&in);
	return 0;
}
