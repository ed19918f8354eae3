#include "half.h"

/* 2^-(2^-i) for i from 1, in units of 2^-63. */
static const uint64_t roots[] = {
	UINT64_C(0x5A827999FCEF3242),
	UINT64_C(0x6BA27E656B4EB57A),
	UINT64_C(0x75606373EE921C97),
	UINT64_C(0x7A92BE8A92436616),
	UINT64_C(0x7D41D96DB915019D),
	UINT64_C(0x7E9F06067A4360BA),
	UINT64_C(0x7F4F08AE3DC7C426),
	UINT64_C(0x7FA765ACA88F6453),
	UINT64_C(0x7FD3AB290E46D769),
	UINT64_C(0x7FE9D3A8E07BF086),
	UINT64_C(0x7FF4E9597BED93AB),
	UINT64_C(0x7FFA748DFF8DC61F),
	UINT64_C(0x7FFD3A3F50020332),
	UINT64_C(0x7FFE9D1DBC0A75AA),
	UINT64_C(0x7FFF4E8E6306ED59),
	UINT64_C(0x7FFFA74712C3CDFD),
	UINT64_C(0x7FFFD3A381B1FA29),
	UINT64_C(0x7FFFE9D1BEED018A),
	UINT64_C(0x7FFFF4E8DEFB81D7),
	UINT64_C(0x7FFFFA746F5F012F),
	UINT64_C(0x7FFFFD3A37A7D0A8),
	UINT64_C(0x7FFFFE9D1BD1FC58),
	UINT64_C(0x7FFFFF4E8DE8832D),
	UINT64_C(0x7FFFFFA746F422D7),
	UINT64_C(0x7FFFFFD3A37A09BB),
	UINT64_C(0x7FFFFFE9D1BD02F2),
	UINT64_C(0x7FFFFFF4E8DE80FE),
	UINT64_C(0x7FFFFFFA746F4060),
	UINT64_C(0x7FFFFFFD3A37A028),
	UINT64_C(0x7FFFFFFE9D1BD012),
	UINT64_C(0x7FFFFFFF4E8DE809),
	UINT64_C(0x7FFFFFFFA746F404),
};

static uint64_t
times(uint64_t a, uint64_t b)
{
	return (uint64_t)((unsigned __int128)a * b >> 63);
}

uint64_t
half_power(uint64_t n, uint64_t d)
{
	uint64_t whole = n / d;
	uint64_t part = (uint64_t)(((unsigned __int128)(n % d) << 32) / d);
	uint64_t power = HALF_ONE;

	if (whole >= 63)
		return 0;
	for (unsigned i = 0; i < 32; i++)
		if (part >> (31 - i) & 1)
			power = times(power, roots[i]);
	return power >> whole;
}

int64_t
half_of(int64_t points, uint64_t n, uint64_t d)
{
	uint64_t size = points < 0 ? -(uint64_t)points : (uint64_t)points;
	unsigned __int128 product =
		(unsigned __int128)size * half_power(n, d) + HALF_ONE / 2;
	int64_t left = (int64_t)(product >> 63);

	return points < 0 ? -left : left;
}
