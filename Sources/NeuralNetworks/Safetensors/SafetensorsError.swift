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

  /// For a file that PyTorch saved, mostly as .pt or .pth.
  init(_ file: URL, savedByTorch content: TorchConversion.Content) {
    description =
      "\(file.path): saved by PyTorch, in a format that can hold programs; convert it with these lines of Python:"
    conversion = TorchConversion.lines(for: file, content)
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
