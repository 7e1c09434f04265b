import Git
import Testing

@Suite struct ObjectIDTests {
  @Test func readsAndPrintsForty() throws {
    let hex = "0123456789abcdef0123456789abcdef01234567"
    #expect(try ObjectID.of(hex).description == hex)
    #expect(ObjectID(hex: hex.uppercased()) == ObjectID(hex: hex))
    #expect(ObjectID(hex: "f".padding(40, "f"))?.description == String(repeating: "f", count: 40))
    #expect(ObjectID.zero.description == String(repeating: "0", count: 40))
    #expect(ObjectID(hex: "x\(hex)".dropFirst()) == ObjectID(hex: hex))
  }

  @Test(arguments: ["", "0", String(repeating: "a", count: 39), String(repeating: "a", count: 41)])
  func refusesAnotherLength(_ hex: String) {
    #expect(ObjectID(hex: hex) == nil)
  }

  @Test(arguments: ["g", " ", "é", "/", ":", "@", "`", "G"])
  func refusesAnotherCharacter(_ character: String) {
    #expect(ObjectID(hex: character.padding(40, "a")) == nil)
  }

  @Test func sortsAsItsDigits() throws {
    var random = Seeded(state: 1)
    let digits = (0..<200).map { _ in
      String((0..<40).map { _ in "0123456789abcdef".randomElement(using: &random) ?? "0" })
    }
    let ids = try digits.map(ObjectID.of)
    #expect(ids.sorted().map(\.description) == digits.sorted())
    #expect(Set(ids).count == 200)
  }

  @Test func isFast() throws {
    let id = try ObjectID.of("0123456789abcdef0123456789abcdef01234567")
    var same = 0
    let time = ContinuousClock().measure {
      for _ in 0..<100_000 where ObjectID(hex: id.description) == id { same += 1 }
    }
    #expect(same == 100_000)
    #expect(time < .seconds(5))
  }
}

extension String {
  fileprivate func padding(_ count: Int, _ filler: Character) -> String {
    self + String(repeating: filler, count: count - utf8.count)
  }
}
