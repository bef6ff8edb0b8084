// swift-tools-version: 6.2
import PackageDescription

/// A Swift module of the course.
///
/// `optimised` modules loop over pixels or values and keep `-O` in debug builds,
/// so that `swift test` stays quick.
func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil, exclude: [String] = [],
  optimised: Bool = false
) -> Target {
  .target(
    name: name, dependencies: dependencies, path: path, exclude: exclude,
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

/// The folders of the lessons, whose texts are read when they run.
let lessons = ["01-domains", "02-pretrained-networks", "03-feature-extraction", "04-fine-tuning", "07-ideal-image"]
let lessonTexts = lessons.flatMap { ["\($0)/lesson.en.md", "\($0)/lesson.id.md"] }

/// The lessons with exercises, whose texts lie beside their own, and those with a quiz.
let exercised = ["01-domains", "02-pretrained-networks", "03-feature-extraction"]
let exerciseTexts = exercised.flatMap { ["\($0)/exercises.en.md", "\($0)/exercises.id.md"] }
let quizzed = ["01-domains", "02-pretrained-networks", "03-feature-extraction", "04-fine-tuning", "07-ideal-image"]
let quizzes = quizzed.map { "\($0)/quiz.json" }

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
    module("Datasets", ["Autograd", "Imaging"], optimised: true),

    // The course.
    module("Notebook", ["Charts"]),
    module(
      "Lessons", ["Notebook", "TransferLearning", "Visualization", "Datasets"], path: "Lessons",
      exclude: lessonTexts + exerciseTexts + quizzes + ["Exercises", "Solutions"]),

    // The exercises: the files that the reader edits, in which a warning is no error; what grades them, and their solutions.
    module("Grading", ["Notebook", "TransferLearning", "Visualization", "Datasets"]),
    .target(name: "Exercises", dependencies: ["Grading"], path: "Lessons/Exercises"),
    module("Solutions", ["Grading"], path: "Lessons/Solutions"),
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
