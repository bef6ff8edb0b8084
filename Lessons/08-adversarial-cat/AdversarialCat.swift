import Experiments
import ModelZoo
import NeuralNetworks
import Notebook
import Visualization

extension CourseLesson {
  /// How little a picture must change until a network takes a dog for a cat, and what helps against it.
  public static let adversarialCat = CourseLesson { material in
    let cells = try AdversarialCatCells(material)
    let set =
      cells.material.isOwn ? ResultCell("choice", finding: cells.choice) : ResultCell("dogs", finding: cells.dogs)
    let steps = ResultCell("steps", needing: set, finding: cells.steps)
    let smallest = ResultCell("smallest", keys: NetworkRole.allCases, needing: set, finding: cells.smallest)
    return [
      Cell("material", measured: LessonMaterial.shown, cells.material), set,
      Cell("gradient", needing: set, do: cells.gradient), Cell("one-step", needing: set, do: cells.oneStep),
      Cell("why", needing: set, do: cells.why), steps,
      Cell("epsilon", keys: AttackMethod.allCases + cells.plan.levels, needing: set, do: cells.epsilon),
      Cell("saved", keys: Saving.allCases, needing: set, do: cells.saved), smallest,
      Cell("one-picture", keys: Extreme.allCases, needing: set, smallest, do: cells.onePicture),
      Cell("transfer", keys: NetworkRole.allCases, needing: set, do: cells.transfer),
      Cell("shared-base", keys: Victim.allCases, needing: set, do: cells.sharedBase),
      Cell("defences", keys: DefenceKind.allCases + Attacker.allCases, needing: set, do: cells.defences),
      Cell("twin", keys: NetworkRole.allCases + cells.radii, cells.robustTwin),
      Cell("large", keys: NetworkRole.allCases, needing: set, do: cells.large),
      Cell("wrong-scale", needing: set, steps, do: cells.wrongScale),
      Cell("wrong-epsilon", needing: set, do: cells.wrongEpsilon), Cell("no-bound", needing: set, do: cells.noBound),
      Cell("stretched", needing: set, do: cells.stretched), Cell("loosely", needing: set, do: cells.loosely),
    ]
  }
}

/// The cells of the lesson, on the course's dogs and networks or on a reader's material.
struct AdversarialCatCells {
  let material: LessonMaterial
  let plan: AttackPlan
  let network, twin, judge, mobile: Network
  /// Sizes of the attacks on the robust twin, L2.
  let radii: [Float] = [0, 1, 2, 3, 4]

  init(_ own: OwnMaterial?) throws {
    let material = try LessonMaterial(own)
    material.perClass = material.budget.first(of: [50, 20, 10]) { 10 * $0 * material.source.classNames.count }
    self.material = material
    plan = material.isOwn ? .own : .course
    network = material.network
    twin = try Catalogue.network(NetworkRole.twin.catalogueName)
    judge = try Catalogue.network(NetworkRole.judge.catalogueName)
    mobile = try Catalogue.network(NetworkRole.mobile.catalogueName)
    for role in NetworkRole.allCases { self.network(role).freeze() }
  }

  func network(_ role: NetworkRole) -> Network {
    switch role {
    case .plain: network
    case .twin: twin
    case .judge: judge
    case .mobile: mobile
    }
  }

  /// The attack that the lesson comes to: ten steps with momentum towards a target, within so many levels of 255.
  func attack(_ levels: Int) -> ProjectedGradient { AttackMethod.momentum.attack(within: levels) }
}
