import Notebook

/// Prints a line as Swift's own `print` does, but for what a terminal may obey: whatever a name holds that came out of a file, no
/// command of this module hands it on. (A newline in a name is not seen here: see `onOneLine`.)
func print(_ item: Any = "") {
  Swift.print(String(describing: item).printable)
}
