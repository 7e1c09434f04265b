/// Puts together fields that two sides changed, and keeps what clashes.
struct FieldMerge {
  private(set) var conflicts: [StoryMerge.Conflict] = []

  /// The value that a field gets; that of mine where both clash.
  mutating func merge(_ base: Value?, _ mine: Value?, _ theirs: Value?, at place: String) -> Value?
  {
    if theirs == base || theirs == mine { return mine }
    if mine == base { return theirs }
    if case .map(let pairs)? = mine, case .map(let others)? = theirs, base?.isMap ?? true,
      keepsFile(base, mine, theirs)
    {
      var keys = pairs.map(\.key)
      for pair in others where !keys.contains(pair.key) { keys.append(pair.key) }
      let merged = keys.compactMap { key in
        merge(base?[key], mine?[key], theirs?[key], at: "\(place).\(key)")
          .map { Value.Pair(key, $0) }
      }
      return merged.isEmpty ? nil : .map(merged)
    }
    if let members = Self.members(base, mine, theirs) {
      return members.isEmpty ? nil : .list(members)
    }
    conflicts.append(
      StoryMerge.Conflict(place: place, mine: Self.text(mine), theirs: Self.text(theirs)))
    return mine
  }

  private static func text(_ value: Value?) -> String { value?.text ?? value?.yaml() ?? "" }

  /// Whether the picture is the same on all sides: another one's caption is not for this one.
  private func keepsFile(_ base: Value?, _ mine: Value?, _ theirs: Value?) -> Bool {
    mine?["file"] == theirs?["file"] && base.map { $0["file"] == mine?["file"] } ?? true
  }

  /// The members that neither side took away, in the order of mine, then those that theirs added.
  ///
  /// Nil for what is no list, for one with doubles, that a side took away, or that theirs put in
  /// another order.
  private static func members(_ base: Value?, _ mine: Value?, _ theirs: Value?) -> [Value]? {
    let sides = [base, mine, theirs]
    guard sides.contains(where: { $0?.isList == true }),
      !sides.contains(where: { $0?.isMap == true }),
      mine != nil, theirs != nil
    else { return nil }
    let (old, here, there) = (base?.elements ?? [], mine?.elements ?? [], theirs?.elements ?? [])
    let (was, own, other) = (Set(old), Set(here), Set(there))
    guard was.count == old.count, own.count == here.count, other.count == there.count else {
      return nil
    }
    let common = was.intersection(own).intersection(other)
    let order = [old, here, there].map { $0.filter(common.contains) }
    guard order[0] == order[1], order[0] == order[2] else { return nil }
    return here.filter { !was.contains($0) || other.contains($0) }
      + there.filter { !was.contains($0) && !own.contains($0) }
  }
}

extension Value {
  fileprivate var isList: Bool {
    if case .list = self { true } else { false }
  }

  fileprivate var isMap: Bool {
    if case .map = self { true } else { false }
  }
}
