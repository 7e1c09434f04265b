extension Rule {
  /// The file of every picture is of the kind that its name says, which its bytes alone can tell.
  public static let pictureFiles = Rule(
    "picture-files", wants: "pictures of the kind that their names say", .outside)
}

extension Sheet {
  /// The pictures that the story shows, each once, with its first place.
  public var pictures: [WrittenLink] {
    var pictures: [WrittenLink] = []
    if let file = story.image?.file {
      pictures.append(
        WrittenLink(address: file, offset: offset(of: file, in: "image"), isPicture: true))
    }
    pictures += body.links.filter(\.isPicture)
    var seen: Set<String> = []
    return pictures.compactMap { picture in
      let path = MediaPath.plain(picture.address)
      guard MediaPath.isValid(path), seen.insert(path).inserted else { return nil }
      return WrittenLink(address: path, offset: picture.offset, isPicture: true)
    }
  }
}
