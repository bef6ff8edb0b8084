extension Page {
  /// Shows how far a loop is, under a term: a bar on a terminal, plain lines in a pipe, nothing for less than a second.
  ///
  /// ```swift
  /// for weight in page.progress("weights", over: weights) { … }
  /// ```
  public func progress<Elements: Collection>(_ label: String, over elements: Elements) -> ProgressSequence<Elements> {
    ProgressSequence(elements: elements, display: display, label: term(label))
  }

  /// Shows how far work of `count` steps is, under a term; `body` calls the tick after each.
  ///
  /// ```swift
  /// try page.progress("training", count: epochs) { tick in
  ///   model.train(epochs: epochs) { loss in tick("loss \(loss)") }
  /// }
  /// ```
  public func progress<Result>(_ label: String, count: Int, _ body: (ProgressTick) throws -> Result) rethrows -> Result
  {
    display.begin(term(label), count: count)
    defer { display.end() }
    return try body(ProgressTick(display: display))
  }
}

/// Says that a step is done.
public struct ProgressTick: Sendable {
  let display: ProgressDisplay

  /// Says that a step is done, and in a word how it went, such as its loss.
  public func callAsFunction(_ note: String = "") {
    display.step(note)
  }
}

/// The elements of a collection, with progress shown as they are asked for.
public struct ProgressSequence<Elements: Collection>: Sequence {
  let elements: Elements
  let display: ProgressDisplay
  let label: String

  /// Starts the progress and gives the elements one by one.
  public func makeIterator() -> Iterator {
    display.begin(label, count: elements.count)
    return Iterator(elements: elements.makeIterator(), display: display)
  }

  /// Gives the elements one by one; asking for the next says that the last is done.
  public struct Iterator: IteratorProtocol {
    fileprivate var elements: Elements.Iterator
    fileprivate let display: ProgressDisplay
    private var hasStarted = false

    fileprivate init(elements: Elements.Iterator, display: ProgressDisplay) {
      self.elements = elements
      self.display = display
    }

    /// The next element, or nil at the end.
    public mutating func next() -> Elements.Element? {
      if hasStarted { display.step("") }
      hasStarted = true
      let element = elements.next()
      if element == nil { display.end() }
      return element
    }
  }
}
