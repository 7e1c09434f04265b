internal import Editorial

/// Stories of one section, in the order in which they stand there.
struct Chapter {
  /// Nil for stories without a section.
  let label: String?
  let stories: [Article]
}

extension Archive {
  /// Stories by section: the house's own in its order, then others by name, then those of none.
  ///
  /// `places` are those of ``live``; in a section its front decides.
  func chapters(_ places: some Sequence<Int>) -> [Chapter] {
    let bySection = Dictionary(grouping: places) { live[$0].section }
    let own = house.sections.map(\.id)
    let others = bySection.keys.compactMap { $0 }.filter { !own.contains($0) }.sorted()
    let order: [String?] = own + others + [nil]
    return order.compactMap { id in
      guard let places = bySection[id] else { return nil }
      return Chapter(
        label: id.map(house.label), stories: ordered(id ?? "", places).map { live[$0] })
    }
  }

  /// The places of the stories that are new or changed since the edition before, newest first; nil
  /// where there was none.
  func changed() throws -> [(place: Int, change: Edition.Change)]? {
    guard let changes = try edition.changes() else { return nil }
    return live.indices.compactMap { place in changes[live[place].id].map { (place, $0) } }
  }

  /// The stories that the edition withdrew, newest first.
  func withdrawnNow() throws -> [Article] {
    guard let changes = try edition.changes() else { return [] }
    return shown.filter { changes[$0.id] == .withdrawn && $0.publication == .withdrawn }
  }
}
