extension Rule {
  /// Every picture is one of the newsroom's, and somebody has added it.
  static let pictures = Rule(
    "pictures", wants: "pictures that are there",
    .desk { (sheet: Sheet, desk: Desk) throws(Damage) -> [Find] in
      var finds: [Find] = []
      if let file = sheet.story.image?.file, let problem = try problem(withPicture: file, desk) {
        finds.append(sheet.find(problem, at: file, in: "image"))
      }
      for link in sheet.body.links where link.isPicture {
        guard let problem = try problem(withPicture: link.address, desk) else { continue }
        finds.append(Find(message: problem, range: link.offset..<link.offset))
      }
      return finds
    })

  private static func problem(
    withPicture written: String, _ desk: Desk
  ) throws(Damage) -> String? {
    if written.isEmpty { return "a picture without a file" }
    if Destination.scheme(of: written) != nil || written.hasPrefix("//") {
      return
        "\(written) is on another host: readers get a link in its place; stet media add takes a picture in"
    }
    let path = MediaPath.plain(written)
    guard MediaPath.isValid(path) else {
      return "\(written) is no picture of the newsroom: its place is media/YYYY/MM/name.jpg"
    }
    guard try desk.memory.picture(path) == nil else { return nil }
    return "\(path) is not there: stet media add takes a picture in"
  }
}
