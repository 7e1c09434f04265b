extension Rule {
  /// Codes of IPTC's Media Topics, none of them retired.
  static let mediatopics = Rule(
    "mediatopics", wants: "Media Topics that IPTC has",
    .story { sheet in
      var seen: Set<String> = []
      return sheet.story.mediatopics.compactMap { code in
        let message: String
        if let topic = MediaTopic.coded(code) {
          if topic.isRetired {
            message = "IPTC has retired \(code), \(topic.name)"
          } else if !seen.insert(topic.code).inserted {
            message = "\(code), \(topic.name), stands here twice"
          } else {
            return nil
          }
        } else if let topic = MediaTopic.named(code) {
          message = "`\(code)` has the code medtop:\(topic.code)"
        } else {
          message = "IPTC's Media Topics, as of April 2019, have no \(code)"
        }
        return sheet.find(message, at: code, in: "mediatopics")
      }
    })
}
