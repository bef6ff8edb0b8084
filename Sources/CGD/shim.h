#pragma once

// gd's error method takes a va_list, which Swift cannot import; its pixel reading is a macro.

#include <gd.h>
#include <gdfontmb.h>
#include <gdfonts.h>
#include <stdarg.h>

static inline void alih_gd_say_nothing(int priority, const char *format, va_list arguments) {
  (void)priority;
  (void)format;
  (void)arguments;
}

/// Keeps gd from printing to standard error.
static inline void alih_gd_stay_silent(void) { gdSetErrorMethod(alih_gd_say_nothing); }

/// The row `y` of a true-colour picture: one 0xAARRGGBB word a pixel.
static inline const int *alih_gd_row(gdImagePtr image, int y) { return image->tpixels[y]; }

/// Whether the pixel of a picture with a palette has the given colour index.
static inline int alih_gd_has_index(gdImagePtr image, int x, int y, int index) {
  return gdImageGetPixel(image, x, y) == index;
}
