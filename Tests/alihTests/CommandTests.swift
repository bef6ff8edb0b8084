import Foundation
import Testing

/// The built command, run as a reader runs it.
struct Command {
  let status: Int32
  let output: String
  let error: String

  /// What every command is run with: not the reader's own language, nor their progress.
  private static let environment = [
    "PATH": "/usr/bin:/bin", "LANG": "C",
    "XDG_STATE_HOME": FileManager.default.temporaryDirectory.appending(path: "alih-state-\(UUID().uuidString)").path,
  ]

  private static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(
    path: "alih")

  init(_ arguments: String..., environment: [String: String] = [:], input: String? = nil) throws {
    try self.init(arguments: arguments, environment: environment, input: input)
  }

  /// Runs the command, in a folder or in that of the tests, with `input` in a pipe, or with nothing on its standard input.
  init(
    arguments: [String], environment: [String: String] = [:], folder: URL? = nil, input: String? = nil
  ) throws {
    let process = Process()
    if let folder { process.currentDirectoryURL = folder }
    process.executableURL = Command.program
    process.arguments = arguments
    process.environment = Command.environment.merging(environment) { $1 }
    let (output, error) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = error
    let lines = input.map { _ in Pipe() }
    process.standardInput = lines ?? FileHandle.nullDevice
    try process.run()
    if let input, let lines {
      try lines.fileHandleForWriting.write(contentsOf: Data(input.utf8))
      try lines.fileHandleForWriting.close()
    }
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = error.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    status = process.terminationStatus
    self.output = String(decoding: text, as: UTF8.self)
    self.error = String(decoding: complaint, as: UTF8.self)
  }

  /// Whether the command ended as bad input should: one line on standard error that says `words`, a status that is not
  /// zero, and nothing on standard output.
  func refused(saying words: String) -> Bool {
    status != 0 && status < 128 && output.isEmpty && error.hasSuffix("\n") && error.dropLast().count { $0 == "\n" } == 0
      && error.contains(words)
  }
}

/// A folder with files to try, gone when the test is over.
final class TrialFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "alih-\(UUID().uuidString)")

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }
}

@Suite struct CommandTests {
  @Test("alone it says what to type next, in the language of the environment")
  func welcome() throws {
    let english = try Command()
    #expect(english.status == 0 && english.output.contains("Type next: alih run foundations"))
    let indonesian = try Command(environment: ["LANGUAGE": "id:en", "LANG": "en_GB.UTF-8"])
    #expect(indonesian.output.contains("Ketik berikutnya: alih run foundations"))
    #expect(try Command("--version").output == "0.1.0\n")
    #expect(try Command("lessons", "--language", "id").output.contains("ideal-image"))
  }

  @Test("the titles in the list of lessons stand below each other, whatever the number of a lesson")
  func lessonColumns() throws {
    let lines = try Command("lessons", "--language", "en").output.split(separator: "\n").map(String.init)
    let columns = lines.map { line in
      line.matches(of: /\ {2,}/).last.map { line.distance(from: line.startIndex, to: $0.range.upperBound) }
    }
    #expect(lines.count >= 10 && Set(columns).count == 1, "\(lines)")
  }

  @Test(
    "every command has help with an example",
    arguments: [
      "lessons", "run", "exercise", "grade", "hint", "solution", "quiz", "step", "progress", "menagerie", "predict",
      "evaluate", "compare", "features", "explain", "ideal", "attack", "networks", "train", "adapt", "choose",
      "pretrain", "bench", "doctor",
    ])
  func help(command: String) throws {
    let help = try Command(command, "--help")
    #expect(help.status == 0 && help.output.contains("Example: alih \(command)") && help.error.isEmpty)
  }

