#include "shipped.h"

#include "base/embed.h"

EMBED(headers_tsv, "cmd/lead-import/headers.tsv");

struct view
shipped_headers(void)
{
	return (struct view){
		headers_tsv, (size_t)(headers_tsv_end - headers_tsv)};
}
