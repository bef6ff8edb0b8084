import Foundation

/// Why a file could not be read or written: one line, and for a file that PyTorch saved, what converts it.
public struct SafetensorsError: Error, CustomStringConvertible {
  /// The file, what is wrong with it, and what to do.
  public let description: String
  /// Lines of Python that make a file of this format, where there is another to make it of.
  public let conversion: [String]

  init(_ file: URL, _ problem: String) {
    description = "\(file.path): \(problem)"
    conversion = []
  }

  /// For a file that PyTorch saved as .pt or .pth.
  init(pickled file: URL) {
    description = "\(file.path): saved by PyTorch, in a format that can hold programs; convert it with these two lines:"
    let converted = file.deletingPathExtension().appendingPathExtension("safetensors").path
    conversion = [
      "import torch, safetensors.torch; w = torch.load(\(file.path.quotedForPython), \"cpu\", weights_only=True)",
      "safetensors.torch.save_file({k.removeprefix(\"module.\"): v.contiguous() for k, v in "
        + "w.get(\"state_dict\", w).items()}, \(converted.quotedForPython))",
    ]
  }

  /// Whether bytes begin as those of a ZIP archive or of a pickle do: what `torch.save` writes now, and wrote before.
  ///
  /// A pickle of version 2 to 5 begins with the bytes 128 and 2 to 5, and its fifth byte is no zero, as that of a header's
  /// length is.
  static func isPickled(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 8 else { return false }
    return bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes[0] == 0x80 && 2...5 ~= bytes[1] && bytes[4] != 0
  }
}

extension String {
  /// The text as Python writes it, on one line and without what a terminal may obey: `"a\x0ab"` for a newline between two letters.
  package var quotedForPython: String {
    var result = "\""
    for scalar in unicodeScalars {
      let digits = String(scalar.value, radix: 16)
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        let (mark, count) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
        result += "\\\(mark)" + String(repeating: "0", count: count - digits.count) + digits
      default:
        if scalar == "\\" || scalar == "\"" { result += "\\" }
        result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
