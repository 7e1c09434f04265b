import Testing

@testable import Import

struct SourceTreeTests {
  @Test func aFolderThatIsNotThereIsNamed() {
    #expect(throws: Unreadable.self) { try SourceTree("/nowhere/at/all") }
  }
}
