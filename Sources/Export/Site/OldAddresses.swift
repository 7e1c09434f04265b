internal import Editorial

/// Pages at the addresses that stories had on an older site.
extension Site {
  /// Of two stories with the same old address the newer one has it; no path of a format's own
  /// form, and no folder of one, is ever given away.
  static func oldAddresses(_ archive: Archive) -> [(address: OldAddress, place: Int)] {
    var found: [(address: OldAddress, place: Int)] = []
    var files: Set<String> = []
    var folders: Set<String> = []
    for (place, story) in archive.shown.enumerated() {
      for address in Set(story.aliases.compactMap { OldAddress($0) }).sorted() {
        let file = address.file.lowercased()
        let above = Self.folders(of: file)
        guard !files.contains(file), !folders.contains(file), files.isDisjoint(with: above),
          // A folder may hold several formats, and each has its own form of path.
          !([file] + above).contains(where: { path in Format.all.contains { $0.owns(path) } })
        else { continue }
        files.insert(file)
        folders.formUnion(above)
        found.append((address, place))
      }
    }
    return found
  }

  private static func folders(of file: String) -> [String] {
    var folders: [String] = []
    for index in file.indices where file[index] == "/" { folders.append(String(file[..<index])) }
    return folders
  }

  func redirect(from old: (address: OldAddress, place: Int)) -> Rendering {
    redirect(to: archive.shown[old.place], at: old.address.file)
  }
}
