extension Edition {
  /// The same edition, whose pictures come as they go out: each of the kind that its name says, and
  /// without what its file carried besides.
  var cleaned: Edition {
    var edition = self
    let media = media
    edition.media = { path in try PictureFile(try media(path), path: path).bytes }
    return edition
  }
}
