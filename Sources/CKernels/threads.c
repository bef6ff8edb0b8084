// A persistent pool of threads. A waiting thread spins for a few microseconds, then sleeps.
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "internal.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { most_threads = 64, spin_nanoseconds = 50000 };

static struct {
  pthread_mutex_t owner;  // held by the one caller that uses the workers
  pthread_mutex_t lock;   // guards sleeping and waking
  pthread_cond_t work_ready, work_done;
  atomic_uint generation;  // counts the jobs handed out
  atomic_int unfinished;   // workers still busy with the current job
  atomic_ptrdiff_t next;   // the next index to run
  ptrdiff_t count;
  void (*task)(void *, ptrdiff_t);
  void *context;
  int workers;
} pool = {.owner = PTHREAD_MUTEX_INITIALIZER,
          .lock = PTHREAD_MUTEX_INITIALIZER,
          .work_ready = PTHREAD_COND_INITIALIZER,
          .work_done = PTHREAD_COND_INITIALIZER};

static atomic_int chosen_threads;
static _Thread_local bool inside_task;

void alih_flush_denormals(void) {
#if defined(__x86_64__)
  _mm_setcsr(_mm_getcsr() | 0x8040);
#elif defined(__aarch64__)
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  __asm__ volatile("msr fpcr, %0" : : "r"(control | (1ull << 24)));
#endif
}

static void relax(void) {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000ll + time.tv_nsec;
}

// The most that any thread wanted in each slot.
static atomic_size_t wanted_scratch[alih_scratch_slots];

// Whichever thread gets a block tomorrow has the memory today: then a repeated step allocates nothing, however its blocks
// fall to the threads. Not for the slots that a caller fills before it hands out the work.
static void prepare_scratch(void) {
  for (int slot = rows_slot; slot < alih_scratch_slots; slot++) {
    alih_scratch(slot, atomic_load(&wanted_scratch[slot]));
  }
}

static void run_share(void) {
  inside_task = true;
  for (;;) {
    ptrdiff_t index = atomic_fetch_add(&pool.next, 1);
    if (index >= pool.count) break;
    pool.task(pool.context, index);
  }
  inside_task = false;
}

static unsigned wait_for_work(unsigned seen) {
  int64_t deadline = now() + spin_nanoseconds;
  do {
    for (int i = 0; i < 64; i++) {
      if (atomic_load(&pool.generation) != seen) return atomic_load(&pool.generation);
      relax();
    }
  } while (now() < deadline);
  pthread_mutex_lock(&pool.lock);
  while (atomic_load(&pool.generation) == seen) pthread_cond_wait(&pool.work_ready, &pool.lock);
  pthread_mutex_unlock(&pool.lock);
  return atomic_load(&pool.generation);
}

static void *work(void *start) {
  unsigned seen = (unsigned)(uintptr_t)start;
  alih_flush_denormals();
  for (;;) {
    seen = wait_for_work(seen);
    prepare_scratch();
    run_share();
    if (atomic_fetch_sub(&pool.unfinished, 1) == 1) {
      pthread_mutex_lock(&pool.lock);
      pthread_cond_signal(&pool.work_done);
      pthread_mutex_unlock(&pool.lock);
    }
  }
  return NULL;
}

static void wait_for_workers(void) {
  int64_t deadline = now() + spin_nanoseconds;
  do {
    for (int i = 0; i < 64; i++) {
      if (atomic_load(&pool.unfinished) == 0) return;
      relax();
    }
  } while (now() < deadline);
  pthread_mutex_lock(&pool.lock);
  while (atomic_load(&pool.unfinished) != 0) pthread_cond_wait(&pool.work_done, &pool.lock);
  pthread_mutex_unlock(&pool.lock);
}

static void start_workers(int wanted) {
  while (pool.workers < wanted) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, (void *)(uintptr_t)atomic_load(&pool.generation)) != 0) return;
    pthread_detach(thread);
    pool.workers++;
  }
}

void alih_parallel(ptrdiff_t count, void (*task)(void *, ptrdiff_t), void *context) {
  alih_flush_denormals();
  // A nested call, a second caller, or a single thread: do it here.
  bool alone = inside_task || count < 2 || alih_threads() < 2 || pthread_mutex_trylock(&pool.owner) != 0;
  if (alone) {
    for (ptrdiff_t index = 0; index < count; index++) task(context, index);
    return;
  }
  start_workers(alih_threads() - 1);
  pool.task = task;
  pool.context = context;
  pool.count = count;
  atomic_store(&pool.next, 0);
  atomic_store(&pool.unfinished, pool.workers);
  pthread_mutex_lock(&pool.lock);
  atomic_fetch_add(&pool.generation, 1);
  pthread_cond_broadcast(&pool.work_ready);
  pthread_mutex_unlock(&pool.lock);
  run_share();
  wait_for_workers();
  prepare_scratch();
  pthread_mutex_unlock(&pool.owner);
}

void alih_set_threads(int count) {
  atomic_store(&chosen_threads, count < 1 ? 1 : count > most_threads ? most_threads : count);
}

int alih_threads(void) {
  int count = atomic_load(&chosen_threads);
  if (count == 0) {
    count = sysconf(_SC_NPROCESSORS_ONLN) > 1 ? 2 : 1;
    atomic_store(&chosen_threads, count);
  }
  return count;
}

float *alih_scratch(int slot, size_t count) {
  static _Thread_local struct {
    float *values;
    size_t count;
  } slots[alih_scratch_slots];
  if (slots[slot].count < count) {
    size_t wanted = atomic_load(&wanted_scratch[slot]);
    while (wanted < count && !atomic_compare_exchange_weak(&wanted_scratch[slot], &wanted, count)) {
    }
    free(slots[slot].values);
    size_t bytes = (count * sizeof(float) + 4095) / 4096 * 4096;
    void *memory = NULL;
    if (posix_memalign(&memory, 4096, bytes) != 0) abort();  // as Swift does when memory ends
    slots[slot].values = memory;
    slots[slot].count = bytes / sizeof(float);
  }
  return slots[slot].values;
}
