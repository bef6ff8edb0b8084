import CKernels

extension Tensor {
  /// The largest value of each window of at most 1024 pixels, `[N, H, W, C]` to `[N, H′, W′, C]`; padding never wins.
  ///
  /// `ceilMode` keeps a last window that only partly covers the picture, as PyTorch does.
  public func maxPooled(kernel: Int, stride: Int? = nil, padding: Int = 0, ceilMode: Bool = false) -> Tensor {
    precondition(kernel * kernel <= 1024, "a pool's window has at most 1024 pixels, not \(kernel)×\(kernel)")
    let window = PoolingWindow(self, kernel, stride ?? kernel, padding, ceilMode)
    var pool = alih_pool(
      batch: window.batch, height: window.height, width: window.width, channels: window.channels,
      output_height: window.rows.count, output_width: window.columns.count, kernel: kernel,
      stride: stride ?? kernel, padding: padding)
    let winners = requiresGradient ? PoolWinners(count: window.outputShape.reduce(1, *)) : nil
    let output = Tensor(shape: window.outputShape) { target in
      withValues { alih_max_pool(&pool, $0.baseAddress, target.baseAddress, winners?.pointer) }
    }
    return output.recorded(from: [self]) { [shape, pool] upstream in
      var pool = pool
      return [
        Tensor(shape: shape) { target in
          upstream.withValues { alih_max_pool_gradient(&pool, $0.baseAddress, winners?.pointer, target.baseAddress) }
        }
      ]
    }
  }

  /// The mean of each window, `[N, H, W, C]` to `[N, H′, W′, C]`; zeros of the padding count.
  public func averagePooled(kernel: Int, stride: Int? = nil, padding: Int = 0) -> Tensor {
    let window = PoolingWindow(self, kernel, stride ?? kernel, padding, false)
    return averaged(window, share: { _, _ in 1 / Float(kernel * kernel) })
  }

  /// The mean over `size` × `size` windows that together cover the picture, `[N, H, W, C]` to `[N, size, size, C]`.
  ///
  /// Window i covers rows ⌊i·H / size⌋ up to ⌈(i + 1)·H / size⌉, as PyTorch has it.
  public func adaptiveAveragePooled(size: Int) -> Tensor {
    averaged(PoolingWindow(adaptive: self, size), share: { rows, columns in 1 / Float(rows.count * columns.count) })
  }

  /// The mean over all pixels of each channel, `[N, H, W, C]` to `[N, C]`.
  public func globalAveragePooled() -> Tensor {
    adaptiveAveragePooled(size: 1).reshaped([shape[0], shape[3]])
  }

  private func averaged(_ window: PoolingWindow, share: @escaping (Range<Int>, Range<Int>) -> Float) -> Tensor {
    let channels = window.channels
    let output = Tensor(shape: window.outputShape) { target in
      withValues { x in
        guard let target = target.baseAddress, let x = x.baseAddress else { return }
        window.forEachOutput { place, rows, columns, image, part in
          for channel in part { target[place + channel] = 0 }
          for y in rows {
            for column in columns {
              let from = x + ((image * window.height + y) * window.width + column) * channels
              let to = target + place
              for channel in part { to[channel] += from[channel] }
            }
          }
          let factor = share(rows, columns)
          for channel in part { target[place + channel] *= factor }
        }
      }
    }
    return output.recorded(from: [self]) { [shape] upstream in
      [
        Tensor(shape: shape) { target in
          target.initialize(repeating: 0)
          upstream.withValues { upstream in
            guard let target = target.baseAddress, let upstream = upstream.baseAddress else { return }
            window.forEachOutput { place, rows, columns, image, part in
              let factor = share(rows, columns)
              for y in rows {
                for column in columns {
                  let to = target + ((image * window.height + y) * window.width + column) * channels
                  let from = upstream + place
                  for channel in part { to[channel] += from[channel] * factor }
                }
              }
            }
          }
        }
      ]
    }
  }
}

/// Which pixel of its window has each largest value; two of the numbers take the place of a float.
private struct PoolWinners {
  private let storage: Storage
  let pointer: UnsafeMutablePointer<UInt16>

  init(count: Int) {
    storage = Storage(count: (count + 1) / 2)
    pointer = UnsafeMutableRawPointer(storage.pointer).bindMemory(to: UInt16.self, capacity: count)
  }
}

/// Which rows and columns of a picture each output pixel of a pool looks at.
private struct PoolingWindow {
  let batch, height, width, channels: Int
  let rows, columns: [Range<Int>]

  var outputShape: [Int] { [batch, rows.count, columns.count, channels] }

  init(_ input: Tensor, _ kernel: Int, _ stride: Int, _ padding: Int, _ ceilMode: Bool) {
    self.init(input) { length in
      let span = length + 2 * padding - kernel
      precondition(span >= 0 && stride > 0, "a pool of \(kernel) is larger than pictures of \(input.shape)")
      var windows = (span + (ceilMode ? stride - 1 : 0)) / stride + 1
      // The last window must start inside the picture or its left padding.
      if ceilMode && (windows - 1) * stride >= length + padding { windows -= 1 }
      return (0..<windows).map { index in
        let start = index * stride - padding
        return max(0, start)..<max(0, min(length, start + kernel))
      }
    }
  }

  init(adaptive input: Tensor, _ size: Int) {
    self.init(input) { length in
      (0..<size).map { $0 * length / size..<(($0 + 1) * length + size - 1) / size }
    }
  }

  private init(_ input: Tensor, _ windows: (Int) -> [Range<Int>]) {
    precondition(input.shape.count == 4, "pools take pictures [N, H, W, C], not \(input.shape)")
    (batch, height, width, channels) = (input.shape[0], input.shape[1], input.shape[2], input.shape[3])
    (rows, columns) = (windows(height), windows(width))
  }

  /// Calls `body` with the first place, the rows and the columns of every output pixel, and some of its channels: one picture
  /// after the other in each thread, or parts of the channels where pictures are large.
  @inline(__always)
  func forEachOutput(
    _ body: (_ place: Int, _ rows: Range<Int>, _ columns: Range<Int>, _ image: Int, _ channels: Range<Int>) -> Void
  ) {
    let parts = height * width * channels > 1 << 15 ? max(1, channels / 64) : 1
    parallel(batch * parts) { index in
      let (image, part) = (index / parts, index % parts)
      let share = part * channels / parts..<(part + 1) * channels / parts
      for (i, rows) in rows.enumerated() {
        for (j, columns) in columns.enumerated() {
          body(((image * self.rows.count + i) * self.columns.count + j) * channels, rows, columns, image, share)
        }
      }
    }
  }
}
