import Autograd
import FileAccess
import Foundation

extension SafetensorsFile {
  /// Opens a file.
  ///
  /// The header is held to every rule of the format before a value is looked at. Values of 32 bits stay where they are in
  /// the file, which is mapped into memory; all others are converted.
  /// - Throws: `SafetensorsError` with one line if the file is missing or breaks a rule, and which.
  public init(contentsOf file: URL) throws(SafetensorsError) {
    let mapped: MappedFile
    do throws(FileProblem) {
      mapped = try MappedFile(file)
    } catch {
      throw SafetensorsError(file, SafetensorsError.advice(error))
    }
    switch ForeignFile(mapped.bytes) {
    case .other(let description): throw SafetensorsError(file, description)
    case .torch(let content): throw SafetensorsError(file, savedByTorch: content)
    case nil: break
    }
    do {
      try self.init(mapped)
    } catch {
      throw SafetensorsError(file, "not a safetensors file: \(error.text)")
    }
  }

  private init(_ file: MappedFile) throws(SafetensorsHeader.Problem) {
    let bytes = file.bytes
    guard bytes.count >= 8 else {
      throw SafetensorsHeader.Problem(
        text: "the header's length must stand in the first eight bytes, but there are only \(bytes.count)")
    }
    let length = UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self))
    guard length <= SafetensorsHeader.longest else {
      throw SafetensorsHeader.Problem(
        text: "a header must not be longer than \(SafetensorsHeader.longest) bytes, but this one would have \(length)")
    }
    let start = 8 + Int(length)
    guard start <= bytes.count else {
      throw SafetensorsHeader.Problem(
        text: "the header must lie in the file, but would end \(start - bytes.count) bytes after it")
    }
    guard length > 0, bytes[8] == UInt8(ascii: "{") else {
      throw SafetensorsHeader.Problem(text: "the header must begin with {")
    }
    let header = try SafetensorsHeader(
      json: UnsafeRawBufferPointer(rebasing: bytes[8..<start]), dataCount: bytes.count - start)
    metadata = header.metadata
    tensors = Dictionary(uniqueKeysWithValues: header.entries.map { ($0.name, file.tensor($0, after: start)) })
  }
}

extension SafetensorsError {
  /// Why a file cannot be opened, and what to do.
  fileprivate static func advice(_ problem: FileProblem) -> String {
    switch problem.reason {
    case .missing: "no such file; check the name"
    case .kind(.folder): "is a folder; name the .safetensors file in it"
    case .kind: "\(problem.english); save the network as a file and name that"
    default: "cannot be read: \(problem.english); check its permissions"
    }
  }
}

extension MappedFile {
  /// A tensor whose values lie at the entry's place after the header.
  fileprivate func tensor(_ entry: SafetensorsHeader.Entry, after start: Int) -> Tensor {
    let raw = UnsafeRawBufferPointer(rebasing: bytes[start..<bytes.count][offsets(entry, start)])
    if entry.type == .float32, let address = raw.baseAddress, Int(bitPattern: address) % 4 == 0 {
      return Tensor(shape: entry.shape, of: raw.bindMemory(to: Float.self), ownedBy: self)
    }
    return Tensor(shape: entry.shape) { entry.type.decode(raw, into: $0) }
  }

  private func offsets(_ entry: SafetensorsHeader.Entry, _ start: Int) -> Range<Int> {
    start + entry.bytes.lowerBound..<start + entry.bytes.upperBound
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
