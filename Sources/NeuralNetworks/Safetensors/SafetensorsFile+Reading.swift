import Autograd
import Foundation

extension SafetensorsFile {
  /// Reads a file.
  ///
  /// The header is checked against the file's size before any value is read.
  /// - Throws: `SafetensorsError` with one line if the file is missing, is not safetensors, or its header lies.
  public init(contentsOf file: URL) throws(SafetensorsError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder) else {
      throw SafetensorsError(file, "no such file; check the name")
    }
    guard !isFolder.boolValue else { throw SafetensorsError(file, "is a folder; name the .safetensors file in it") }
    guard let handle = try? FileHandle(forReadingFrom: file) else {
      throw SafetensorsError(file, "cannot be read; check its permissions")
    }
    defer { try? handle.close() }
    do {
      try self.init(handle)
    } catch {
      throw SafetensorsError(file, "not a safetensors file: \(error.text)")
    }
  }

  /// Reads piece by piece straight into the tensors, so that no value is in memory twice.
  private init(_ handle: FileHandle) throws(SafetensorsHeader.Problem) {
    let size = (try? handle.seekToEnd()).map { Int(clamping: $0) } ?? 0
    guard size >= 8, (try? handle.seek(toOffset: 0)) != nil else {
      throw SafetensorsHeader.Problem(text: "it has only \(size) bytes")
    }
    let length = try handle.bytes(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= SafetensorsHeader.longest, Int(length) <= size - 8 else {
      throw SafetensorsHeader.Problem(text: "the header would be \(length) bytes long")
    }
    let header = try SafetensorsHeader(json: handle.bytes(Int(length)), dataCount: size - 8 - Int(length))
    tensors = [:]
    metadata = header.metadata
    // The entries are in the order of their values, which follow each other without gaps.
    for entry in header.entries { tensors[entry.name] = try handle.tensor(entry) }
  }
}

extension FileHandle {
  /// The next bytes, as many as wanted.
  fileprivate func bytes(_ count: Int) throws(SafetensorsHeader.Problem) -> Data {
    guard count > 0 else { return Data() }
    guard let data = try? read(upToCount: count), data.count == count else {
      throw SafetensorsHeader.Problem(text: "it ends while it is being read")
    }
    return data
  }

  /// The tensor whose values come next.
  fileprivate func tensor(_ entry: SafetensorsHeader.Entry) throws(SafetensorsHeader.Problem) -> Tensor {
    let piece = 1 << 18
    var problem: SafetensorsHeader.Problem?
    let tensor = Tensor(shape: entry.shape) { target in
      do throws(SafetensorsHeader.Problem) {
        for start in stride(from: 0, to: target.count, by: piece) {
          let values = UnsafeMutableBufferPointer(rebasing: target[start..<min(start + piece, target.count)])
          try bytes(values.count * entry.type.size).withUnsafeBytes { entry.type.decode($0, into: values) }
        }
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return tensor
  }
}

extension SafetensorsHeader.ElementType {
  /// The values of little-endian bytes.
  fileprivate func decode(_ raw: UnsafeRawBufferPointer, into target: UnsafeMutableBufferPointer<Float>) {
    @inline(__always)
    func each<Bits: FixedWidthInteger>(_ value: (Bits) -> Float) {
      for index in target.indices {
        let bits = raw.loadUnaligned(fromByteOffset: index * MemoryLayout<Bits>.size, as: Bits.self)
        target[index] = value(Bits(littleEndian: bits))
      }
    }
    switch self {
    case .float32: each { (bits: UInt32) in Float(bitPattern: bits) }
    case .float64: each { (bits: UInt64) in Float(Double(bitPattern: bits)) }
    case .bfloat16: each { (bits: UInt16) in Float(bitPattern: UInt32(bits) << 16) }
    case .float16: each { (bits: UInt16) in SafetensorsHeader.ElementType.half(bits) }
    case .int64: each { (bits: Int64) in Float(bits) }
    }
  }

  /// The value of IEEE half-precision bits: 1 sign, 5 exponent and 10 fraction bits.
  private static func half(_ bits: UInt16) -> Float {
    let (exponent, fraction) = (Int(bits >> 10 & 31), Float(bits & 1023))
    let size: Float =
      switch exponent {
      case 0: fraction * 0x1p-24
      case 31: fraction == 0 ? .infinity : .nan
      default: Float(sign: .plus, exponent: exponent - 15, significand: 1 + fraction / 1024)
      }
    return bits >> 15 == 1 ? -size : size
  }
}
