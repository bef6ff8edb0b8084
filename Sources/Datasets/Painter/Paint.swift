/// What a solid is covered with: colours, a pattern, fur and gloss.
struct Paint {
  /// A soft-edged oval of another colour, such as a white chest or a patch around an eye.
  struct Mark {
    var centre: Point
    var radii: Point
    var colour: RGB
    /// Width of the edge as a fraction of the radius.
    var softness: Float = 0.25
  }

  var colour: RGB
  /// Colour of the pattern's marks.
  var second: RGB
  var pattern: Pattern
  /// Shifts the noise behind pattern and fur.
  var seed: UInt32
  /// Strength of the fur's or cloth's texture.
  var fur: Float
  /// Strength of the highlight.
  var gloss: Float = 0
  /// How much light models the form: 0 is flat.
  var relief: Float = 1
  /// How dark a rim the solid casts on what is behind it.
  var shadow: Float = 0.3
  var marks: [Mark] = []

  init(
    _ colour: RGB, second: RGB? = nil, pattern: Pattern = Pattern(), seed: UInt32 = 0, fur: Float = 0,
    gloss: Float = 0, relief: Float = 1, shadow: Float = 0.3
  ) {
    self.colour = colour
    self.second = second ?? colour
    self.pattern = pattern
    self.seed = seed
    self.fur = fur
    self.gloss = gloss
    self.relief = relief
    self.shadow = shadow
  }

  /// The coat of a subject.
  init(_ coat: Scene.Coat, fur: Float = 1) {
    self.init(coat.primary, second: coat.secondary, pattern: coat.pattern, seed: coat.seed, fur: fur, gloss: 0.07)
  }

  /// A colour without light, for pupils, mouths and lines.
  static func flat(_ colour: RGB) -> Paint {
    Paint(colour, relief: 0, shadow: 0)
  }

  /// The same, darker (factor below 1) or lighter.
  func shaded(_ factor: Float) -> Paint {
    var copy = self
    copy.colour *= factor
    copy.second *= factor
    for index in copy.marks.indices { copy.marks[index].colour *= factor }
    return copy
  }

  /// The same without a pattern or marks.
  var plain: Paint {
    var copy = self
    copy.pattern.kind = .plain
    copy.marks = []
    return copy
  }

  /// The same with one more mark.
  func marked(_ centre: Point, _ radii: Point, _ colour: RGB, softness: Float = 0.25) -> Paint {
    var copy = self
    copy.marks.append(Mark(centre: centre, radii: radii, colour: colour, softness: softness))
    return copy
  }
}
