internal import CLibgit2

extension Repository {
  /// The commits that `tip` reaches and `hiding` does not, each after its parents.
  ///
  /// With `firstParent` only the line of first parents is listed. Dates play no part, so that a
  /// forged one changes nothing. As long as history is one line, or with `firstParent`, the cost is
  /// in proportion to the answer; with merges everything that `hiding` reaches is read.
  public func walk(
    from tip: ObjectID, hiding: ObjectID?, firstParent: Bool
  ) throws(GitError) -> [ObjectID] {
    let objects = try objects()
    var line: [ObjectID] = []
    var next: ObjectID? = tip
    while let id = next, id != hiding {
      let parents = try parents(of: id, from: objects)
      if !firstParent && parents.count > 1 {
        let hidden = try ancestors(of: hiding, from: objects)
        return try sorted(from: tip, hiding: hidden, objects)
      }
      line.append(id)
      next = parents.first
    }
    line.reverse()
    guard next == nil, hiding != nil else { return line }
    let hidden = try ancestors(of: hiding, from: objects)
    return line.filter { !hidden.contains($0) }
  }

  /// Whether `a` is `b` or comes before it.
  public func isAncestor(_ a: ObjectID, of b: ObjectID) throws(GitError) -> Bool {
    try commonAncestor(a, b) == a
  }

  /// The best commit from which both descend, nil when their histories share none.
  ///
  /// Where merges crossed there may be several as good; always the same one is returned.
  public func commonAncestor(_ a: ObjectID, _ b: ObjectID) throws(GitError) -> ObjectID? {
    let objects = try objects()
    var search = CommonAncestors(a, b)
    let found = try search.find { id throws(GitError) in try parents(of: id, from: objects) }
    guard found.count > 1 else { return found.first }
    for one in found {
      var isBest = true
      for other in found where other != one && isBest {
        isBest = try commonAncestor(one, other) != one
      }
      if isBest { return one }
    }
    return found.first
  }

  private func ancestors(
    of tip: ObjectID?, from objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    var open = [tip].compactMap(\.self)
    while let id = open.popLast() {
      guard found.insert(id).inserted else { continue }
      open += try parents(of: id, from: objects)
    }
    return found
  }

  /// A walk in depth that lists a commit once all of its parents are listed.
  private func sorted(
    from tip: ObjectID, hiding hidden: Set<ObjectID>, _ objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> [ObjectID] {
    guard !hidden.contains(tip) else { return [] }
    var seen: Set<ObjectID> = [tip]
    var order: [ObjectID] = []
    var open = [(id: tip, parents: try parents(of: tip, from: objects)[...])]
    while let last = open.indices.last {
      guard let parent = open[last].parents.popFirst() else {
        order.append(open.removeLast().id)
        continue
      }
      guard !hidden.contains(parent), seen.insert(parent).inserted else { continue }
      open.append((parent, try parents(of: parent, from: objects)[...]))
    }
    return order
  }

  /// Reads only the first lines of a commit, all that a walk needs.
  private func parents(
    of id: ObjectID, from objects: borrowing Handle<Owned.Objects>
  ) throws(GitError) -> [ObjectID] {
    let object = try read(id, GIT_OBJECT_COMMIT, from: objects)
    let bytes = object.bytes
    var parents: [ObjectID] = []
    var offset = 46  // "tree ", forty digits and the end of the line
    while offset + 48 <= bytes.count,
      bytes[offset..<offset + 7].elementsEqual("parent ".utf8), bytes[offset + 47] == 0x0a
    {
      let digits = Substring(decoding: bytes[offset + 7..<offset + 47], as: UTF8.self)
      guard let parent = ObjectID(hex: digits) else { break }
      parents.append(parent)
      offset += 48
    }
    return parents
  }
}
