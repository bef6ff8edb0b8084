// Winograd's transforms in the vectors of one instruction set; included by tiles.h. See winograd.h.
#define ROOT_HALF 0.70710678118654752f
#define ROOT_TWO 1.41421356237309505f

// Bᵀ d of six values.
static inline void transform_input(const vector d[6], vector t[6]) {
  vector even = d[4] - 2 * d[2], odd = d[3] - 2 * d[1];
  vector far_even = d[4] - 0.5f * d[2], far_odd = d[3] - 0.5f * d[1];
  t[0] = d[0] + d[4] - 2.5f * d[2];
  t[1] = even + ROOT_HALF * odd;
  t[2] = even - ROOT_HALF * odd;
  t[3] = far_even + ROOT_TWO * far_odd;
  t[4] = far_even - ROOT_TWO * far_odd;
  t[5] = d[1] + d[5] - 2.5f * d[3];
}

// Aᵀ m of six values.
static inline void transform_output(const vector m[6], vector y[4]) {
  vector sum = m[1] + m[2], difference = m[1] - m[2], far_sum = m[3] + m[4], far_difference = m[3] - m[4];
  y[0] = m[0] + sum + far_sum;
  y[1] = ROOT_HALF * difference + ROOT_TWO * far_difference;
  y[2] = 0.5f * sum + 2 * far_sum;
  y[3] = m[5] + 0.5f * ROOT_HALF * difference + 2 * ROOT_TWO * far_difference;
}

// A y of four values, the transposed of transform_output.
static inline void transform_upstream(const vector y[4], vector t[6]) {
  vector even = y[0] + 0.5f * y[2], odd = y[1] + 0.5f * y[3];
  vector far_even = y[0] + 2 * y[2], far_odd = y[1] + 2 * y[3];
  t[0] = y[0];
  t[1] = even + ROOT_HALF * odd;
  t[2] = even - ROOT_HALF * odd;
  t[3] = far_even + ROOT_TWO * far_odd;
  t[4] = far_even - ROOT_TWO * far_odd;
  t[5] = y[3];
}

// G g of three values.
static inline void transform_filter(const vector g[3], vector t[6]) {
  vector even = (-2.0f / 3) * (g[0] + 0.5f * g[2]), odd = (-2.0f / 3 * ROOT_HALF) * g[1];
  vector far_even = (1.0f / 6) * (g[0] + 2 * g[2]), far_odd = (1.0f / 6 * ROOT_TWO) * g[1];
  t[0] = g[0];
  t[1] = even + odd;
  t[2] = even - odd;
  t[3] = far_even + far_odd;
  t[4] = far_even - far_odd;
  t[5] = g[2];
}

// Gᵀ s of six values, the transposed of transform_filter.
static inline void transform_filter_gradient(const vector s[6], vector g[3]) {
  vector sum = s[1] + s[2], difference = s[1] - s[2], far_sum = s[3] + s[4], far_difference = s[3] - s[4];
  g[0] = s[0] - (2.0f / 3) * sum + (1.0f / 6) * far_sum;
  g[1] = (1.0f / 6 * ROOT_TWO) * far_difference - (2.0f / 3 * ROOT_HALF) * difference;
  g[2] = s[5] - (1.0f / 3) * sum + (1.0f / 3) * far_sum;
}

static void winograd_input(const alih_winograd_patch *patch, ptrdiff_t channels, float *places, ptrdiff_t place_step) {
  for (ptrdiff_t c = 0; c < channels; c += lanes) {
    vector half[6][6];
    UNROLLED for (int x = 0; x < 6; x++) {
      vector d[6], t[6];
      UNROLLED for (int y = 0; y < 6; y++) {
        d[y] = *(const vector *)(patch->pixels + y * patch->line_step + x * patch->pixel_step + c);
      }
      transform_input(d, t);
      UNROLLED for (int y = 0; y < 6; y++) half[y][x] = t[y];
    }
    UNROLLED for (int y = 0; y < 6; y++) {
      vector t[6];
      transform_input(half[y], t);
      UNROLLED for (int x = 0; x < 6; x++) *(vector *)(places + (y * 6 + x) * place_step + c) = t[x];
    }
  }
}

