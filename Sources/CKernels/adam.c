// Adam's step over consecutive values. It waits for memory more than for arithmetic, so that one instruction set will do;
// it is in C because Swift's square root is not made into vectors.
#include <math.h>

#include "internal.h"

void alih_adam_step(const alih_adam *rule, ptrdiff_t count, const float *restrict gradient,
                    const float *restrict values, float *restrict first, float *restrict second,
                    float *restrict updated) {
  const float decay = rule->decay;
  for (ptrdiff_t i = 0; i < count; i++) {
    float slope = decay == 0 ? gradient[i] : gradient[i] + decay * values[i];
    first[i] = rule->first_beta * first[i] + (1 - rule->first_beta) * slope;
    second[i] = rule->second_beta * second[i] + (1 - rule->second_beta) * slope * slope;
    float size = sqrtf(second[i]) / rule->root + rule->epsilon;
    updated[i] = rule->kept * values[i] - rule->rate * first[i] / size;
  }
}
