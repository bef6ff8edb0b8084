// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// A Swift module of the course.
///
/// `optimised` modules loop over pixels or values and keep `-O` in debug builds,
/// so that `swift test` stays quick.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = [],
  sources: [String]? = nil, optimised: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude, sources: sources,
    swiftSettings: strict + (optimised ? [.unsafeFlags(["-O"])] : []))
}

/// The tests of one module, in Tests/NAMETests.
func tests(
  of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = [], optimised: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
    swiftSettings: strict + (optimised ? [.unsafeFlags(["-O"])] : []))
}

/// The folders of the lessons, and what the files in them begin with.
let lessons = [
  "01-domains": "Domains", "02-pretrained-networks": "PretrainedNetworks", "03-feature-extraction": "FeatureExtraction",
  "04-fine-tuning": "FineTuning", "07-ideal-image": "IdealImage", "08-adversarial-cat": "AdversarialCat",
]
/// Those that have a second text, for pictures and networks of the reader's own.
let lessonsOnOwnMaterial = [
  "02-pretrained-networks", "03-feature-extraction", "04-fine-tuning", "07-ideal-image", "08-adversarial-cat",
]
/// Pages beside the lessons.
let pages = ["own-photographs.en.md", "own-photographs.id.md"]
let lessonTexts =
  lessons.keys.sorted().flatMap { lesson in
    ["lesson.en.md", "lesson.id.md", "exercises.en.md", "exercises.id.md", "quiz.json"].map { "\(lesson)/\($0)" }
  } + lessonsOnOwnMaterial.flatMap { ["\($0)/own.en.md", "\($0)/own.id.md"] } + pages
/// What else lies in the folders that the lessons share with their exercises, by name, so that nothing is left unhandled.
let lessonFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Lessons").path
let cells = (FileManager.default.enumerator(atPath: lessonFolder)?.compactMap { $0 as? String } ?? [])
  .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("Exercises.swift") && !$0.hasSuffix("Solutions.swift") }.sorted()
let exercises = lessons.map { "\($0)/\($1)Exercises.swift" }.sorted()
let solutions = lessons.map { "\($0)/\($1)Solutions.swift" }.sorted()

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "alih",
  products: [
    .executable(name: "alih", targets: ["alih"]),
    .executable(name: "exercise-runner", targets: ["ExerciseRunner"]),
  ],
  dependencies: [.package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")],
  targets: [
    // The two system libraries, and the arithmetic that must be fast.
    .systemLibrary(name: "CGD", providers: [.apt(["libgd-dev"]), .brew(["gd"])]),
    .systemLibrary(name: "CPNG", providers: [.apt(["libpng-dev"]), .brew(["libpng"])]),
    .target(
      name: "CKernels",
      cSettings: [.treatAllWarnings(as: .error), .unsafeFlags(["-O3", "-fno-math-errno"])],
      linkerSettings: [.linkedLibrary("m", .when(platforms: [.linux]))]),

    // The engine.
    module("Autograd", ["CKernels"], optimised: true),
    module("NeuralNetworks", ["Autograd"], optimised: true),
    module("ModelZoo", ["NeuralNetworks"]),
    module("TransferLearning", ["ModelZoo"], optimised: true),
    module("Visualization", ["ModelZoo"], optimised: true),

    // Pictures and data.
    module("Imaging", ["CGD", "CPNG"], optimised: true),
    module("Charts", ["Imaging"]),
    module("Datasets", ["NeuralNetworks", "Imaging"], optimised: true),

    // The course.
    module("Notebook", ["Charts"]),
    module(
      "Lessons", ["Notebook", "TransferLearning", "Visualization", "Datasets"], path: "Lessons",
      exclude: lessonTexts + exercises + solutions),

    // The exercises: the files that the reader edits, in which a warning is no error; what grades them, and their solutions.
    module("Grading", ["Notebook", "TransferLearning", "Visualization", "Datasets"]),
    .target(
      name: "Exercises", dependencies: ["Grading"], path: "Lessons", exclude: lessonTexts + cells + solutions,
      sources: exercises),
    module("Solutions", ["Grading"], path: "Lessons", exclude: lessonTexts + cells + exercises, sources: solutions),
    .executableTarget(name: "ExerciseRunner", dependencies: ["Exercises", "Solutions"], swiftSettings: strict),

    .executableTarget(
      name: "alih",
      dependencies: ["Lessons", "Grading", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: strict),

    tests(of: "CKernels", optimised: true),
    tests(of: "Autograd"),
    tests(of: "NeuralNetworks"),
    .testTarget(
      name: "OracleTests", dependencies: ["TransferLearning", "Visualization"], exclude: ["Oracle"],
      swiftSettings: strict + [.unsafeFlags(["-O"])]),
    tests(of: "ModelZoo", ["Imaging"]),
    tests(of: "TransferLearning"),
    tests(of: "Visualization"),
    tests(of: "Imaging"),
    tests(of: "Charts"),
    tests(of: "Datasets"),
    tests(of: "Notebook"),
    tests(of: "Lessons"),
    tests(of: "Grading"),
    .testTarget(name: "ExercisesTests", dependencies: ["ExerciseRunner", "Lessons"], swiftSettings: strict),
    tests(of: "alih"),
    .testTarget(name: "MutationTests", dependencies: ["Lessons"], swiftSettings: strict),
  ]
)

// A module is built again when one that it names here has changed, but not when one further below has, whose types may lie
// inside of its own. So that no build is stale, every module names all that is below it.
let dependencies = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0.dependencies) })
func namesBelow(_ module: String) -> Set<String> {
  (dependencies[module] ?? []).reduce(into: []) { names, dependency in
    guard case .byNameItem(let name, _) = dependency else { return }
    names.formUnion(namesBelow(name).union([name]))
  }
}
for target in package.targets {
  let products = target.dependencies.filter { if case .productItem = $0 { true } else { false } }
  target.dependencies = products + namesBelow(target.name).sorted().map { .byName(name: $0) }
}
