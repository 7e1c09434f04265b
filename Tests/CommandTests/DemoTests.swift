import Foundation
import TestSupport
import Testing

/// The demo asserts itself what it makes; here it runs against the program just built.
@Suite struct DemoTests {
  @Test func theDemoIsAsItShouldBe() async throws {
    let bench = try Bench()
    let ran = try await bench.run("'\(Home.path)/scripts/demo' --check \"$(command -v stet)\"")
    #expect(ran.status == 0, "\(ran)")
    var screen = ran.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(screen.popLast() == "demo: all as it should be")
    #expect(screen.count <= 24)
    let published = "  6 published  ferry-strike grain-ship keeper night-market rovers tolls"
    #expect(screen.contains { $0 == published })
    #expect(screen.last?.hasPrefix("Made and looked at in ") == true)
  }

  @Test func aFolderThatIsNoDemoIsLeftAlone() async throws {
    let bench = try Bench()
    try bench.write("mine", to: "other/notes.txt")
    let ran = try await bench.run(
      "DEMO=\"$PWD/other\" '\(Home.path)/scripts/demo' \"$(command -v stet)\"")
    #expect(ran.status == 1)
    #expect(try bench.text("other/notes.txt") == "mine")
  }
}
