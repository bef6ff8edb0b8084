import Notebook

/// Prints a line on standard output, in the one place that looks at what the system answers; every command's `print` is this.
func print(_ line: some CustomStringConvertible = "") {
  StandardStream.output.print(line.description)
}
