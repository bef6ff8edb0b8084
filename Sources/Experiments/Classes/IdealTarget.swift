/// What is to be drawn: a class, and the seed of the noise that the picture starts from.
package struct IdealTarget {
  package let subject: Subject
  package let seed: UInt64

  package init(subject: Subject, seed: UInt64) {
    self.subject = subject
    self.seed = seed
  }
}
