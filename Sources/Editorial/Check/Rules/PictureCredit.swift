extension Rule {
  /// Every picture says who made it: the lead's in `credit`, one of the text in its caption.
  static let pictureCredit = Rule(
    "picture-credit", wants: "its pictures' credits",
    .story { sheet in
      var finds: [Find] = []
      if let image = sheet.story.image, (image.credit ?? "").isEmpty {
        finds.append(
          sheet.find("it lacks its picture's credit", at: "image", lack: "its picture's credit"))
      }
      for picture in sheet.body.writtenPictures where !picture.hasTitle {
        var find = sheet.body.find(
          "nobody is credited for the picture: its caption says who made it, ![alt](file \"Caption. Photo: Name\")",
          picture.range)
        find.lack = "a credit for each picture in its text"
        finds.append(find)
      }
      return finds
    })
}
