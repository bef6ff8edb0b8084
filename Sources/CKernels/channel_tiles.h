// Passes over channels and over values in the vectors of one instruction set; included by tiles.h.

// From where on a gradient does not pass: the ceiling, and nowhere if it is infinite, since nothing lies at or above what
// is not a number. A gradient passes where the result is not a number, as in PyTorch.
static inline float closed_from(float ceiling) { return ceiling == INFINITY ? NAN : ceiling; }
static inline float closed_for(const alih_rectifier *rectifier) {
  return closed_from(rectifier ? rectifier->ceiling : INFINITY);
}

// Upstream where the rectifier lets it pass at x, else 0.
static inline vector passing(const alih_rectifier *rectifier, float closed, ptrdiff_t channel, vector x,
                             vector upstream) {
  if (!rectifier) return upstream;
  vector y = *(const vector *)(rectifier->scale + channel) * x + *(const vector *)(rectifier->shift + channel);
  return (vector)(~((mask)(y <= 0) | (mask)(y >= closed)) & (mask)upstream);
}

static inline float passing_one(const alih_rectifier *rectifier, float closed, ptrdiff_t channel, float x,
                                float upstream) {
  if (!rectifier) return upstream;
  float y = rectifier->scale[channel] * x + rectifier->shift[channel];
  return y <= 0 || y >= closed ? 0 : upstream;
}

// What one row adds to the sums of the channels from c on.
static inline void add_row(const float *x, const float *other, ptrdiff_t c, vector centre,
                           const alih_rectifier *rectifier, float closed, vector *sum, vector *product) {
  vector value = *(const vector *)x, difference = value - centre;
  vector y = other ? passing(rectifier, closed, c, value, *(const vector *)other) : difference;
  *sum += y;
  *product += difference * y;
}

static void channel_sums(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *centre, const float *other,
                         const alih_rectifier *rectifier, float *sums, float *products) {
  const float closed = closed_for(rectifier);
  enum { strands = 4 };  // rows that are added apart from each other, so that no addition waits for the one before
  ptrdiff_t c = 0;
  for (; c + lanes <= channels; c += lanes) {
    vector sum[strands] = {0}, product[strands] = {0}, middle = *(const vector *)(centre + c);
    ptrdiff_t row = 0, place = c;
    for (; row + strands <= rows; row += strands) {
      UNROLLED for (int j = 0; j < strands; j++, place += channels) {
        add_row(x + place, other ? other + place : NULL, c, middle, rectifier, closed, &sum[j], &product[j]);
      }
    }
    for (; row < rows; row++, place += channels) {
      add_row(x + place, other ? other + place : NULL, c, middle, rectifier, closed, &sum[0], &product[0]);
    }
    *(vector *)(sums + c) += (sum[0] + sum[1]) + (sum[2] + sum[3]);
    *(vector *)(products + c) += (product[0] + product[1]) + (product[2] + product[3]);
  }
  for (; c < channels; c++) {
    for (ptrdiff_t place = c; place < rows * channels; place += channels) {
      float difference = x[place] - centre[c];
      float y = other ? passing_one(rectifier, closed, c, x[place], other[place]) : difference;
      sums[c] += y;
      products[c] += difference * y;
    }
  }
}

static void channel_affine(ptrdiff_t rows, ptrdiff_t channels, const float *x, const alih_rectifier *map,
                           float *output) {
  for (ptrdiff_t row = 0; row < rows; row++, x += channels, output += channels) {
    ptrdiff_t c = 0;
    for (; c + lanes <= channels; c += lanes) {
      vector y = *(const vector *)(map->scale + c) * *(const vector *)(x + c) + *(const vector *)(map->shift + c);
      *(vector *)(output + c) = map->ceiling >= 0 ? hold(y, map->ceiling) : y;
    }
    for (; c < channels; c++) {
      float y = map->scale[c] * x[c] + map->shift[c];
      output[c] = map->ceiling >= 0 ? hold_one(y, map->ceiling) : y;
    }
  }
}

static void channel_gradient(ptrdiff_t rows, ptrdiff_t channels, const float *upstream, const float *x, const float *a,
                             const float *b, const float *c, const alih_rectifier *rectifier, float *output) {
  const float closed = closed_for(rectifier);
  for (ptrdiff_t row = 0; row < rows; row++, upstream += channels, x += channels, output += channels) {
    ptrdiff_t i = 0;
    for (; i + lanes <= channels; i += lanes) {
      vector value = *(const vector *)(x + i);
      vector gradient = passing(rectifier, closed, i, value, *(const vector *)(upstream + i));
      *(vector *)(output + i) = b ? *(const vector *)(a + i) * gradient + *(const vector *)(b + i) * value +
                                        *(const vector *)(c + i)
                                  : *(const vector *)(a + i) * gradient;
    }
    for (; i < channels; i++) {
      float gradient = passing_one(rectifier, closed, i, x[i], upstream[i]);
      output[i] = b ? a[i] * gradient + b[i] * x[i] + c[i] : a[i] * gradient;
    }
  }
}

static void rectified_sum(ptrdiff_t count, const float *a, const float *b, float ceiling, float *output) {
  ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    vector sum = *(const vector *)(a + i);
    if (b) sum += *(const vector *)(b + i);
    *(vector *)(output + i) = ceiling >= 0 ? hold(sum, ceiling) : sum;
  }
  for (; i < count; i++) {
    float sum = b ? a[i] + b[i] : a[i];
    output[i] = ceiling >= 0 ? hold_one(sum, ceiling) : sum;
  }
}

static void rectified_gradient(ptrdiff_t count, const float *upstream, const float *output, float ceiling,
                               float *gradient) {
  const float closed = closed_from(ceiling);
  ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    vector y = *(const vector *)(output + i);
    mask stopped = (mask)(y <= 0) | (mask)(y >= closed);
    *(vector *)(gradient + i) = (vector)(~stopped & (mask)*(const vector *)(upstream + i));
  }
  for (; i < count; i++) gradient[i] = output[i] <= 0 || output[i] >= closed ? 0 : upstream[i];
}
