/* E-mail addresses, domains, websites: steady, and nothing that breaks out. */
#include "fuzz.h"

#include "lead/domain.h"
#include "lead/email.h"

static bool
read_email(struct view in, struct str *out)
{
	size_t start = out->len;
	struct view address;

	if (!email_normalise(in, out))
		return false;
	address = str_tail(out, start);
	assert(address.len <= 254 && address.at[0] != '@');
	for (size_t i = 0; i < address.len; i++)
		assert((unsigned char)address.at[i] > ' ' &&
			!strchr("<>,;:\"\\", address.at[i]));
	(void)email_is_role(address);
	(void)email_is_free(email_domain(address));
	return true;
}

static bool
read_domain(struct view in, struct str *out)
{
	return domain_normalise(in, NULL, out);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view in = {(const char *)data, size};
	struct view rest = in, piece;

	fuzz_check(read_email, in, true);
	fuzz_check(read_domain, in, true);
	fuzz_check(website_normalise, in, true);
	fuzz_check(linkedin_normalise, in, true);
	while (email_cut(&rest, &piece))
		assert(piece.at >= in.at &&
			piece.at + piece.len <= in.at + size);
	return 0;
}
