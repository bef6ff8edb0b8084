import Foundation
import NeuralNetworks
import Testing

/// Each rule of the format's specification, and a file that breaks it alone.
@Suite struct SafetensorsRuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: String
    let data: Data
    var testDescription: String { rule }

    init(_ rule: String, _ data: Data) { (self.rule, self.data) = (rule, data) }
    init(_ rule: String, _ header: String, values: Int = 0) {
      self.init(rule, safetensors(header, values: values))
    }
  }

  static let cases = [
    Case("the first eight bytes, but there are only 3", Data([1, 2, 3])),
    Case("must lie in the file", safetensors("{}", values: 0, length: 1_000)),
    Case("must not be longer than 100000000 bytes", safetensors("{}", values: 0, length: 100_000_001)),
    Case("must not be longer than 100000000 bytes", safetensors("{}", values: 0, length: 1 << 63)),
    Case("must begin with {", safetensors("{}", values: 0, length: 0)),
    Case("must begin with {", " {}"),
    Case("must begin with {", "[1]"),
    Case("must be JSON", #"{"a""#, values: 4),
    Case("must be JSON", #"{"a" 1}"#),
    Case("must be JSON", #"{"__metadata__":{"a":"b"},}"#),
    Case("no control characters", "{\"a\nb\":{}}"),
    Case("no such escape", #"{"a\x":{}}"#),
    Case("half a character", #"{"\ud800":{}}"#),
    Case("no four digits", #"{"\u00g0":{}}"#),
    Case("must be UTF-8", Data([5, 0, 0, 0, 0, 0, 0, 0, 0x7B, 0x22, 0xFF, 0x22, 0x3A])),
    Case("nothing but spaces may follow", "{}\n"),
    Case("nothing but spaces may follow", "{}{}"),
    Case("must be an object with dtype, shape and data_offsets", #"{"a":[[[[[[[[]]]]]]]]}"#),
    Case("keys must differ, but a is there twice", twice, values: 8),
    Case(
      "keys must differ, but shape is there twice",
      #"{"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}"#, values: 4),
    Case("keys must differ, but k is there twice", #"{"__metadata__":{"k":"1","k":"2"}}"#),
    Case("must hold text, but k is none", #"{"__metadata__":{"k":1}}"#),
    Case("must be an object of text by name", #"{"__metadata__":"k"}"#),
    Case("one of which is missing", #"{"a":{"dtype":"F32","shape":[1]}}"#, values: 4),
    Case("but has stride", #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4],"stride":[1]}}"#, values: 4),
    Case("has the dtype U8", #"{"a":{"dtype":"U8","shape":[4],"data_offsets":[0,4]}}"#, values: 4),
    Case("but has dtype", #"{"a":{"dtype":32,"shape":[4],"data_offsets":[0,4]}}"#, values: 4),
    Case("its shape must be a list of whole numbers", entry(shape: "[-1]", offsets: "[0,4]"), values: 4),
    Case("its shape must be a list of whole numbers", entry(shape: "[1.0]", offsets: "[0,4]"), values: 4),
    Case("its shape must be a list of whole numbers", entry(shape: "[01]", offsets: "[0,4]"), values: 4),
    Case("its shape must be a list of whole numbers", entry(shape: "[true]", offsets: "[0,4]"), values: 4),
    Case(
      "its shape must be a list of whole numbers", entry(shape: "[9223372036854775808]", offsets: "[0,4]"), values: 4),
    Case("more values than can be counted", entry(shape: "[4611686018427387904,4]", offsets: "[0,0]")),
    Case("its data_offsets must be a list", entry(shape: "[1]", offsets: "[-4,0]"), values: 4),
    Case("its data_offsets must be a begin and an end", entry(shape: "[1]", offsets: "[4,0]"), values: 4),
    Case("its data_offsets must be a begin and an end", entry(shape: "[1]", offsets: "[0,4,8]"), values: 4),
    Case("values must lie in the file", entry(shape: "[2]", offsets: "[0,8]"), values: 4),
    Case("must fit dtype and shape", entry(shape: "[3]", offsets: "[0,8]"), values: 8),
    Case("must not overlap", overlapping, values: 12),
    Case("must leave no hole", entry(shape: "[1]", offsets: "[4,8]"), values: 8),
    Case("must end with the last value, but 4 bytes", entry(shape: "[1]", offsets: "[0,4]"), values: 8),
  ]

  private static func entry(shape: String, offsets: String) -> String {
    #"{"a":{"dtype":"F32","shape":\#(shape),"data_offsets":\#(offsets)}}"#
  }

  private static let twice =
    #"{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}"#
  private static let overlapping =
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}}"#

  @Test("a file that breaks a rule of the format is refused with one line that names it and the rule", arguments: cases)
  func isRefused(_ broken: Case) throws {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "bad.safetensors")
    try broken.data.write(to: file)
    let error = try #require(throws: SafetensorsError.self) { try SafetensorsFile(contentsOf: file) }
    #expect(error.description.contains("bad.safetensors: not a safetensors file: "))
    #expect(error.description.contains(broken.rule), "\(error)")
    #expect(!error.description.contains("\n"))
  }
}
