/// Finds the commits from which two others descend.
///
/// It goes down from both at the same pace and stops where all that is left belongs to both, so the
/// cost is in proportion to how far apart they are. Dates play no part: libgit2 goes by them, and
/// reads the whole history when they are all alike, or forged.
struct CommonAncestors {
  private struct Sides: OptionSet {
    let rawValue: UInt8
    static let left = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    static let both: Sides = [.left, .right]
  }

  private var sides: [ObjectID: Sides]
  private var parents: [ObjectID: [ObjectID]] = [:]
  private var open: [ObjectID]

  init(_ left: ObjectID, _ right: ObjectID) {
    sides = left == right ? [left: .both] : [left: .left, right: .right]
    open = [left, right]
  }

  /// The shared commits that come last, as far as what was read can tell; `read` gives parents.
  ///
  /// They are several only where merges crossed, and one may then still precede another.
  mutating func find(
    _ read: (ObjectID) throws(GitError) -> [ObjectID]
  ) throws(GitError) -> [ObjectID] {
    var place = 0
    while place < open.count {
      let id = open[place]
      place += 1
      guard sides[id] != .both, parents[id] == nil else { continue }
      parents[id] = try read(id)
      spread(from: id)
    }
    let shared = sides.filter { $0.value == .both }.keys
    let below = Set(shared.flatMap { parents[$0] ?? [] })
    return shared.filter { !below.contains($0) }.sorted()
  }

  /// Tells a commit's sides to its ancestors, as far as they were read.
  private mutating func spread(from id: ObjectID) {
    var changed = [id]
    while let id = changed.popLast() {
      let own = sides[id] ?? []
      for parent in parents[id] ?? [] {
        let known = sides[parent]
        guard known?.isSuperset(of: own) != true else { continue }
        sides[parent] = own.union(known ?? [])
        if known == nil { open.append(parent) }
        if parents[parent] != nil { changed.append(parent) }
      }
    }
  }
}
