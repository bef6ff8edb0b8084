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

/// The folders of the lessons, and what their modules and the files in them are called.
let lessons = [
  "00-foundations": "Foundations", "01-domains": "Domains", "02-pretrained-networks": "PretrainedNetworks",
  "03-feature-extraction": "FeatureExtraction", "04-fine-tuning": "FineTuning", "05-what-and-where": "WhatAndWhere",
  "06-domain-adaptation": "DomainAdaptation", "07-ideal-image": "IdealImage", "08-adversarial-cat": "AdversarialCat",
  "09-training-tricks": "TrainingTricks", "10-beyond": "Beyond", "14-choosing": "Choosing",
]

/// The texts in each folder; of those that not every lesson has, the ones that are there.
let lessonTexts = ["lesson.en.md", "lesson.id.md", "exercises.en.md", "exercises.id.md", "quiz.json"]
let ownTexts = ["own.en.md", "own.id.md"]
let lessonFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Lessons").path
func texts(of lesson: String) -> [String] {
  lessonTexts + ownTexts.filter { FileManager.default.fileExists(atPath: "\(lessonFolder)/\(lesson)/\($0)") }
}
/// All files in the folder of the lessons but those of one kind, for a module that takes these alone to exclude.
///
/// SwiftPM keeps what a manifest gave, so this list may be older than the folder: then it warns of a file, and no more.
func lessonFiles(but isTaken: (String) -> Bool) -> [String] {
  let all = FileManager.default.enumerator(atPath: lessonFolder)?.compactMap { $0 as? String } ?? []
  return all.filter { $0.contains(".") && !isTaken($0) }.sorted()
}

/// What lies in a lesson's folder but for one file, for a module that takes this alone.
func files(of lesson: String, but file: String) -> [String] {
  let folder = "\(lesson)/"
  return lessonFiles { $0 == folder + file || !$0.hasPrefix(folder) }.map { String($0.dropFirst(folder.count)) }
}

/// What lies in a lesson's folder and is no cell.
func exercises(_ name: String) -> [String] {
  ["Exercises.swift", "Solutions.swift", "Workbook.swift", "ExerciseTests.swift", "GraderTests.swift"].map {
    "\(name)\($0)"
  } + ["Graders"]
}

/// The cells of a lesson: what is in its folder but for texts and exercises.
func cells(of lesson: String, _ name: String) -> Target {
  module(
    "\(name)Lesson",
    [
      "Experiments", "Notebook", "Charts", "TransferLearning", "Visualization", "Datasets", "ModelZoo",
      "NeuralNetworks", "Autograd", "Imaging",
    ],
    path: "Lessons/\(lesson)", exclude: texts(of: lesson) + exercises(name))
}

/// The file that the reader edits, in which a warning is no error: what does not compile in it stops no other lesson.
func exercises(of lesson: String, _ name: String) -> Target {
  .target(
    name: "\(name)Exercises",
    dependencies: ["Graders", "Grading", "TransferLearning", "Visualization", "NeuralNetworks", "Autograd"],
    path: "Lessons/\(lesson)", exclude: files(of: lesson, but: "\(name)Exercises.swift"),
    sources: ["\(name)Exercises.swift"])
}

/// The program that grades a lesson's exercises: its workbook names each with its grader and its solution.
func runner(of lesson: String, _ name: String) -> Target {
  .executableTarget(
    name: "\(name)Runner", dependencies: [.byName(name: "\(name)Exercises"), "Graders", "Grading", "Solutions"],
    path: "Lessons/\(lesson)", exclude: files(of: lesson, but: "\(name)Workbook.swift"),
    sources: ["\(name)Workbook.swift"], swiftSettings: strict)
}

