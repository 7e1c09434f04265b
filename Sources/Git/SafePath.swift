/// Throws ``GitError/Code/invalid`` for a path that must not come into a tree.
///
/// libgit2 itself accepts a slash at the end, backslashes and control characters.
func checkPath(_ path: String, _ action: @autoclosure () -> String) throws(GitError) {
  func refuse(_ reason: String) -> GitError {
    GitError(.invalid, doing: action(), "the path “\(path)” \(reason)")
  }
  let bytes = path.utf8
  guard !bytes.isEmpty, bytes.count <= 4_000 else { throw refuse("is empty or too long") }
  guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7f || $0 == UInt8(ascii: "\\") }) else {
    throw refuse("contains a backslash or a control character")
  }
  for name in bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
    switch seen(Substring(name)) {
    case "" where name.isEmpty: throw refuse("has an empty part")
    case "", ".", "..": throw refuse("has a part “.” or “..”")
    case ".git", "git~1": throw refuse("leads into a Git directory")
    default: break
    }
    guard name.count <= 255 else { throw refuse("has a name that is too long") }
  }
}

/// A name as the file systems of macOS and Windows may see it: they ignore case, some invisible
/// characters, and spaces and dots at the end.
private func seen(_ name: Substring) -> String {
  var scalars = name.lowercased().unicodeScalars.filter { scalar in
    switch scalar.value {
    case 0x200c...0x200f, 0x202a...0x202e, 0x206a...0x206f, 0xfeff: false
    default: true
    }
  }
  if name == "." || name == ".." { return String(name) }
  while scalars.last == " " || scalars.last == "." { scalars.removeLast() }
  return String(String.UnicodeScalarView(scalars))
}
