extension Rule {
  /// Links lead somewhere: own pages are there, and readers have them; places in the story exist.
  static let links = Rule(
    "links", wants: "links that readers can follow",
    .desk { (sheet: Sheet, desk: Desk) throws(Damage) -> [Find] in
      let page = try sheet.page(in: desk)
      var finds: [Find] = []
      for link in sheet.links where !link.isPicture {
        let destination = Destination(link.address, site: sheet.policy.house.url, page: page)
        guard let problem = try problem(with: destination, page, sheet, desk) else { continue }
        finds.append(Find(message: problem, range: link.offset..<link.offset))
      }
      return finds
    })

  private static func problem(
    with destination: Destination, _ page: String, _ sheet: Sheet, _ desk: Desk
  ) throws(Damage) -> String? {
    switch destination {
    case .nowhere(let why): return why
    case .mail: return nil
    case .elsewhere(let address):
      return address.lowercased().hasPrefix("http:")
        ? "\(address) is not secure: most sites answer to https:// as well" : nil
    case .here(let fragment): return anchorProblem(fragment, sheet)
    case .own(let path, let fragment):
      if path == page { return fragment.flatMap { anchorProblem($0, sheet) } }
      guard let name = Sheet.story(ofPage: path) else { return pageProblem(path, sheet) }
      guard let entry = try desk.entry(ofPage: name) else {
        return "there is no story at /\(path)"
      }
      return desk.problem(with: entry, called: "/\(path)").map {
        "\($0): the link leads to no page"
      }
    }
  }

  /// What is wrong with an own page that is no story's; nil for what other programs may have put there.
  private static func pageProblem(_ path: String, _ sheet: Sheet) -> String? {
    if Sheet.story(ofPage: path + ".html") != nil { return "/\(path) lacks its end: .html" }
    let parts = path.split(separator: "/").map(String.init)
    guard parts.count > 1 else { return nil }
    switch parts[0] {
    case "section":
      return sheet.policy.house.sections.contains { $0.id == parts[1] }
        ? nil : "there is no section \(parts[1])"
    case "by":
      return Handle(parts[1]).flatMap { sheet.policy.people[$0] } == nil
        ? "there is nobody called \(parts[1])" : nil
    default: return nil
    }
  }

  private static func anchorProblem(_ fragment: String, _ sheet: Sheet) -> String? {
    guard !fragment.isEmpty, fragment != "main" else { return nil }
    let anchors = sheet.body.anchors
    guard !anchors.contains(fragment) else { return nil }
    let near = anchors.nearest(to: fragment).map { "; did you mean #\($0)?" } ?? ""
    return "the story has no subhead #\(fragment)\(near)"
  }
}

extension Sheet {
  /// The path of the story's file at a page as `2026/11/20/plan.html`; nil for a page of another kind.
  static func story(ofPage path: String) -> String? {
    guard path.hasSuffix(".html") else { return nil }
    let file = "articles/" + path.dropLast(".html".count) + ".md"
    return StoryPath(file) == nil ? nil : file
  }
}

extension Desk {
  /// The story whose page is made of a path on `live`, or will be.
  public func entry(ofPage path: String) throws(Damage) -> Entry? {
    let holder = try memory.holder(ofAddress: path)
    let id = if let holder { holder } else { try memory.story(at: path) }
    guard let id else { return nil }
    return try memory.entry(id)
  }
}
