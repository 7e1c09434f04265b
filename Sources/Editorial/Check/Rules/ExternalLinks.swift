extension Rule {
  /// Links to other sites answer; asked only when somebody wants it.
  public static let externalLinks = Rule("external-links", wants: "links that answer", .outside)
}

extension Sheet {
  /// The addresses of other sites to which the story leads, each once, with its first place.
  public var externalLinks: [WrittenLink] {
    var seen: Set<String> = []
    return links.filter { link in
      guard
        case .elsewhere(let address) = Destination(link.address, site: policy.house.url, page: "")
      else { return false }
      return seen.insert(address).inserted
    }.map { link in
      var link = link
      if link.address.hasPrefix("//") { link.address = "https:" + link.address }
      return link
    }
  }
}
