// Maximum pools over channels in the vectors of one instruction set; included by tiles.h.
typedef uint16_t tap_names __attribute__((vector_size(VECTOR_BYTES / 2), aligned(2), may_alias));

// As in PyTorch what is not a number counts as the largest, the last of several; of equals the first pixel wins, which of
// an empty window there is none.
static void pool_largest(const alih_pool_taps *taps, ptrdiff_t channels, const float *input, float *output,
                         uint16_t *winners) {
  const uint16_t first = taps->count ? taps->names[0] : 0;
  ptrdiff_t c = 0;
  for (; c + lanes <= channels; c += lanes) {
    vector largest = -INFINITY - (vector){0};
    mask winner = first - (mask){0};
    for (ptrdiff_t tap = 0; tap < taps->count; tap++) {
      vector x = *(const vector *)(input + taps->offsets[tap] + c);
      mask larger = (mask)(x > largest) | (mask)(x != x), name = taps->names[tap] - (mask){0};
      largest = (vector)((larger & (mask)x) | (~larger & (mask)largest));
      winner = (larger & name) | (~larger & winner);
    }
    *(vector *)(output + c) = largest;
    if (winners) *(tap_names *)(winners + c) = __builtin_convertvector(winner, tap_names);
  }
  for (; c < channels; c++) {
    float largest = -INFINITY;
    uint16_t winner = first;
    for (ptrdiff_t tap = 0; tap < taps->count; tap++) {
      float x = input[taps->offsets[tap] + c];
      if (x > largest || x != x) largest = x, winner = taps->names[tap];
    }
    output[c] = largest;
    if (winners) winners[c] = winner;
  }
}

static void pool_gradient(const alih_pool_taps *taps, ptrdiff_t channels, const float *upstream,
                          const uint16_t *winners, float *gradient) {
  ptrdiff_t c = 0;
  for (; c + lanes <= channels; c += lanes) {
    vector sum = {0};
    for (ptrdiff_t tap = 0; tap < taps->count; tap++) {
      ptrdiff_t place = taps->offsets[tap] + c;
      mask winner = __builtin_convertvector(*(const tap_names *)(winners + place), mask);
      sum += (vector)((mask)(winner == taps->names[tap]) & (mask)*(const vector *)(upstream + place));
    }
    *(vector *)(gradient + c) = sum;
  }
  for (; c < channels; c++) {
    float sum = 0;
    for (ptrdiff_t tap = 0; tap < taps->count; tap++) {
      ptrdiff_t place = taps->offsets[tap] + c;
      if (winners[place] == taps->names[tap]) sum += upstream[place];
    }
    gradient[c] = sum;
  }
}
