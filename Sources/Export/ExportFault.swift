public import Editorial

/// Why an export did not happen.
///
/// The folder is as it was.
public enum ExportFault: Explained, Equatable {
  /// The newsroom's time zone is none.
  case unknownZone(String)
  /// A template of the newsroom that can't be read.
  case template(path: String, line: Int, reason: String)
  /// A file of the theme whose name can't be an address.
  case asset(path: String)
  /// A story that can't be rendered.
  case story(path: String, reason: String, hint: String?)
  /// The folder has files in it and is not an export.
  case notAnExport(folder: String)
  /// Files of someone else stand where files of the export belong.
  case inTheWay(folder: String, paths: [String])
  /// Two formats of one export write different files under one name.
  case clash(path: String)
  case symbolicLink(folder: String)
  case notAFolder(path: String)
  /// What the system refused.
  case system(path: String, doing: String, reason: String)

  public var problem: String {
    switch self {
    case .unknownZone(let name): "`\(name)` is not a time zone that this machine knows"
    case .template(let path, let line, let reason): "theme/\(path), line \(line): \(reason)"
    case .asset(let path): "theme/\(path) can't go to the site's assets under this name"
    case .story(let path, let reason, _): "`\(path)` can't be rendered: \(reason)"
    case .notAnExport(let folder): "\(folder) is not empty and is not an export of stet"
    case .inTheWay(let folder, let paths):
      "\(paths.count == 1 ? "a file" : "\(paths.count) files") in \(folder) that stet did not write "
        + "would be replaced: \(prose(Array(paths.prefix(3))))\(paths.count > 3 ? ", …" : "")"
    case .clash(let path):
      "\(prose(Format.all.filter { $0.owns(path) }.map(\.name))) each have a file \(path) of their own"
    case .symbolicLink(let folder): "\(folder) is a symbolic link, which an export can't replace"
    case .notAFolder(let path): "\(path) is not a folder"
    case .system(let path, let doing, let reason): "\(path) can't be \(doing): \(reason)"
    }
  }

  public var hint: String? {
    switch self {
    case .unknownZone: "use an IANA name, as Europe/Lisbon, and see that tzdata is installed"
    case .template: nil
    case .asset: "use letters, digits, dots, hyphens and underscores in the names of theme files"
    case .story(_, _, let hint): hint
    case .notAnExport: "name an empty or new folder, or force it: the files in it then stay"
    case .inTheWay: "move them away, or force it: each is then kept beside the new one as NAME.kept"
    case .clash: "give each of them a folder of its own"
    case .symbolicLink: "name the folder that it leads to"
    case .notAFolder: "name a folder"
    case .system: nil
    }
  }
}
