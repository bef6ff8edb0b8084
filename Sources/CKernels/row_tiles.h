// Softmax and layer norm over rows in the vectors of one instruction set; included by tiles.h.

static inline float sum_of_lanes(vector x) {
  float sum = 0;
  for (int lane = 0; lane < lanes; lane++) sum += x[lane];
  return sum;
}

static void softmax(ptrdiff_t rows, ptrdiff_t columns, const float *x, float *y) {
  ptrdiff_t whole = columns / lanes * lanes, left = columns - whole;
  for (ptrdiff_t row = 0; row < rows; row++, x += columns, y += columns) {
    float largest = x[0];
    if (whole) {
      vector top = *(const vector *)x;
      for (ptrdiff_t i = lanes; i < whole; i += lanes) top = most(top, *(const vector *)(x + i));
      for (int lane = 0; lane < lanes; lane++) largest = top[lane] > largest ? top[lane] : largest;
    }
    for (ptrdiff_t i = whole; i < columns; i++) largest = x[i] > largest ? x[i] : largest;
    vector sums = {0};
    for (ptrdiff_t i = 0; i < whole; i += lanes) {
      vector power = exponential(*(const vector *)(x + i) - largest);
      *(vector *)(y + i) = power;
      sums += power;
    }
    vector last = exponential(load_some(x + whole, left) - largest);
    memcpy(y + whole, &last, (size_t)left * sizeof(float));
    float sum = sum_of_lanes(sums);
    for (int lane = 0; lane < left; lane++) sum += last[lane];
    float share = 1 / sum;
    for (ptrdiff_t i = 0; i < whole; i += lanes) *(vector *)(y + i) *= share;
    for (ptrdiff_t i = whole; i < columns; i++) y[i] *= share;
  }
}

static inline float row_sum(ptrdiff_t channels, const float *x) {
  vector sums = {0};
  ptrdiff_t i = 0;
  for (; i + lanes <= channels; i += lanes) sums += *(const vector *)(x + i);
  return sum_of_lanes(sums) + sum_of_lanes(load_some(x + i, channels - i));
}

static inline float row_variance(ptrdiff_t channels, const float *x, float mean) {
  vector sums = {0};
  ptrdiff_t i = 0;
  for (; i + lanes <= channels; i += lanes) {
    vector difference = *(const vector *)(x + i) - mean;
    sums += difference * difference;
  }
  float sum = sum_of_lanes(sums);
  for (; i < channels; i++) sum += (x[i] - mean) * (x[i] - mean);
  return sum / (float)channels;
}

static void layer_norm(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight, const float *bias,
                       float epsilon, float *y) {
  for (ptrdiff_t row = 0; row < rows; row++, x += channels, y += channels) {
    float mean = row_sum(channels, x) / (float)channels;
    float inverse = 1 / sqrtf(row_variance(channels, x, mean) + epsilon);
    ptrdiff_t i = 0;
    for (; i + lanes <= channels; i += lanes) {
      vector standard = (*(const vector *)(x + i) - mean) * inverse;
      *(vector *)(y + i) = standard * *(const vector *)(weight + i) + *(const vector *)(bias + i);
    }
    for (; i < channels; i++) y[i] = (x[i] - mean) * inverse * weight[i] + bias[i];
  }
}

// With x̂ = (x − μ) / σ and g = γ · ∂y: ∂x = (g − mean(g) − x̂ · mean(g · x̂)) / σ.
static void layer_norm_gradient(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight,
                                const float *upstream, float epsilon, float *gradient) {
  for (ptrdiff_t row = 0; row < rows; row++, x += channels, upstream += channels, gradient += channels) {
    float mean = row_sum(channels, x) / (float)channels;
    float inverse = 1 / sqrtf(row_variance(channels, x, mean) + epsilon);
    vector sums = {0}, products = {0};
    ptrdiff_t whole = channels / lanes * lanes;
    for (ptrdiff_t i = 0; i < whole; i += lanes) {
      vector g = *(const vector *)(upstream + i) * *(const vector *)(weight + i);
      sums += g;
      products += g * (*(const vector *)(x + i) - mean);
    }
    float sum = sum_of_lanes(sums), product = sum_of_lanes(products);
    for (ptrdiff_t i = whole; i < channels; i++) {
      sum += upstream[i] * weight[i];
      product += upstream[i] * weight[i] * (x[i] - mean);
    }
    float level = sum / (float)channels, tilt = product / (float)channels * inverse * inverse;
    for (ptrdiff_t i = 0; i < whole; i += lanes) {
      vector g = *(const vector *)(upstream + i) * *(const vector *)(weight + i);
      *(vector *)(gradient + i) = (g - level - (*(const vector *)(x + i) - mean) * tilt) * inverse;
    }
    for (ptrdiff_t i = whole; i < channels; i++) {
      gradient[i] = (upstream[i] * weight[i] - level - (x[i] - mean) * tilt) * inverse;
    }
  }
}
