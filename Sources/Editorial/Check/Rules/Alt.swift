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
    var title: String
  }

  var writtenPictures: [WrittenPicture] {
    var pictures: [WrittenPicture] = []
    var index = 0
    while index + 1 < scalars.count {
      guard parts[index] == .words, scalars[index] == "!", scalars[index + 1] == "[",
        let close = scalars[index...].prefix(2_000).firstIndex(where: { $0 == "]" }),
        scalar(close + 1) == "(", let target = LinkTarget(at: close, in: scalars)
      else {
        index += 1
        continue
      }
      let written = text(target.text)
      let title = written.firstIndex(of: "\"").map { start in
        String(written[start...].dropFirst().prefix { $0 != "\"" })
      }
      pictures.append(
        WrittenPicture(
          range: index..<target.end, alt: text(index + 2..<close), title: title ?? ""))
      index = target.end
    }
    return pictures
  }
}