static void winograd_upstream(const alih_winograd_patch *patch, ptrdiff_t channels, float *places, ptrdiff_t place_step,
                              ptrdiff_t panel_step) {
  for (ptrdiff_t c = 0; c < channels; c += lanes) {
    vector half[6][4];
    UNROLLED for (int x = 0; x < 4; x++) {
      vector d[4], t[6];
      UNROLLED for (int y = 0; y < 4; y++) {
        d[y] = *(const vector *)(patch->pixels + y * patch->line_step + x * patch->pixel_step + c);
      }
      transform_upstream(d, t);
      UNROLLED for (int y = 0; y < 6; y++) half[y][x] = t[y];
    }
    float *place = places + c / tile_columns * panel_step + c % tile_columns;
    UNROLLED for (int y = 0; y < 6; y++) {
      vector t[6];
      transform_upstream(half[y], t);
      UNROLLED for (int x = 0; x < 6; x++) *(vector *)(place + (y * 6 + x) * place_step) = t[x];
    }
  }
}

static void winograd_output(const float *places, ptrdiff_t place_step, ptrdiff_t channels,
                            const alih_epilogue *epilogue, const alih_winograd_patch *patch) {
  for (ptrdiff_t c = 0; c < channels; c += lanes) {
    vector half[4][6];
    UNROLLED for (int x = 0; x < 6; x++) {
      vector m[6], y[4];
      UNROLLED for (int i = 0; i < 6; i++) m[i] = *(const vector *)(places + (i * 6 + x) * place_step + c);
      transform_output(m, y);
      UNROLLED for (int i = 0; i < 4; i++) half[i][x] = y[i];
    }
    UNROLLED for (int i = 0; i < 4; i++) {
      vector y[4];
      transform_output(half[i], y);
      UNROLLED for (int x = 0; x < 4; x++) {
        ptrdiff_t place = i * patch->line_step + x * patch->pixel_step + c;
        *(vector *)(patch->pixels + place) = finish(epilogue, c, place, y[x]);
      }
    }
  }
}

static void winograd_filter(const float *taps, ptrdiff_t tap_step, float *places, ptrdiff_t place_step) {
  for (ptrdiff_t column = 0; column < tile_columns; column += lanes) {
    vector half[6][3];
    UNROLLED for (int x = 0; x < 3; x++) {
      vector g[3], t[6];
      UNROLLED for (int y = 0; y < 3; y++) g[y] = *(const vector *)(taps + (y * 3 + x) * tap_step + column);
      transform_filter(g, t);
      UNROLLED for (int y = 0; y < 6; y++) half[y][x] = t[y];
    }
    UNROLLED for (int y = 0; y < 6; y++) {
      vector t[6];
      transform_filter(half[y], t);
      UNROLLED for (int x = 0; x < 6; x++) *(vector *)(places + (y * 6 + x) * place_step + column) = t[x];
    }
  }
}

static void winograd_filter_gradient(const float *places, ptrdiff_t place_step, float *taps) {
  for (ptrdiff_t column = 0; column < tile_columns; column += lanes) {
    vector half[3][6];
    UNROLLED for (int x = 0; x < 6; x++) {
      vector s[6], g[3];
      UNROLLED for (int y = 0; y < 6; y++) s[y] = *(const vector *)(places + (y * 6 + x) * place_step + column);
      transform_filter_gradient(s, g);
      UNROLLED for (int y = 0; y < 3; y++) half[y][x] = g[y];
    }
    UNROLLED for (int y = 0; y < 3; y++) {
      vector g[3];
      transform_filter_gradient(half[y], g);
      UNROLLED for (int x = 0; x < 3; x++) *(vector *)(taps + (y * 3 + x) * tile_columns + column) = g[x];
    }
  }
}
