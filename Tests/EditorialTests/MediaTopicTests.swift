import Editorial
import Testing

@Suite struct MediaTopicTests {
  @Test(arguments: [
    ("medtop:01000000", "arts, culture, entertainment and media", false),
    ("15000000", "sport", false), ("20000064", "war crime action", true),
  ])
  func `a code has its name`(code: String, name: String, isRetired: Bool) throws {
    let topic = try #require(MediaTopic.coded(code))
    #expect(topic.name == name)
    #expect(topic.isRetired == isRetired)
  }

  @Test(arguments: ["", "medtop:", "20999999", "sport", "-20000064", "medtop:medtop:15000000"])
  func `what is no code has none`(code: String) {
    #expect(MediaTopic.coded(code) == nil)
  }

  @Test func `a name in use has its code`() {
    #expect(MediaTopic.named("Sport")?.code == "15000000")
    #expect(MediaTopic.named("war crime action") == nil)
  }
}
