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
    guard let data = try? Data(contentsOf: file, options: .alwaysMapped) else {
      throw SafetensorsError(file, "cannot be read; check its permissions")
    }
    do {
      try self.init(data)
    } catch {
      throw SafetensorsError(file, "not a safetensors file: \(error.text)")
    }
  }

  private init(_ data: Data) throws(SafetensorsHeader.Problem) {
    guard data.count >= 8 else { throw SafetensorsHeader.Problem(text: "it has only \(data.count) bytes") }
    let length = data.prefix(8).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard length <= SafetensorsHeader.longest, Int(length) <= data.count - 8 else {
      throw SafetensorsHeader.Problem(text: "the header would be \(length) bytes long")
    }
    let start = data.startIndex + 8 + Int(length)
    let header = try SafetensorsHeader(
      json: data.subdata(in: data.startIndex + 8..<start), dataCount: data.endIndex - start)
    tensors = [:]
    metadata = header.metadata
    for entry in header.entries {
      let bytes = data.subdata(in: start + entry.bytes.lowerBound..<start + entry.bytes.upperBound)
      tensors[entry.name] = Tensor(shape: entry.shape) { target in
        bytes.withUnsafeBytes { raw in
          for index in 0..<target.count { target[index] = entry.type.value(raw, index) }
        }
      }
    }
  }
}

extension SafetensorsHeader.ElementType {
  /// The value at a position of little-endian bytes.
  func value(_ raw: UnsafeRawBufferPointer, _ index: Int) -> Float {
    func bits<Bits: FixedWidthInteger>(_ type: Bits.Type) -> Bits {
      Bits(littleEndian: raw.loadUnaligned(fromByteOffset: index * size, as: Bits.self))
    }
    return switch self {
    case .float32: Float(bitPattern: bits(UInt32.self))
    case .float64: Float(Double(bitPattern: bits(UInt64.self)))
    case .bfloat16: Float(bitPattern: UInt32(bits(UInt16.self)) << 16)
    case .float16: SafetensorsHeader.ElementType.half(bits(UInt16.self))
    case .int64: Float(bits(Int64.self))
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
