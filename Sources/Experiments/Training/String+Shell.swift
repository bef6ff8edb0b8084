import Notebook

extension String {
  /// The text as a shell takes it for one word, on one line.
  package var inShell: String {
    let line = onOneLine
    let isPlain = !line.isEmpty && line.allSatisfy { $0.isLetter || $0.isNumber || "/._-+".contains($0) }
    return isPlain ? line : "'\(line.replacing("'", with: "'\\''"))'"
  }
}
