public import Editorial

/// A picture that can't go out.
public struct PictureFault: Explained, Equatable {
  public enum Reason: Hashable, Sendable {
    /// Its bytes are of another kind than its name says, or of none.
    case otherKind
    /// Its parts don't add up, so that neither its size nor what it carries besides is known.
    case damaged
    /// It claims more pixels than a reader's browser should be asked to draw.
    case tooManyPixels(width: Int, height: Int)
  }

  public let path: String
  public let reason: Reason

  public init(path: String, _ reason: Reason) { (self.path, self.reason) = (path, reason) }

  public var problem: String {
    switch reason {
    case .otherKind: "`\(path)` is not the kind of picture that its name says"
    case .damaged: "`\(path)` is damaged: it can't be read as a picture"
    case .tooManyPixels(let width, let height):
      "`\(path)` says that it has \(width) × \(height) pixels; "
        + "\(PictureFile.mostPixels / 1_000_000) million are the most"
    }
  }

  public var hint: String? {
    switch reason {
    case .otherKind: "add it anew as a JPEG, PNG, GIF, WebP or AVIF with the right ending"
    case .damaged: "save it anew from its source, and add that under a new name"
    case .tooManyPixels: "make it smaller, and add that under a new name"
    }
  }
}
