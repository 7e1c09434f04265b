extension Rule {
  /// Every picture says in words what it shows.
  static let alt = Rule(
    "alt", wants: "its pictures' alt texts",
    .story { sheet in
      var finds: [Find] = []
      if let image = sheet.story.image, (image.alt ?? "").isEmpty {
        finds.append(
          sheet.find("it lacks its picture's alt text", at: "image", lack: "its picture's alt text")
        )
      }
      for picture in sheet.body.writtenPictures where picture.alt.allSatisfy(\.isWhitespace) {
        finds.append(
          sheet.body.find(
            "the picture says not what it shows: write it between the brackets", picture.range))
      }
      return finds.map { find in
        var find = find
        find.lack = find.lack ?? "the alt text of each picture in its text"
        return find
      }
    })
}

extension Prose {
  /// A picture as it is written, `![alt](file "title")`.
  struct WrittenPicture {
    var range: Range<Int>
    var alt: String
    var hasTitle: Bool
  }

  var writtenPictures: [WrittenPicture] {
    var pictures: [WrittenPicture] = []
    for index in scalars.indices where scalars[index] == "]" {
      guard parts[index] != .code, parts[index] != .hidden, parts[index] != .escape,
        ["(", "["].contains(scalar(index + 1)), let start = pictureStart(before: index)
      else { continue }
      guard let target = LinkTarget(at: index, in: scalars) else {
        // Its title stands with its address, somewhere else.
        pictures.append(
          WrittenPicture(
            range: start..<index + 1, alt: text(start + 2..<index), hasTitle: true))
        continue
      }
      let address = address(in: target.text, isMark: true)
      let rest = text((address?.upperBound ?? target.text.lowerBound)..<target.text.upperBound)
      pictures.append(
        WrittenPicture(
          range: start..<target.end, alt: text(start + 2..<index),
          hasTitle: rest.contains { $0.isLetter || $0.isNumber }))
    }
    return pictures
  }
}
