// Included by tiles.h: as many sums as a tile has, each a chain of multiply-adds that needs nothing from memory.
#pragma once

enum { chains = TILE_ROWS * TILE_VECTORS };

static float multiply_adds(ptrdiff_t rounds) {
  // Read as volatile, so that the compiler cannot know the result; the sums stay near 1.
  volatile float start = 0.5f;
  vector factor = start - (vector){0}, addend = start - (vector){0};
  vector sums[chains];
  UNROLLED for (int i = 0; i < chains; i++) sums[i] = factor * (float)i;
  for (ptrdiff_t round = 0; round < rounds; round++) {
    UNROLLED for (int i = 0; i < chains; i++) sums[i] = sums[i] * factor + addend;
  }
  vector together = {0};
  UNROLLED for (int i = 0; i < chains; i++) together += sums[i];
  return together[0];
}
