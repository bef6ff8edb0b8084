/// A number that an experiment varies, such as a learning rate; its name is how Swift writes it.
extension Float: StudyKey {
  public var name: String { "\(self)" }
  public func label(_ term: Terms) -> String { ValueFormat.number.text(Double(self), in: term.language) }
}
