#include "classes.h"

#include "base/mem.h"

#include <math.h>
#include <string.h>

/* As good as knowing of each rule one lead more that it told nothing of. */
#define RIDGE 4.0
#define STEPS 30
#define ENOUGH 1e-9 /* change of the deviance, per row */

static size_t
slot_of(uint64_t pattern, size_t slots_n)
{
	return (pattern * UINT64_C(0x9E3779B97F4A7C15) >> 20) % slots_n;
}

static size_t
add_class(struct classes *classes, uint64_t pattern)
{
	size_t i = classes->n++;

	if (i == classes->cap) {
		size_t cap = classes->cap, unused;

		classes->pattern = mem_grow(
			classes->pattern, &cap, i + 1, sizeof(uint64_t));
		unused = classes->cap;
		classes->count =
			mem_grow(classes->count, &unused, cap, sizeof(double));
		unused = classes->cap;
		classes->won =
			mem_grow(classes->won, &unused, cap, sizeof(double));
		unused = classes->cap;
		classes->p = mem_grow(classes->p, &unused, cap, sizeof(double));
		unused = classes->cap;
		classes->w = mem_grow(classes->w, &unused, cap, sizeof(double));
		classes->cap = cap;
	}
	classes->pattern[i] = pattern;
	classes->count[i] = classes->won[i] = 0;
	return i;
}

void
classes_make(struct classes *classes, const uint64_t *pattern,
	const uint8_t *won, size_t rows, unsigned k)
{
	size_t slots_n = 1024;
	uint32_t *slots;

	while (slots_n < 2 * rows && slots_n < (size_t)2 << k)
		slots_n *= 2;
	slots = mem_new(slots_n, sizeof(*slots));
	if (classes->rows != rows) {
		mem_free(classes->of);
		classes->of = mem_new(rows, sizeof(*classes->of));
	}
	classes->rows = rows;
	classes->k = k;
	classes->n = 0;
	for (size_t row = 0; row < rows; row++) {
		size_t at = slot_of(pattern[row], slots_n), i;

		while (slots[at] &&
			classes->pattern[slots[at] - 1] != pattern[row])
			at = (at + 1) % slots_n;
		if (!slots[at])
			slots[at] =
				(uint32_t)add_class(classes, pattern[row]) + 1;
		i = slots[at] - 1;
		classes->of[row] = (uint32_t)i;
		classes->count[i]++;
		classes->won[i] += won[row];
	}
	mem_free(slots);
}

/* The model's chances, and how badly it does. */
static double
predict(struct classes *classes)
{
	double sum = 0;

	for (size_t i = 0; i < classes->n; i++) {
		double eta = classes->beta[0], p;

		for (uint64_t bits = classes->pattern[i]; bits;
			bits &= bits - 1)
			eta += classes->beta[1 + __builtin_ctzll(bits)];
		/* log(1 + e^eta), without overflow */
		sum += classes->count[i] *
				(eta > 0 ? eta + log1p(exp(-eta))
					 : log1p(exp(eta))) -
			classes->won[i] * eta;
		p = 1 / (1 + exp(-eta));
		classes->p[i] = p;
		classes->w[i] = p * (1 - p);
	}
	sum *= 2;
	for (unsigned j = 1; j <= classes->k; j++)
		sum += RIDGE * classes->beta[j] * classes->beta[j];
	return sum;
}

/* The factor of the information, and the score in *gradient. */
static void
information(struct classes *classes, double *gradient)
{
	unsigned k = classes->k + 1;
	double *h = classes->factor;

	memset(h, 0, sizeof(classes->factor));
	for (unsigned j = 0; j < k; j++) {
		gradient[j] = j ? -RIDGE * classes->beta[j] : 0;
		h[j * k + j] = j ? RIDGE : 1e-9;
	}
	for (size_t i = 0; i < classes->n; i++) {
		double w = classes->count[i] * classes->w[i];
		double r = classes->won[i] - classes->count[i] * classes->p[i];
		uint64_t mine = classes->pattern[i] << 1 | 1;

		for (uint64_t a = mine; a; a &= a - 1) {
			unsigned j = (unsigned)__builtin_ctzll(a);

			gradient[j] += r;
			for (uint64_t b = mine; b; b &= b - 1) {
				unsigned l = (unsigned)__builtin_ctzll(b);

				if (l > j)
					break;
				h[j * k + l] += w;
			}
		}
	}
	for (unsigned j = 0; j < k; j++) {
		for (unsigned l = 0; l <= j; l++) {
			double sum = h[j * k + l];

			for (unsigned m = 0; m < l; m++)
				sum -= h[j * k + m] * h[l * k + m];
			if (l == j)
				h[j * k + j] = sqrt(sum > 1e-12 ? sum : 1e-12);
			else
				h[j * k + l] = sum / h[l * k + l];
		}
	}
}

void
classes_forward(const struct classes *classes, const double *in, double *out)
{
	unsigned k = classes->k + 1;
	const double *h = classes->factor;

	for (unsigned j = 0; j < k; j++) {
		double sum = in[j];

		for (unsigned m = 0; m < j; m++)
			sum -= h[j * k + m] * out[m];
		out[j] = sum / h[j * k + j];
	}
}

static void
backward(const struct classes *classes, double *x)
{
	unsigned k = classes->k + 1;
	const double *h = classes->factor;

	for (unsigned j = k; j-- > 0;) {
		for (unsigned m = j + 1; m < k; m++)
			x[j] -= h[m * k + j] * x[m];
		x[j] /= h[j * k + j];
	}
}

void
classes_fit(struct classes *classes)
{
	double gradient[RULES_MOST + 1], step[RULES_MOST + 1];
	double old[RULES_MOST + 1];
	double enough = ENOUGH * (double)classes->rows;

	classes->deviance = predict(classes);
	for (unsigned i = 0; i < STEPS; i++) {
		double size = 1, next = 0;

		information(classes, gradient);
		classes_forward(classes, gradient, step);
		backward(classes, step);
		memcpy(old, classes->beta, sizeof(old));
		do {
			for (unsigned j = 0; j <= classes->k; j++)
				classes->beta[j] = old[j] + size * step[j];
			next = predict(classes);
			size /= 2;
		} while (next > classes->deviance + enough && size > 1e-4);
		if (classes->deviance - next < enough) {
			classes->deviance = next;
			break;
		}
		classes->deviance = next;
	}
	information(classes, gradient);
}

void
classes_fini(struct classes *classes)
{
	mem_free(classes->of);
	mem_free(classes->pattern);
	mem_free(classes->count);
	mem_free(classes->won);
	mem_free(classes->p);
	mem_free(classes->w);
	*classes = (struct classes){0};
}
