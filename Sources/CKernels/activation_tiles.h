// Smooth activations in the vectors of one instruction set; included by tiles.h.

static inline vector all(float x) { return x - (vector){0}; }

// Where the mask is set a, else b.
static inline vector choose(mask m, vector a, vector b) { return (vector)((m & (mask)a) | (~m & (mask)b)); }

// Where a is not a number, so is the result.
static inline vector least(vector a, vector b) { return choose((mask)(a > b), b, a); }
static inline vector most(vector a, vector b) { return choose((mask)(a < b), b, a); }

// eˣ with a relative error below 2e-7 from −87 to 88, 0 below and e⁸⁸ above: 2ⁿ times the Taylor series of the rest, which is
// at most ln 2 / 2 and taken off in two steps, so that no digit is lost. Where x is not a number, all bits of the result are
// set: whatever x's own are, those that are shifted must not make a number of them.
static inline vector exponential(vector power) {
  vector x = most(least(power, all(88.0f)), all(-87.0f));
  const float shift = 0x1.8p23f;  // a sum with it is rounded to a whole number, which its last bits hold
  vector shifted = x * 1.44269504f + shift;
  vector whole = shifted - shift;
  vector rest = x - whole * 0.693145752f - whole * 1.42860677e-6f;
  vector y = rest * (1.0f / 5040) + 1.0f / 720;
  y = y * rest + 1.0f / 120;
  y = y * rest + 1.0f / 24;
  y = y * rest + 1.0f / 6;
  y = y * rest + 0.5f;
  y = y * rest + 1.0f;
  y = y * rest + 1.0f;
  return (vector)((((mask)y + ((mask)shifted << 23)) & ~(mask)(power < -87.0f)) | (mask)(power != power));
}

// Below −88 it is 0, so that −∞ times it is no number rather than −∞.
static inline vector logistic(vector x) {
  vector y = 1.0f / (1.0f + exponential(-x));
  return (vector)((mask)y & ~(mask)(x < -88.0f));
}

// The normal distribution function, from `bell` = exp(−x²/2): erfc(z) is e^(−z²) times a polynomial of 1 / (1 + 0.4·z), here
// fitted for z = |x| / √2 up to 6.5 with a relative error of 2e-8.
static inline vector normal_distribution(vector x, vector bell) {
  vector t = 1.0f / (1.0f + 0.282842712f * (vector)((mask)x & 0x7fffffff));
  vector tail = t * 0.0414246512f - 0.219933845f;
  tail = tail * t + 0.393700356f;
  tail = tail * t - 0.252492251f;
  tail = tail * t + 0.25527466f;
  tail = tail * t + 0.0451726648f;
  tail = tail * t + 0.125484046f;
  tail = tail * t + 0.111287105f;
  tail = (tail * t + 8.26035761e-5f) * bell;
  return choose((mask)(x < 0), tail, 1.0f - tail);
}

static inline vector activated(alih_activation kind, vector x) {
  if (kind == alih_sigmoid) return logistic(x);
  if (kind == alih_silu) return x * logistic(x);
  return x * normal_distribution(x, exponential(-0.5f * x * x));
}

// The derivative at x.
static inline vector slope(alih_activation kind, vector x) {
  if (kind == alih_gelu) {
    vector bell = exponential(-0.5f * x * x);
    return normal_distribution(x, bell) + x * bell * 0.398942280f;
  }
  vector y = logistic(x);
  return kind == alih_sigmoid ? y * (1.0f - y) : y * (1.0f + x * (1.0f - y));
}

// The first `count` lanes from memory, the others 0.
static inline vector load_some(const float *from, ptrdiff_t count) {
  vector x = {0};
  memcpy(&x, from, (size_t)count * sizeof(float));
  return x;
}

static inline __attribute__((always_inline)) void activate_as(const alih_activation kind, ptrdiff_t count,
                                                               const float *x, float *y) {
  ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) *(vector *)(y + i) = activated(kind, *(const vector *)(x + i));
  vector last = activated(kind, load_some(x + i, count - i));
  memcpy(y + i, &last, (size_t)(count - i) * sizeof(float));
}

static void activate(alih_activation kind, ptrdiff_t count, const float *x, float *y) {
  if (kind == alih_sigmoid) return activate_as(alih_sigmoid, count, x, y);
  if (kind == alih_silu) return activate_as(alih_silu, count, x, y);
  activate_as(alih_gelu, count, x, y);
}

static void activation_gradient(alih_activation kind, ptrdiff_t count, const float *upstream, const float *x,
                                float *gradient) {
  ptrdiff_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    *(vector *)(gradient + i) = *(const vector *)(upstream + i) * slope(kind, *(const vector *)(x + i));
  }
  vector last = load_some(upstream + i, count - i) * slope(kind, load_some(x + i, count - i));
  memcpy(gradient + i, &last, (size_t)(count - i) * sizeof(float));
}
