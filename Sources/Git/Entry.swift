/// What a tree holds under one name.
public struct Entry: Sendable, Hashable {
  /// What kind of thing an entry is.
  public enum Mode: Sendable, Hashable {
    case file
    case executable
    /// A symbolic link; the blob holds where it leads.
    case link
    case folder
    /// A commit of another repository.
    case submodule
    /// A mode that Git itself does not write today.
    case other(UInt32)
  }

  public let mode: Mode
  public let id: ObjectID

  public init(mode: Mode, id: ObjectID) {
    self.mode = mode
    self.id = id
  }
}

extension Entry.Mode {
  init(_ raw: UInt32) {
    switch raw {
    case 0o100644: self = .file
    case 0o100755: self = .executable
    case 0o120000: self = .link
    case 0o160000: self = .submodule
    case _ where raw & 0o170000 == 0o040000: self = .folder
    default: self = .other(raw)
    }
  }

  var raw: UInt32 {
    switch self {
    case .file: 0o100644
    case .executable: 0o100755
    case .link: 0o120000
    case .folder: 0o040000
    case .submodule: 0o160000
    case .other(let raw): raw
    }
  }
}
