/// The arithmetic of the engine that must be fast: matrix product, convolution with both gradients, depthwise
/// convolution, and the thread pool they run on.
///
/// Images are N,H,W,C ("channels last"), weights O,I,kH,kW as PyTorch has them, all 32-bit floats. Every result is
/// the same, bit by bit, whatever the number of threads: work is divided by index and each sum is taken in one order.
///
/// What is not a number (NaN) goes through every kernel as in PyTorch, and so does ∞, with one difference: 3×3 convolutions
/// in Winograd's tiles of 4×4 pixels spread NaN over the tiles that it falls in, and make NaN of ∞ there or keep it. Nothing
/// that is not finite is ever lost on the way to a value that depends on it, other than by a maximum or a comparison.
#pragma once

#include <stddef.h>
#include <stdint.h>

/// A two-dimensional convolution (cross-correlation, as networks use it).
typedef struct {
  ptrdiff_t batch, height, width, channels;  // input [batch, height, width, channels]
  ptrdiff_t outputs;                         // output channels
  ptrdiff_t kernel_height, kernel_width;
  ptrdiff_t stride, dilation, groups;
  ptrdiff_t top, bottom, left, right;  // rows and columns of zeros around the input
} alih_convolution;

/// Height of the output: (height + top + bottom − dilation·(kernel_height − 1) − 1) / stride + 1.
ptrdiff_t alih_output_height(const alih_convolution *shape);
/// Width of the output.
ptrdiff_t alih_output_width(const alih_convolution *shape);

/// What is done to the results of a convolution in the same pass: bias, addend, then the ceiling.
typedef struct {
  const float *bias;    ///< [outputs], added to every pixel; may be null
  const float *addend;  ///< of the output's shape, added to it; may be null
  float ceiling;        ///< unless negative, results are held within [0, ceiling]: infinity makes a ReLU, 6 a ReLU6
} alih_epilogue;

/// The number of values of a packed weight, for the convolution or (`gradient` not 0) for its input gradient. 0 where a
/// packed weight is of no use. It depends on the instruction set of this thread.
size_t alih_packed_size(const alih_convolution *shape, int gradient);
/// Packs a weight, so that it can be used many times.
void alih_pack_weight(const alih_convolution *shape, int gradient, const float *weight, float *packed);

/// output = epilogue(input ∗ weight); `packed` is the packed weight or null.
void alih_convolve(const alih_convolution *shape, const float *input, const float *weight, const float *packed,
                   const alih_epilogue *epilogue, float *output);
/// The gradient with respect to the input, overwritten; `packed` is the weight packed for the gradient, or null.
void alih_convolve_input_gradient(const alih_convolution *shape, const float *upstream, const float *weight,
                                  const float *packed, float *input_gradient);
/// The gradient with respect to the weight, overwritten.
void alih_convolve_weight_gradient(const alih_convolution *shape, const float *input, const float *upstream,
                                   float *weight_gradient);

/// c = a·b for row-major a [m, k] and c [m, n]; element (i, j) of b lies at b[i·row_stride + j·column_stride].
void alih_matrix_product(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, const float *b, ptrdiff_t row_stride,
                         ptrdiff_t column_stride, float *c);
/// c = aᵀ·b for row-major a [k, m], b [k, n] and c [m, n].
void alih_transposed_product(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, const float *a, const float *b, float *c);

/// The map y = scale·x + shift per channel, held within [0, ceiling] unless the ceiling is negative. A gradient passes
/// where 0 < y < ceiling, where y is not a number, and at ∞ where that is the ceiling.
typedef struct {
  const float *scale, *shift;  ///< [channels]
  float ceiling;
} alih_rectifier;

/// Per channel, over `rows` rows of x: with y = other where its rectifier (if not null) lets it pass at x, or
/// x − centre where `other` is null: sums = Σ y, products = Σ (x − centre)·y. All [channels]; x and other [rows, channels].
void alih_channel_sums(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *centre, const float *other,
                       const alih_rectifier *rectifier, double *sums, double *products);
