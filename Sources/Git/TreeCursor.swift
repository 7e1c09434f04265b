internal import Glibc

/// Reads the entries of a stored tree in their order.
///
/// It refuses what git would never write and what could mislead a comparison: names that are empty,
/// contain a slash, or are out of order. libgit2 checks none of that when it reads.
struct TreeCursor {
  private let tree: TreeMemory.Tree
  private let bytes: UnsafeRawBufferPointer
  private let id: ObjectID
  private var offset = 0
  private(set) var current: Item?

  /// One entry; its name is lent by the tree's bytes, and valid as long as the cursor.
  struct Item {
    let mode: UInt32
    let name: UnsafeRawBufferPointer
    let id: ObjectID

    var isFolder: Bool { mode & 0o170000 == 0o040000 }
    var entry: Entry { Entry(mode: Entry.Mode(mode), id: id) }

    /// Negative, zero or positive, in git's order: a folder's name counts as ending in a slash.
    func order(_ other: Item) -> Int {
      let count = min(name.count, other.name.count)
      if count > 0, let left = name.baseAddress, let right = other.name.baseAddress {
        let difference = memcmp(left, right, count)
        if difference != 0 { return Int(difference) }
      }
      return next(count) - other.next(count)
    }

    private func next(_ place: Int) -> Int {
      place < name.count ? Int(name[place]) : isFolder ? 0x2f : 0
    }
  }

  /// Starts before the first entry.
  init(_ tree: TreeMemory.Tree, id: ObjectID) {
    self.tree = tree
    bytes = tree.object.bytes
    self.id = id
  }

  /// Moves on to the next entry; `current` is nil past the last one.
  mutating func advance() throws(GitError) {
    guard offset < bytes.count else {
      current = nil
      return
    }
    var mode: UInt32 = 0
    while offset < bytes.count, case let digit = bytes[offset], digit != 0x20 {
      guard (0x30...0x37).contains(digit), mode < 1 << 24 else { throw damaged("a mode is wrong") }
      mode = mode << 3 | UInt32(digit - 0x30)
      offset += 1
    }
    let start = offset + 1
    guard
      start < bytes.count, let base = bytes.baseAddress,
      let end = memchr(base + start, 0, bytes.count - start).map({ UnsafeRawPointer($0) - base }),
      end + 21 <= bytes.count
    else { throw damaged("it is cut short") }
    let name = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
    guard let first = name.baseAddress, end > start, memchr(first, 0x2f, name.count) == nil else {
      throw damaged("a name is empty or contains a slash")
    }
    offset = end + 21
    let item = Item(
      mode: mode, name: name,
      id: ObjectID(bytes: UnsafeRawBufferPointer(rebasing: bytes[end + 1..<offset])))
    if let current, current.order(item) >= 0 { throw damaged("its names are out of order") }
    current = item
  }

  private func damaged(_ reason: String) -> GitError {
    GitError(.invalid, doing: "read tree \(id)", reason)
  }
}
