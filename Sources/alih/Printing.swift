import Notebook

/// Prints a line on standard output, in the one place that looks at what the system answers; every command's `print` is this.
///
/// Whatever a name holds that came out of a file, a terminal never obeys it. (A newline in a name is not seen here: see
/// `onOneLine`.)
func print(_ item: some CustomStringConvertible = "") {
  StandardStream.output.print(item.description.printable)
}
