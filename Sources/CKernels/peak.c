// The machine's peak: what all threads can multiply and add when nothing comes from memory.
#include "internal.h"

enum { shares_per_thread = 8 };

typedef struct {
  const alih_kernels *kernels;
  ptrdiff_t rounds;
} peak_job;

static void run_share(void *context, ptrdiff_t index) {
  (void)index;
  const peak_job *job = context;
  volatile float result = job->kernels->multiply_adds(job->rounds);
  (void)result;
}

double alih_multiply_adds(ptrdiff_t rounds) {
  peak_job job = {.kernels = alih_current_kernels(), .rounds = rounds / shares_per_thread};
  ptrdiff_t shares = (ptrdiff_t)alih_threads() * shares_per_thread;
  alih_parallel(shares, run_share, &job);
  return (double)(shares * job.rounds * job.kernels->rows * job.kernels->columns);
}