/// The lesson's id: its folder's name without the number.
func id(of lesson: String) -> String { String(lesson.drop { $0.isNumber }.dropFirst()) }

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

    // How files are opened and replaced.
    module("FileAccess"),

    // The engine.
    module("Autograd", ["CKernels"], optimised: true),
    module("NeuralNetworks", ["Autograd", "FileAccess"], optimised: true),
    module("ModelZoo", ["NeuralNetworks", "Autograd", "Imaging", "FileAccess"]),
    module("TransferLearning", ["ModelZoo", "NeuralNetworks", "Autograd"], optimised: true),
    module("Visualization", ["ModelZoo", "NeuralNetworks", "Autograd"], optimised: true),

    // Pictures and data.
    module("Imaging", ["FileAccess", "CGD", "CPNG"], optimised: true),
    module("Charts", ["Imaging"]),
    module("Datasets", ["NeuralNetworks", "Autograd", "Imaging"], optimised: true),

    // The course.
    module("Notebook", ["Charts", "Imaging", "FileAccess"]),
    module(
      "Experiments",
      [
        "Notebook", "Charts", "TransferLearning", "Visualization", "Datasets", "ModelZoo", "NeuralNetworks", "Autograd",
        "Imaging", "FileAccess",
      ]),
    module(
      "Lessons", ["Experiments"] + lessons.values.sorted().map { .byName(name: "\($0)Lesson") }, path: "Lessons",
      exclude: lessonFiles(but: { $0 == "AllLessons.swift" }), sources: ["AllLessons.swift"]),

    // What grades the exercises, and their solutions; a lesson's exercises and the program that grades them are below.
    module(
      "Grading", ["Notebook", "FileAccess", "TransferLearning", "Datasets", "NeuralNetworks", "Autograd", "Imaging"]),
    module(
      "Graders",
      ["Grading", "Notebook", "TransferLearning", "Visualization", "ModelZoo", "NeuralNetworks", "Autograd"],
      path: "Lessons", exclude: lessonFiles(but: { $0.contains("/Graders/") }),
      sources: lessons.keys.sorted().map { "\($0)/Graders" }),
    module(
      "Solutions", ["Graders", "Grading", "TransferLearning", "Visualization", "NeuralNetworks", "Autograd"],
      path: "Lessons", exclude: lessonFiles(but: { $0.hasSuffix("Solutions.swift") }),
      sources: lessons.map { "\($0)/\($1)Solutions.swift" }.sorted()),
    // It grades rehearsals; and since it names the programs of all lessons, one build makes them all.
    .executableTarget(
      name: "ExerciseRunner",
      dependencies: ["Grading", "Notebook"] + lessons.values.sorted().map { .byName(name: "\($0)Runner") },
      swiftSettings: strict),

    .executableTarget(
      name: "alih",
      dependencies: [
        "Lessons", "Experiments", "Grading", "Notebook", "TransferLearning", "Visualization", "Datasets", "ModelZoo",
        "NeuralNetworks", "Autograd", "Imaging", "FileAccess",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    tests(of: "FileAccess"),
    tests(of: "CKernels", optimised: true),
    tests(of: "Autograd"),
    tests(of: "NeuralNetworks", ["Autograd"]),
    .testTarget(
      name: "OracleTests",
      dependencies: ["TransferLearning", "Visualization", "ModelZoo", "NeuralNetworks", "Autograd", "Imaging"],
      exclude: ["Oracle"],
      swiftSettings: strict + [.unsafeFlags(["-O"])]),
    tests(of: "ModelZoo", ["NeuralNetworks", "Autograd", "Imaging"]),
    tests(of: "TransferLearning", ["ModelZoo", "NeuralNetworks", "Autograd", "Imaging"]),
    tests(of: "Visualization", ["ModelZoo", "NeuralNetworks", "Autograd"]),
    tests(of: "Imaging"),
    tests(of: "Charts", ["Imaging"]),
    tests(of: "Datasets", ["NeuralNetworks", "Autograd", "Imaging"]),
    tests(of: "Notebook", ["Charts", "Imaging"]),
    tests(
      of: "Experiments",
      [
        "Notebook", "TransferLearning", "Visualization", "Datasets", "ModelZoo", "NeuralNetworks", "Autograd",
        "Imaging",
      ]),
    tests(
      of: "Lessons",
      [
        "Experiments", "Notebook", "TransferLearning", "Datasets", "ModelZoo", "NeuralNetworks", "Autograd", "Imaging",
      ]),
    tests(of: "Grading", ["Notebook", "Autograd", "Imaging"]),
    tests(
      of: "ExerciseRunner",
      ["Lessons", "Experiments", "Grading", "Notebook"] + lessons.values.sorted().map { .byName(name: "\($0)Runner") }),
    // What the tests in a lesson's folder are made of: of its exercises, and of what grades them.
    .testTarget(name: "ExerciseTesting", dependencies: ["Grading", "Notebook"], swiftSettings: strict),
    .testTarget(
      name: "ExercisesTests", dependencies: ["ExerciseTesting"], path: "Lessons",
      exclude: lessonFiles(but: { $0.hasSuffix("ExerciseTests.swift") }),
      sources: lessons.map { "\($0)/\($1)ExerciseTests.swift" }.sorted(), swiftSettings: strict),
    .testTarget(
      name: "GradersTests",
      dependencies: ["ExerciseTesting", "Grading"] + lessons.values.sorted().map { .byName(name: "\($0)Runner") },
      path: "Lessons", exclude: lessonFiles(but: { $0.hasSuffix("GraderTests.swift") }),
      sources: lessons.map { "\($0)/\($1)GraderTests.swift" }.sorted(), swiftSettings: strict),
    tests(of: "alih", ["Datasets", "ModelZoo", "NeuralNetworks", "Autograd", "Imaging"]),
    .testTarget(
      name: "MutationTests",
      dependencies: ["alih", "Notebook", "Datasets", "ModelZoo", "NeuralNetworks", "Autograd", "Imaging"],
      exclude: ["campaign"],
      swiftSettings: strict),
  ]
)

// Each lesson is a module of its own, so that a changed cell builds a small one and no lesson leans on another; so are its
// exercises and the program that grades them.
package.targets += lessons.flatMap { [cells(of: $0, $1), exercises(of: $0, $1), runner(of: $0, $1)] }
package.products += lessons.map { .executable(name: "\(id(of: $0))-runner", targets: ["\($1)Runner"]) }

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
