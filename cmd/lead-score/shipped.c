#include "shipped.h"

#include "base/embed.h"

EMBED(shipped_rules_tsv, "cmd/lead-score/rules.tsv");

struct view
shipped_rules(void)
{
	return (struct view){shipped_rules_tsv,
		(size_t)(shipped_rules_tsv_end - shipped_rules_tsv)};
}
