/// What one file of style/ says.
public struct StyleFile: Sendable, Equatable {
  public let path: String
  var style: HouseStyle
  /// The lines of its keys, for what only the other files can tell.
  var lines: [String: Int]
  /// The sections and workflows that its lengths name, with their lines.
  var places: [Place]
  /// Keys that mean nothing, kept with a warning.
  public let warnings: [PolicyFault]

  struct Place: Sendable, Equatable {
    var isSection: Bool
    var name: String
    var line: Int
  }

  /// Whether a path is one of house style.
  static func isOne(_ path: String) -> Bool {
    path.hasPrefix("style/") && path.hasSuffix(".yml") && path.split(separator: "/").count == 2
  }

  init(_ bytes: [UInt8], path: String) throws(PolicyFault) {
    var reader = StyleReader(root: try YAMLFile(bytes, path))
    try reader.read()
    (self.path, style, warnings) = (path, reader.style, reader.warnings)
    (lines, places) = (reader.lines, reader.places)
  }

  /// The style of several files, by path: lists go together, all else is said in one of them alone.
  static func joined(_ files: [StyleFile], _ policy: Policy) throws(PolicyFault) -> HouseStyle {
    var joined = HouseStyle()
    var said: [String: String] = [:]
    for file in files.sorted(by: { $0.path < $1.path }) {
      for (key, line) in file.lines.sorted(by: { $0.value < $1.value }) where !lists.contains(key) {
        if let other = said[key] {
          throw PolicyFault(path: file.path, line: line, "`\(key)` stands in \(other) already")
        }
        said[key] = file.path
      }
      try file.checkPlaces(policy)
      joined.avoid += file.style.avoid
      joined.names += file.style.names
      if file.lines["spaces"] != nil { joined.singleSpaces = file.style.singleSpaces }
      if file.lines["quotes"] != nil { joined.quotes = file.style.quotes }
      if file.lines["numbers"] != nil { joined.numbers = file.style.numbers }
      if file.lines["lengths"] != nil { joined.lengths = file.style.lengths }
      if file.lines["dictionaries"] != nil { joined.dictionaries = file.style.dictionaries }
    }
    return joined
  }

  private static let lists: Set = ["avoid", "names"]

  private func checkPlaces(_ policy: Policy) throws(PolicyFault) {
    let sections = policy.house.sections.map(\.id)
    let workflows = policy.workflows.keys.sorted()
    for place in places {
      let known = place.isSection ? sections : workflows
      guard !known.contains(place.name) else { continue }
      let near = known.nearest(to: place.name).map { "; did you mean \($0)?" } ?? ""
      throw PolicyFault(
        path: path, line: place.line,
        "there is no \(place.isSection ? "section" : "workflow") called `\(place.name)`\(near)")
    }
  }
}
