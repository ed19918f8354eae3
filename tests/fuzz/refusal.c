/*
 * What people write for a refusal: any text is read without a fault, and what
 * it refuses are channels.  A remark refuses no more than a state does.
 */
#include "fuzz.h"

#include "../../cmd/lead-import/refusal.h"

#include "lead/also.h"
#include "lead/fold.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct view in = {(const char *)data, size};
	struct view notes = in, line = {0};
	struct str key = {0}, scratch = {0};
	unsigned state, remark;

	fold_key(in, &key);
	state = refusal_of_state(str_view(&key));
	remark = refusal_of_remark(str_view(&key));
	assert((state & ~(unsigned)ALL) == 0);
	assert((remark & ~state) == 0);
	assert((refusal_of_wish(str_view(&key)) & ~(unsigned)ALL) == 0);
	assert((refusal_of_notes(in, &scratch) & ~(unsigned)ALL) == 0);
	(void)refusal_is_near(in, &scratch);
	/* Other addresses come to an end, too. */
	while (also_email(&notes, &line, &scratch))
		assert(scratch.len);
	str_fini(&key);
	str_fini(&scratch);
	return 0;
}
