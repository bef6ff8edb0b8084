import Foundation
import Testing

@testable import NeuralNetworks

/// The examples of protobuf.dev, "Encoding".
struct ProtocolBufferTests {
  private func bytes(_ fill: (inout ProtocolBuffer) -> Void) -> [UInt8] {
    var message = ProtocolBuffer()
    fill(&message)
    return [UInt8](message.bytes)
  }

  @Test("numbers, texts and messages have the bytes of the format's own description")
  func examples() {
    #expect(bytes { $0.append(1, 150) } == [0x08, 0x96, 0x01])
    #expect(bytes { $0.append(2, "testing") } == [0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67])
    #expect(bytes { $0.append(1, -2) } == [0x08, 0xfe] + [UInt8](repeating: 0xff, count: 8) + [0x01])
    #expect(bytes { $0.append(5, Float(1)) } == [0x2d, 0x00, 0x00, 0x80, 0x3f])
    var inner = ProtocolBuffer()
    inner.append(1, 150)
    #expect(bytes { $0.append(3, inner) } == [0x1a, 0x03, 0x08, 0x96, 0x01])
    #expect(bytes { $0.append(20, 7) } == [0xa0, 0x01, 0x07])
  }
}
