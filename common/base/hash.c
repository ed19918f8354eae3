#include "base/hash.h"

#define XXH_INLINE_ALL
#include <sys/random.h>
#include <time.h>
#include <xxhash.h>

struct digest
hash_digest(struct view v)
{
	XXH128_hash_t h = XXH3_128bits(v.at, v.len);

	return (struct digest){h.high64, h.low64};
}

uint64_t
hash_table(struct view v, uint64_t seed)
{
	return XXH3_64bits_withSeed(v.at, v.len, seed);
}

struct digest
hash_wide(struct view v, uint64_t seed)
{
	XXH128_hash_t h = XXH3_128bits_withSeed(v.at, v.len, seed);

	return (struct digest){h.high64, h.low64};
}

uint64_t
hash_seed(void)
{
	uint64_t seed = 0;

	if (getrandom(&seed, sizeof(seed), GRND_NONBLOCK) != sizeof(seed))
		seed = (uint64_t)time(NULL) * UINT64_C(0x9E3779B97F4A7C15);
	return seed;
}