  @Test("pictures that are none are refused with one line")
  func badPictures() throws {
    let folder = try TrialFolder()
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    let header: [UInt8] = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]
    let huge = signature + header + [0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 2, 0, 0, 0, 0, 0, 0, 0]
    let files = [
      "text.jpg": Array("this is text".utf8), "empty.png": [], "huge.png": huge,
      "truncated.png": signature + header + [0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0, 0x4B, 0x6D, 0x29, 0xDC],
      "truncated.jpg": [0xFF, 0xD8, 0xFF, 0xE0, 0, 16],
    ]
    for (name, bytes) in files {
      let path = try folder.file(name, bytes)
      #expect(try Command("predict", path).refused(saying: name), "\(name)")
    }
    #expect(try Command("predict", folder.url.appending(path: "none.png").path).refused(saying: "none.png"))
    // Of a folder, each is named by itself.
    let all = try Command("predict", folder.url.path)
    #expect(all.status == 1 && all.output.isEmpty)
    #expect(all.error.split(separator: "\n").count == files.count, "\(all.error)")
  }

  @Test("network files that lie are refused with one line")
  func badNetworks() throws {
    let folder = try TrialFolder()
    let picture = try folder.file("text.jpg", [1])
    let long = try folder.file("long.safetensors", [255, 255, 255, 255, 255, 255, 255, 127, 0x7B, 0x7D])
    let text = try folder.file("text.safetensors", Array("not a network at all".utf8))
    #expect(try Command("predict", picture, "--network", long).refused(saying: "long.safetensors"))
    #expect(try Command("predict", picture, "--network", text).refused(saying: "text.safetensors"))
    #expect(try Command("predict", picture, "--network", "./none.safetensors").refused(saying: "none.safetensors"))
    #expect(try Command("predict", picture, "--network", "maxi-vgg").refused(saying: "maxi-vgg"))
    #expect(try Command("predict", picture, "--mean", "1,2", "--std", "1,1,1").refused(saying: "\"1,2\" is neither"))
    #expect(try Command("predict", picture, "--mean", "1,2,3").refused(saying: "--std"))
    #expect(try Command("predict", picture, "--top", "0").refused(saying: "--top 0"))
  }

  @Test("names, numbers and folders that do not exist are refused with one line")
  func badNames() throws {
    let folder = try TrialFolder()
    let file = try folder.file("file", [1])
    _ = try folder.file("photos/unicorn/a.png", [1])
    #expect(try Command("run", "no-lesson").refused(saying: "no-lesson"))
    #expect(try Command("run", "ideal-image", "--output", "\(file)/below").refused(saying: "not a directory"))
    #expect(try Command("run", "ideal-image", "--image", file).refused(saying: "pretrained-networks"))
    #expect(try Command("run", "pretrained-networks", "--image", file).refused(saying: "file"))
    #expect(try Command("fly").refused(saying: "fly"))
    #expect(try Command("run").refused(saying: "lesson"))
    #expect(try Command("run", "ideal-image", "--seed", "x").refused(saying: "x"))
    #expect(try Command("lessons", "--language", "fr").refused(saying: "fr"))
    #expect(try Command("bench", "train/mini-vgg").refused(saying: "train/mini-vgg"))
    #expect(try Command("bench", "infer/mini-vgg/1", "--repeats", "0").refused(saying: "--repeats 0"))
    #expect(try Command("pretrain", "maxi-vgg").refused(saying: "maxi-vgg"))
    #expect(try Command("pretrain", "mini-vgg", "--output", "\(file)/a.safetensors").refused(saying: "file"))
    #expect(try Command("evaluate", "--data", file).refused(saying: "file"))
    #expect(try Command("evaluate", "--data", "\(folder.url.path)/photos").refused(saying: "unicorn"))
    #expect(try Command("menagerie", "show", "--class", "dragon").refused(saying: "dragon"))
    #expect(try Command("menagerie", "sheet", "--task", "moon").refused(saying: "moon"))
    #expect(try Command("menagerie", "sheet", "--style", "baroque").refused(saying: "baroque"))
    #expect(try Command("menagerie", "write", folder.url.path).refused(saying: "not empty"))
    #expect(try Command("menagerie", "sheet", "--size", "9999").refused(saying: "--size 9999"))
    #expect(
      try Command("menagerie", "sheet", "--size", "16", "--output", "\(file)/s.png").refused(saying: "not a directory"))
    #expect(try Command("doctor", environment: ["ALIH_THREADS": "many"]).refused(saying: "ALIH_THREADS=many"))
    #expect(try Command("doctor", environment: ["ALIH_ISA": "sse9"]).refused(saying: "ALIH_ISA=sse9"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["file", "photos"])
  }

  @Test("a picture of the Menagerie is recognised, whatever its file is called")
  func predict() throws {
    let folder = try TrialFolder()
    let sheet = folder.url.appending(path: "sheet.jpg").path
    let drawn = try Command("menagerie", "sheet", "--size", "32", "--count", "1", "--output", sheet)
    #expect(drawn.status == 0 && drawn.output == "\(sheet)\n")
    let result = try Command("predict", sheet, "--top", "3")
    #expect(result.status == 0 && result.output.split(separator: "\n").count == 4)
  }

  @Test("the logits of a picture come as JSON, and their softmax are its probabilities")
  func predictAsJSON() throws {
    let folder = try TrialFolder()
    let pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "1", "--size", "64").status == 0)
    let result = try Command("predict", "\(pictures)/cat/00000.png", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    let logits = try #require(object?["logits"] as? [Double])
    let probabilities = try #require(object?["probabilities"] as? [Double])
    #expect((object?["classes"] as? [String])?.count == 16 && logits.count == 16)
    let total = logits.reduce(0) { $0 + exp($1) }
    #expect(zip(logits, probabilities).allSatisfy { abs(exp($0) / total - $1) < 1e-5 })
  }

  @Test("the maps of a picture are drawn, of every stage or of one layer, and what is none is refused with one line")
  func features() throws {
    let folder = try TrialFolder()
    let pictures = folder.url.appending(path: "pictures").path
    #expect(try Command("menagerie", "write", pictures, "--count", "1", "--size", "64").status == 0)
    let (picture, output) = ("\(pictures)/cat/00000.png", folder.url.appending(path: "maps").path)
    let all = try Command("features", picture, "--output", output)
    let rows = all.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(all.status == 0 && rows.contains(["features.9", "ReLU", "32×32×64", "12×12", "0"]))
    #expect(all.output.hasSuffix("maps/features.png\n"))
    let one = try Command("features", picture, "--layer", "features.16", "--output", output, "--language", "id")
    #expect(one.output.contains("melihat") && one.output.hasSuffix("maps/features.16.png\n"))
    #expect(try Command("features", picture, "--layer", "moon", "--output", output).refused(saying: "moon"))
    #expect(try Command("features", try folder.file("text.jpg", [1])).refused(saying: "text.jpg"))
    #expect(try Command("features", picture, "--output", "\(picture)/below").refused(saying: "not a directory"))
  }

  @Test("networks are listed and described, in both languages")
  func networks() throws {
    let list = try Command("networks")
    let entries = list.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(entries.contains { $0.starts(with: ["mini-vgg", "mini-vgg.safetensors", "455,728", "112,068,608"]) })
    #expect(try Command("networks", "list", "--language", "id").output.contains("455.728"))
    let info = try Command("networks", "info", "mini-vgg")
    #expect(info.status == 0 && info.output.contains("made_with: alih pretrain mini-vgg\n"))
    let rows = info.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(rows.contains(["features.0", "Convolution2D", "64×64×32", "864", "3,538,944"]))
    #expect(try Command("networks", "info", "mini-vgg", "--language", "id").output.contains("16 kelas: cat, dog"))
  }

  @Test("networks that are none are refused with one line")
  func noNetworks() throws {
    let folder = try TrialFolder()
    let text = try folder.file("text.safetensors", Array("not a network at all".utf8))
    #expect(try Command("networks", "info", "maxi-vgg").refused(saying: "maxi-vgg"))
    #expect(try Command("networks", "info", text).refused(saying: "text.safetensors"))
    #expect(try Command("networks", "info", "\(text)/none").refused(saying: "none"))
    #expect(try Command("networks", "info").refused(saying: "network"))
    #expect(try Command("networks", "fly").refused(saying: "fly"))
  }

  @Test("a workload is timed, as JSON")
  func bench() throws {
    let result = try Command("bench", "infer/mini-vgg/1", "--repeats", "2", "--json")
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect(object?["workload"] as? String == "infer/mini-vgg/1")
    for key in ["median_ms", "gflops", "peak_share"] {
      #expect(try #require(object?[key] as? Double) > 0)
    }
    let table = try Command("bench", "matmul/64", "--repeats", "2").output
    #expect(table.contains("of peak\nmatmul/64 ") && table.contains("definition"))
  }

  @Test("the doctor names the instruction set that was asked for")
  func doctor() throws {
    let result = try Command("doctor", environment: ["ALIH_ISA": "portable", "ALIH_THREADS": "1"])
    #expect(result.output.contains("instruction set  portable\nthreads          1\n"))
    #expect(result.output.contains("mini-vgg: 455728 parameters"))
  }
}