/// output = map(x), x and output [rows, channels].
void alih_channel_affine(ptrdiff_t rows, ptrdiff_t channels, const float *x, const alih_rectifier *map, float *output);
/// output = a·u + b·x + c with u = upstream where the rectifier (if not null) lets it pass at x; a, b and c [channels]. Where b is
/// null, output = a·u, and what x is does not count.
void alih_channel_gradient(ptrdiff_t rows, ptrdiff_t channels, const float *upstream, const float *x, const float *a,
                           const float *b, const float *c, const alih_rectifier *rectifier, float *output);

/// output = a + b, held within [0, ceiling] unless the ceiling is negative; `b` may be null.
void alih_rectified_sum(ptrdiff_t count, const float *a, const float *b, float ceiling, float *output);
/// gradient = upstream where 0 < output < ceiling, where output is not a number, and at ∞ where that is the ceiling; else 0.
void alih_rectified_gradient(ptrdiff_t count, const float *upstream, const float *output, float ceiling,
                             float *gradient);

/// σ(x) = 1 / (1 + e⁻ˣ), x · σ(x), and x · Φ(x) with the normal distribution function Φ.
typedef enum { alih_sigmoid, alih_silu, alih_gelu } alih_activation;

/// y = the activation of every x.
void alih_activate(alih_activation kind, ptrdiff_t count, const float *x, float *y);
/// gradient = upstream times the activation's derivative at x.
void alih_activation_gradient(alih_activation kind, ptrdiff_t count, const float *upstream, const float *x,
                              float *gradient);

/// y = eˣ / Σ eˣ in each of `rows` rows of at least one column.
void alih_softmax(ptrdiff_t rows, ptrdiff_t columns, const float *x, float *y);

/// y = weight · (x − μ) / √(σ² + ε) + bias in each of `rows` rows, with the row's own mean and variance.
void alih_layer_norm(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight, const float *bias,
                     float epsilon, float *y);
/// The gradient with respect to x, overwritten.
void alih_layer_norm_gradient(ptrdiff_t rows, ptrdiff_t channels, const float *x, const float *weight,
                              const float *upstream, float epsilon, float *gradient);

/// A pool over windows of kernel² pixels, of which those outside of the picture do not count.
typedef struct {
  ptrdiff_t batch, height, width, channels;  ///< input
  ptrdiff_t output_height, output_width;
  ptrdiff_t kernel, stride, padding;         ///< kernel² is at most 1024
} alih_pool;

/// The largest value of each window, and unless `winners` is null which of the window's pixels has it: the first of equals.
/// What is not a number counts as the largest.
void alih_max_pool(const alih_pool *pool, const float *input, float *output, uint16_t *winners);
/// The gradient with respect to the input, overwritten.
void alih_max_pool_gradient(const alih_pool *pool, const float *upstream, const uint16_t *winners, float *gradient);

/// Runs task(context, 0) … task(context, count − 1), on as many threads as are set. Nested calls run serially.
void alih_parallel(ptrdiff_t count, void (*task)(void *context, ptrdiff_t index), void *context);
/// Sets the number of threads, 1 to 64.
void alih_set_threads(int count);
/// The number of threads in use; at the start the number of cores, at most 2.
int alih_threads(void);

/// The name of the instruction set that this thread's calls use: "avx512", "avx2", "neon" or "portable".
const char *alih_instruction_set(void);
/// Chooses the instruction set of this thread's calls by name; 0 if this build or machine does not have it.
int alih_select_instruction_set(const char *name);

/// Multiplies and adds in registers on all threads, `rounds` times on each, and returns how many values were multiplied
/// and added: what the machine can do at most, once the caller has timed it.
double alih_multiply_adds(ptrdiff_t rounds);

/// Makes this thread treat denormal numbers as zero, as all threads of the pool do.
void alih_flush_denormals(void);

/// The numbers of one step of Adam, t: rate / (1 − β₁ᵗ), √(1 − β₂ᵗ), and the share of a value that decoupled decay keeps.
typedef struct {
  float rate, root, first_beta, second_beta, epsilon;
  float decay;  ///< what the gradient gains of the value
  float kept;
} alih_adam;

/// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², updated = kept · value − rate · m / (√v / root + ε), with
/// g = gradient + decay · value.
void alih_adam_step(const alih_adam *rule, ptrdiff_t count, const float *gradient, const float *values, float *first,
                    float *second, float *updated);
