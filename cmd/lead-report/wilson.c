#include "wilson.h"

#include <math.h>

#define Z 1.959963984540054
#define PARTS 10000.0

static int64_t
parts(double share)
{
	int64_t n = (int64_t)llround(share * PARTS);

	return n < 0 ? 0 : n > 10000 ? 10000 : n;
}

struct wilson
wilson_of(uint64_t hits, uint64_t n)
{
	double share;
	double all = (double)n;
	double middle;
	double half;
	double scale;

	if (!n)
		return (struct wilson){-1, -1, -1};
	share = (double)hits / all;
	scale = 1 + Z * Z / all;
	middle = (share + Z * Z / (2 * all)) / scale;
	half = Z * sqrt(share * (1 - share) / all + Z * Z / (4 * all * all)) /
		scale;
	return (struct wilson){
		parts(share), parts(middle - half), parts(middle + half)};
}
