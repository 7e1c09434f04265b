internal import Editorial

/// All that the files of a WordPress export hold.
struct WordPressSite {
  /// Each with the file that it stands in, in order.
  private(set) var items: [(file: String, item: WordPressItem)] = []
  private(set) var people: [String: IncomingPerson] = [:]
  /// What was odd about a file and stopped nothing.
  private(set) var remarks: [(file: String, remarks: [Remark])] = []
  /// The blog's address without a slash at its end.
  private(set) var address = ""
  private let tree: SourceTree
  private var places: [String: Int] = [:]
  private var children: [String: [Int]] = [:]
  /// Files of the folder by what follows `uploads/` in their paths, or by the whole path.
  private var uploads: [String: String] = [:]

  init(_ tree: SourceTree) {
    self.tree = tree
    for path in tree.paths where LinkAddress.isPicture(path) {
      let mark = path.firstRange(of: "uploads/")
      let below = mark.map { String(path[$0.upperBound...]) } ?? path
      if uploads[below] == nil { uploads[below] = path }
    }
  }

  /// Reads one file; throws, and changes nothing, where it is no WordPress export or no whole one.
  mutating func add(_ file: String) throws(Unreadable) {
    let bytes = try tree.read(file, limit: XMLReader.mostBytes)
    var found: [WordPressItem] = []
    let text = try XMLText(bytes, name: file)
    let root = try XMLReader.read(text, name: file, parts: ["item"]) { item throws(Unreadable) in
      found.append(WordPressItem(item))
    }
    guard root.name == "rss", let channel = root.first("channel"),
      channel.elements.contains(where: WordPressItem.isWordPress)
    else {
      throw Unreadable(
        "\(file) is no WordPress export: it has nothing of the namespace wordpress.org/export",
        hint: root.name == "rss" || root.name == "feed"
          ? "for a feed: stet import rss" : "make one under Tools › Export in WordPress")
    }
    if !text.remarks.isEmpty { remarks.append((file, text.remarks)) }
    for author in channel.elements where author.name == "author" { add(author: author) }
    let site = channel.elements.first {
      $0.name == "base_blog_url" && WordPressItem.isWordPress($0)
    }
    if address.isEmpty {
      address = site?.text.trimmed ?? channel.text("link") ?? ""
      while address.hasSuffix("/") { address.removeLast() }
    }
    for item in found {
      if item.type == "guest-author" { add(guest: item) }
      if let id = item.id { places[id] = items.count }
      if let parent = item.parent { children[parent, default: []].append(items.count) }
      items.append((file, item))
    }
  }

  private mutating func add(author: XMLElement) {
    func text(_ name: String) -> String? {
      author.elements.first { $0.name == name }.map(\.text.trimmed).flatMap {
        $0.isEmpty ? nil : $0
      }
    }
    guard let login = text("author_login") else { return }
    let names = [text("author_first_name"), text("author_last_name")].compactMap(\.self)
    let name = text("author_display_name") ?? (names.isEmpty ? login : names.joined(separator: " "))
    people[login] = IncomingPerson(name: name, email: text("author_email"))
  }

  /// A person of Co-Authors Plus, whom WordPress itself does not know.
  private mutating func add(guest item: WordPressItem) {
    func field(_ name: String) -> String? {
      item.fields[name]?.first.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let login = field("cap-user_login") ?? item.name, people[login] == nil else { return }
    let website = field("cap-website").flatMap { LinkAddress.isWhole($0) ? $0 : nil }
    people[login] = IncomingPerson(
      name: field("cap-display_name") ?? item.title ?? login, bio: field("cap-description"),
      links: [website].compactMap(\.self))
  }

  func item(_ id: String) -> WordPressItem? { places[id].map { items[$0].item } }

  /// The pictures that a gallery shows: those of the ids, else all that were sent up with the post.
  func pictures(_ ids: [String]?, of post: String?) -> [WordPressItem] {
    let found =
      ids.map { $0.compactMap { item($0) } }
      ?? (post.flatMap { children[$0] } ?? []).map { items[$0].item }
    return found.filter { $0.file.map(LinkAddress.isPicture) ?? false }
  }

  /// Where a picture is in the folder, as a path from its root; its address where it is not there.
  func picture(_ address: String) -> String {
    guard let mark = address.firstRange(of: "/uploads/") else { return address }
    let name = address[mark.upperBound...].prefix { $0 != "?" && $0 != "#" }
    for candidate in [String(name), Self.withoutSize(name)] {
      for below in [candidate, decoded(candidate)] {
        if let path = uploads[below] { return "/" + path }
      }
    }
    return address
  }

  /// `bridge.jpg` of `bridge-300x200.jpg`, the name of a smaller copy.
  private static func withoutSize(_ name: Substring) -> String {
    guard let dot = name.lastIndex(of: "."), let dash = name[..<dot].lastIndex(of: "-") else {
      return String(name)
    }
    let size = name[name.index(after: dash)..<dot].split(
      separator: "x", omittingEmptySubsequences: false)
    let isSize = size.count == 2 && size.allSatisfy { !$0.isEmpty && $0.allSatisfy(\.isNumber) }
    return isSize ? String(name[..<dash] + name[dot...]) : String(name)
  }
}

/// `text` with `%E2%80%A6` and its like as the characters that they stand for, where those are UTF-8.
func decoded(_ text: String) -> String {
  guard text.utf8.contains(0x25) else { return text }
  var result: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    if byte == 0x25, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
      rest.count >= 2
    {
      result.append(value)
      rest = rest.dropFirst(2)
    } else {
      result.append(byte)
    }
  }
  return String(validating: result, as: UTF8.self) ?? text
}
