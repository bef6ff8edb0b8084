import Foundation

/// What lies under the name of a safetensors file and is none, told by its bytes: files are renamed, downloads answer with a
/// page, and Git keeps pointers where it was not told to fetch the files themselves.
enum ForeignFile {
  /// What it is, and what to do.
  case other(_ description: String)
  /// What `torch.save` wrote, or a program of `torch.jit`.
  case torch(TorchConversion.Content)

  /// What the bytes are; `nil` for a safetensors file, and for what nobody knows.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard !ForeignFile.isSafetensors(bytes) else { return nil }
    if let known = ForeignFile.archive(bytes) ?? ForeignFile.pickle(bytes) {
      self = known
    } else if let description = ForeignFile.knownStart(bytes) ?? ForeignFile.text(bytes) {
      self = .other(description)
    } else {
      return nil
    }
  }

  /// Whether the length of a header comes first, and a header after it.
  private static func isSafetensors(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count > 8, bytes[8] == UInt8(ascii: "{") else { return false }
    return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) <= SafetensorsHeader.longest
  }

  /// What saves weights of PyTorch as they are read here.
  private static let remedy = "save the network's weights from PyTorch with safetensors.torch.save_file"

  /// A file that begins like others of its format.
  private static func knownStart(_ bytes: UnsafeRawBufferPointer) -> String? {
    if bytes.prefix(4_096).allSatisfy({ $0 == 0 }) {
      return bytes.isEmpty
        ? "is empty; fetch it again" : "begins with zeros, as a file does whose download was cut off; fetch it again"
    }
    let known: [(start: [UInt8], description: String)] = [
      (
        [0x89, 0x48, 0x44, 0x46], "an HDF5 file, as Keras saves networks (.h5), with other names and shapes; \(remedy)"
      ),
      (Array("GGUF".utf8), "a GGUF file, as llama.cpp saves language models; \(remedy)"),
      ([0x93] + Array("NUMPY".utf8), "an array of NumPy (.npy); \(remedy)"),
      ([0x1F, 0x8B], "compressed by gzip; unpack it first"),
      ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "compressed by xz; unpack it first"),
      ([0x28, 0xB5, 0x2F, 0xFD], "compressed by zstd; unpack it first"),
      (Array("BZh".utf8), "compressed by bzip2; unpack it first"),
      ([0x37, 0x7A, 0xBC, 0xAF], "a 7z archive; unpack it first"),
      (Array("Rar!".utf8), "a RAR archive; unpack it first"),
      ([0x89, 0x50, 0x4E, 0x47], "a picture (PNG); give the network's file"),
      ([0xFF, 0xD8, 0xFF], "a picture (JPEG); give the network's file"),
      (Array("%PDF".utf8), "a PDF; give the network's file"),
    ]
    if let found = known.first(where: { bytes.starts(with: $0.start) }) { return found.description }
    if bytes.dropFirst(4).starts(with: "TFL3".utf8) { return "a network of TensorFlow Lite; \(remedy)" }
    if bytes.dropFirst(257).starts(with: "ustar".utf8) { return "a tar archive; unpack it first" }
    // A protocol buffer whose first field is a small number: the version of the format.
    guard bytes.count > 8, bytes[0] == 0x08, 1...15 ~= bytes[1], [0x12, 0x1A, 0x22, 0x2A, 0x3A].contains(bytes[2])
    else {
      return nil
    }
    return "a protocol buffer, as ONNX and TensorFlow save networks; \(remedy)"
  }

  /// A text: what Git or a server left, or any other.
  private static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    let whole = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    let start = whole.prefix(2_048)
    guard start.prefix(64).allSatisfy({ 0x20..<0x7F ~= $0 || 0x09...0x0D ~= $0 }) else { return nil }
    let text = String(decoding: start, as: UTF8.self)
    let lower = text.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    if lower.hasPrefix("version https://git-lfs") || lower.hasPrefix("version https://hawser") {
      return "a pointer of Git LFS, not the weights that it points to; run git lfs pull where it lies, or download the "
        + "file itself"
    }
    if lower.hasPrefix("<!doctype html") || lower.contains("<html") {
      return "a web page, not the file that it is about; download the file itself (on Hugging Face by the link with "
        + "/resolve/ in it, on GitHub by Raw)"
    }
    if lower.contains("\"weight_map\"") {
      return "the index of a network that lies in several files; only networks in one file are read"
    }
    let first = text.split(whereSeparator: \.isNewline).first ?? ""
    let shown = String(first.unicodeScalars.prefix(60).map { 0x20..<0x7F ~= $0.value ? Character($0) : "?" })
    return "a text that begins with \(shown.quotedForPython), not weights; download the file itself"
  }

  /// A ZIP archive by the names in it, which stand in its beginning and its end.
  private static func archive(_ bytes: UnsafeRawBufferPointer) -> ForeignFile? {
    guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return nil }
    func has(_ name: String) -> Bool {
      bytes.prefix(1 << 16).firstRange(of: name.utf8) != nil || bytes.suffix(1 << 20).firstRange(of: name.utf8) != nil
    }
    if has("constants.pkl") { return .torch(.program) }
    if has("data.pkl") { return .torch(TorchConversion.content(bytes)) }
    if has(".weights.h5") {
      return .other("a network of Keras (.keras), whose weights have other names and shapes; \(remedy)")
    }
    if has(".npy") { return .other("arrays of NumPy (.npz); \(remedy)") }
    return .other("a ZIP archive; unpack it first, and give the network's file in it")
  }

  /// A pickle of Python, of version 2 to 5; those of `torch.save` before 2020 begin with a number of theirs.
  private static func pickle(_ bytes: UnsafeRawBufferPointer) -> ForeignFile? {
    guard bytes.count >= 8, bytes[0] == 0x80, 2...5 ~= bytes[1] else { return nil }
    if bytes.prefix(64).firstRange(of: [0x6C, 0xFC, 0x9C, 0x46]) != nil {
      return .torch(TorchConversion.content(bytes))
    }
    return .other(
      "a pickle of Python that torch.save did not write, and that can hold programs; open it in Python if you trust who "
        + "made it, and write the tensors in it with safetensors.torch.save_file")
  }
}
