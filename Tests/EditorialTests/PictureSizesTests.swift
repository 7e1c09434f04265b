import Testing

@testable import Editorial

/// The smaller sizes of a picture go where it goes, and are read and approved with it.
@Suite struct PictureSizesTests {
  private static let picture = "media/2026/11/bridge.jpg"
  private static let small = "media/2026/11/bridge-640w.jpg"
  private static let words =
    "headline: Flood\nsection: city\nbyline: [ana]\nimage: \(picture)\n"

  @Test(arguments: [
    ("media/2026/11/a.jpg", ["media/2026/11/a-640w.jpg", "media/2026/11/a-1280w.jpg"]),
    ("media/2026/11/a.b.png", ["media/2026/11/a.b-640w.png", "media/2026/11/a.b-1280w.png"]),
    ("media/2026/11/a-640w.jpg", []), ("media/2026.11/a", []), ("a", []), ("", []),
  ])
  func standBesideIt(path: String, sizes: [String]) {
    #expect(Picture.smaller(of: path) == sizes)
  }

  /// As it was before pictures had sizes.
  @Test func aStoryWithoutThemKeepsItsDigest() throws {
    let blobs = ["media/2026/11/a.jpg": "b1"]
    let one = try WordsTests.digest(WordsTests.base, blobs)
    let other = blobs.merging(["media/2026/11/b-640w.jpg": "x"]) { $1 }
    #expect(try WordsTests.digest(WordsTests.base, other) == one)
    #expect(one == "fc5b8de470ae626c14aa1827aa73457ce4fbe471a929b1dfbd0ba6ce00823dd5")
  }

  @Test func theyCountAsTheWordsDo() throws {
    let one = try WordsTests.digest(WordsTests.base, ["media/2026/11/a.jpg": "b1"])
    let sized = try WordsTests.digest(
      WordsTests.base, ["media/2026/11/a.jpg": "b1", "media/2026/11/a-640w.jpg": "s1"])
    let changed = try WordsTests.digest(
      WordsTests.base, ["media/2026/11/a.jpg": "b1", "media/2026/11/a-640w.jpg": "s2"])
    #expect(Set([one, sized, changed]).count == 3)
  }

  @Test func oneThatComesAfterTheApprovalVoidsIt() throws {
    var paper = try Paper()
    try paper.commit(by: "ana", [Self.picture: "bridge"])
    let id = try paper.new("flood", by: "ana", words: Self.words)
    try paper.move("submit", on: id, by: "ana")
    try paper.move("approve", on: id, by: "george")
    try paper.commit(by: "wei", [Self.small: "something else"])
    #expect(try JudgeTests.refusal(paper, "publish", id, by: "mei") == ["approval"])
    try paper.move("approve", on: id, by: "george")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live(Self.picture) == "bridge")
    #expect(paper.live(Self.small) == "something else")
  }

  @Test func oneThatComesAfterPublicationWaitsForTheNextVersion() throws {
    var paper = try Paper()
    try paper.commit(by: "ana", [Self.picture: "bridge"])
    let id = try paper.published("flood", words: Self.words)
    let before = paper.live
    try paper.commit(by: "wei", [Self.small: "small"])
    #expect(paper.live == before)
    try paper.move("update", on: id, by: "george")
    #expect(paper.live(Self.small) == nil)
    try paper.rewrite(id, by: "george", "Flood", "High water")
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live(Self.small) == "small")

    try paper.move("update", on: id, by: "george")
    try paper.edit(id, by: "george") { $0.replacing("image: \(Self.picture)\n", with: "") }
    try paper.move("approve", on: id, by: "hana")
    try paper.move("publish", on: id, by: "mei")
    #expect(paper.live(Self.picture) == nil && paper.live(Self.small) == nil)
  }

  @Test func theyLeaveWithAStoryThatIsWithdrawn() throws {
    var paper = try Paper()
    try paper.commit(by: "ana", [Self.picture: "bridge", Self.small: "small"])
    let id = try paper.published("flood", words: Self.words)
    #expect(paper.live(Self.small) == "small")
    try paper.move("retract", on: id, by: "mei", notice: "Wrong.", note: "Wrong.")
    #expect(paper.live(Self.picture) == nil && paper.live(Self.small) == nil)
  }
}
