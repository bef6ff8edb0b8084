#pragma once

// libpng reports an error by jumping back to a `setjmp`, which Swift may not call. These functions keep every jump inside
// C: each returns 1 on success and 0 on failure, with libpng's own words in `message`. Nothing is printed.

#include <png.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define ALIH_PNG_FUNCTION __attribute__((noinline)) static inline

/// A picture being read from bytes that the caller keeps alive.
typedef struct {
  png_structp png;
  png_infop info;
  const uint8_t *bytes;
  size_t count;
  size_t offset;
  char message[128];
} alih_png_reader;

/// A picture being written to a growing buffer that this structure owns.
typedef struct {
  png_structp png;
  png_infop info;
  uint8_t *bytes;
  size_t count;
  size_t capacity;
  char message[128];
} alih_png_writer;

ALIH_PNG_FUNCTION void alih_png_fail(png_structp png, png_const_charp words) {
  char *message = (char *)png_get_error_ptr(png);
  strncpy(message, words, 127);
  message[127] = 0;
  png_longjmp(png, 1);
}

ALIH_PNG_FUNCTION void alih_png_stay_silent(png_structp png, png_const_charp words) {
  (void)png;
  (void)words;
}

// Reading

ALIH_PNG_FUNCTION void alih_png_take(png_structp png, png_bytep target, size_t length) {
  alih_png_reader *reader = (alih_png_reader *)png_get_io_ptr(png);
  if (length > reader->count - reader->offset) png_error(png, "the data end too early");
  memcpy(target, reader->bytes + reader->offset, length);
  reader->offset += length;
}

ALIH_PNG_FUNCTION void alih_png_reader_free(alih_png_reader *reader) {
  if (reader == NULL) return;
  png_destroy_read_struct(&reader->png, &reader->info, NULL);
  free(reader);
}

/// A reader over `count` bytes, or NULL when memory ran out. No chunk may ask for more than `chunk_limit`
/// bytes, and no more than 32 texts and the like are kept.
ALIH_PNG_FUNCTION alih_png_reader *alih_png_reader_make(const uint8_t *bytes, size_t count, size_t chunk_limit) {
  alih_png_reader *reader = (alih_png_reader *)calloc(1, sizeof(alih_png_reader));
  if (reader == NULL) return NULL;
  reader->bytes = bytes;
  reader->count = count;
  reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader->message, alih_png_fail, alih_png_stay_silent);
  if (reader->png != NULL) reader->info = png_create_info_struct(reader->png);
  if (reader->info == NULL) {
    alih_png_reader_free(reader);
    return NULL;
  }
  png_set_read_fn(reader->png, reader, alih_png_take);
  png_set_chunk_malloc_max(reader->png, chunk_limit);
  png_set_chunk_cache_max(reader->png, 32);
  png_set_crc_action(reader->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  return reader;
}

/// Reads up to the pixels, and asks for 8 or 16 bits a value, no palette, transparency as a channel.
ALIH_PNG_FUNCTION int alih_png_reader_begin(alih_png_reader *reader) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  png_read_info(reader->png, reader->info);
  png_set_expand(reader->png);
  png_set_interlace_handling(reader->png);
  png_read_update_info(reader->png, reader->info);
  return 1;
}

/// Reads all pixels into `height` rows of `row_bytes`, and what follows them.
ALIH_PNG_FUNCTION int alih_png_reader_finish(alih_png_reader *reader, uint8_t *pixels, size_t row_bytes) {
  if (setjmp(png_jmpbuf(reader->png))) return 0;
  const png_uint_32 height = png_get_image_height(reader->png, reader->info);
  const int passes = png_get_interlace_type(reader->png, reader->info) == PNG_INTERLACE_ADAM7 ? 7 : 1;
  for (int pass = 0; pass < passes; pass++) {
    for (png_uint_32 row = 0; row < height; row++) {
      png_read_row(reader->png, pixels + row * row_bytes, NULL);
    }
  }
  png_read_end(reader->png, reader->info);
  return 1;
}

// Writing

ALIH_PNG_FUNCTION void alih_png_give(png_structp png, png_bytep source, size_t length) {
  alih_png_writer *writer = (alih_png_writer *)png_get_io_ptr(png);
  if (writer->capacity - writer->count < length) {
    const size_t capacity = 2 * writer->capacity + length;
    uint8_t *bytes = (uint8_t *)realloc(writer->bytes, capacity);
    if (bytes == NULL) png_error(png, "out of memory");
    writer->bytes = bytes;
    writer->capacity = capacity;
  }
  memcpy(writer->bytes + writer->count, source, length);
  writer->count += length;
}

ALIH_PNG_FUNCTION void alih_png_flush(png_structp png) { (void)png; }

ALIH_PNG_FUNCTION void alih_png_writer_free(alih_png_writer *writer) {
  if (writer == NULL) return;
  png_destroy_write_struct(&writer->png, &writer->info);
  free(writer->bytes);
  free(writer);
}

/// A writer of an 8-bit picture, or NULL when memory ran out.
ALIH_PNG_FUNCTION alih_png_writer *alih_png_writer_make(void) {
  alih_png_writer *writer = (alih_png_writer *)calloc(1, sizeof(alih_png_writer));
  if (writer == NULL) return NULL;
  writer->png = png_create_write_struct(PNG_LIBPNG_VER_STRING, writer->message, alih_png_fail, alih_png_stay_silent);
  if (writer->png != NULL) writer->info = png_create_info_struct(writer->png);
  if (writer->info == NULL) {
    alih_png_writer_free(writer);
    return NULL;
  }
  png_set_write_fn(writer->png, writer, alih_png_give, alih_png_flush);
  return writer;
}

/// Adds a pair of keyword and text: Latin-1 as tEXt, or UTF-8 as iTXt.
ALIH_PNG_FUNCTION int alih_png_writer_add_text(alih_png_writer *writer, char *key, char *text, int is_utf8) {
  png_text pair;
  memset(&pair, 0, sizeof(pair));
  pair.compression = is_utf8 ? PNG_ITXT_COMPRESSION_NONE : PNG_TEXT_COMPRESSION_NONE;
  pair.key = key;
  pair.text = text;
  if (setjmp(png_jmpbuf(writer->png))) return 0;
  png_set_text(writer->png, writer->info, &pair, 1);
  return 1;
}

/// Writes the whole picture: `height` rows of `width` pixels with 1 or 3 channels of 8 bits.
ALIH_PNG_FUNCTION int alih_png_writer_finish(
    alih_png_writer *writer, const uint8_t *pixels, uint32_t width, uint32_t height, int channels) {
  const int color_type = channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB;
  if (setjmp(png_jmpbuf(writer->png))) return 0;
  png_set_IHDR(writer->png, writer->info, width, height, 8, color_type, PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(writer->png, writer->info);
  for (uint32_t row = 0; row < height; row++) {
    png_write_row(writer->png, pixels + (size_t)row * width * channels);
  }
  png_write_end(writer->png, NULL);
  return 1;
}
