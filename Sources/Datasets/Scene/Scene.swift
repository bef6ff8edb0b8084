/// All hidden causes of a picture, as plain values: the same scene gives the same picture every time, at any size.
///
/// ```swift
/// let scene = Scene(.zebra, seed: 7)
/// scene.caption.english  // "a white zebra with black stripes on green, in a meadow"
/// let picture = scene.picture(size: 64)
/// ```
public struct Scene: Codable, Sendable, Hashable {
  /// What is shown.
  public var category: Category
  /// Which breed or variant of it, from 0.
  public var breed: Int
  /// From which side.
  public var view: View
  /// How it holds itself.
  public var posture: Posture
  /// Where, how large and how turned.
  public var pose: Pose
  /// Its colours and pattern.
  public var coat: Coat
  /// How its parts differ from the usual.
  public var proportions: Proportions
  /// What its face does.
  public var expression: Expression
  /// Where the light comes from.
  public var light: Light
  /// What is behind it.
  public var background: Background
  /// What stands in front of it, if anything.
  public var occlusion: Occlusion?
  /// What the camera adds.
  public var camera: Camera
}

/// A colour in sRGB: red, green and blue in [0, 1].
public typealias RGB = SIMD3<Float>

extension Scene {
  /// From which side the subject is seen.
  public enum View: String, Codable, Sendable, CaseIterable {
    /// The face from the front; for things, close up.
    case face
    /// The whole body from the side; for things, the other usual view.
    case body
  }

  /// How the subject holds itself.
  public enum Posture: String, Codable, Sendable, CaseIterable {
    /// On its feet, or sitting; for things, as usual.
    case upright
    /// On its belly, which nothing in the source world does.
    case lying
  }

  /// Where the subject is.
  ///
  /// The picture runs from -1 to 1 in both directions, y downwards.
  public struct Pose: Codable, Sendable, Hashable {
    /// Centre of the subject, from left to right.
    public var x: Float
    /// Centre of the subject, from top to bottom.
    public var y: Float
    /// Size as a part of the picture's.
    public var size: Float
    /// Rotation, clockwise, in radians.
    public var rotation: Float
    /// True when it looks the other way.
    public var mirrored: Bool
    /// A slight bend of space: how far the subject leans at its top and bottom.
    public var bend: Float
    /// Where legs or wings are in their swing, in [-1, 1].
    public var swing: Float
  }

  /// Colours and pattern of the subject.
  public struct Coat: Codable, Sendable, Hashable {
    /// Main colour.
    public var primary: RGB
    /// Colour of the pattern and the extremities.
    public var secondary: RGB
    /// Colour of belly, muzzle, or a third part.
    public var accent: RGB
    /// What the secondary colour draws on the primary.
    public var pattern: Pattern
    /// The seed of the pattern and the fur.
    public var seed: UInt32
  }

  /// Factors around 1 by which parts differ from the usual.
  public struct Proportions: Codable, Sendable, Hashable {
    /// Length of ears, wings or handles.
    public var ear: Float
    /// Length of horns, manes or antennae.
    public var horn: Float
    /// Length of muzzle, beak or trunk.
    public var muzzle: Float
    /// Length of the tail or stem.
    public var tail: Float
    /// Length of legs.
    public var leg: Float
    /// Thickness of the body.
    public var girth: Float
  }

  /// What the face does, with the marks that may vary, be missing, or be shared by several animals.
  public struct Expression: Codable, Sendable, Hashable {
    /// How far the eyes are open, in [0, 1].
    public var openness: Float
    /// Where the eyes look, in [-1, 1].
    public var gazeX: Float
    /// Where the eyes look, in [-1, 1].
    public var gazeY: Float
    /// Colour of the iris.
    public var iris: RGB
    /// True for pupils that are slits.
    public var hasSlitPupils: Bool
    /// Curve of the mouth, from -1 (sad) to 1 (smiling).
    public var smile: Float
    /// True when the tongue is out.
    public var showsTongue: Bool
    /// Length of the whiskers; 0 for none.
    public var whiskers: Float
  }

  /// A light far away, and what it leaves in the shade.
  public struct Light: Codable, Sendable, Hashable {
    /// Unit vector towards the light: right, down, out of the picture.
    public var direction: SIMD3<Float>
    /// Brightness of what the light does not reach, in [0, 1].
    public var ambient: Float
    /// Tint from cold (-1) to warm (1).
    public var warmth: Float
  }

  /// Something in front of the subject.
  public struct Occlusion: Codable, Sendable, Hashable {
    /// What it is.
    public enum Kind: String, Codable, Sendable, CaseIterable {
      /// A post from top to bottom.
      case post
      /// Blades of grass from below.
      case grass
      /// A leafy twig from the side.
      case leaves
      /// A ball in a corner.
      case ball
    }
    public var kind: Kind
    /// Where its middle is, in [-1, 1].
    public var x: Float
    /// Its size as a factor.
    public var size: Float
    public var colour: RGB
    /// The seed of its detail.
    public var seed: UInt32
  }

  /// What the camera adds to a picture.
  public struct Camera: Codable, Sendable, Hashable {
    /// Factors on red, green and blue: exposure and white balance.
    public var gain: RGB
    /// Standard deviation of the noise.
    public var noise: Float
    /// Standard deviation of the blur, as a part of the picture's side.
    public var blur: Float
    /// The seed of the noise.
    public var seed: UInt32
  }
}
