internal import CLibgit2

extension Repository {
  /// A setting from all of Git's levels, the most specific one winning; nil when it is set nowhere.
  ///
  /// Settings in the environment (`GIT_CONFIG_COUNT`, `git -c`) are not read.
  public func configuration(_ key: String) -> String? {
    guard
      let configuration = try? Handle<Owned.Configuration>(
        "read the configuration", { git_repository_config(&$0, handle.pointer) })
    else { return nil }
    return Self.value(of: key, in: configuration)
  }

  /// A setting from the user's and the machine's files, where there is no repository.
  public static func userConfiguration(_ key: String) -> String? {
    _ = startLibgit2
    guard
      let configuration = try? Handle<Owned.Configuration>(
        "read the user's configuration", { git_config_open_default(&$0) })
    else { return nil }
    return value(of: key, in: configuration)
  }

  /// A setting from this repository's own file alone.
  public func localConfiguration(_ key: String) -> String? {
    guard let configuration = try? openLocalConfiguration() else { return nil }
    return Self.value(of: key, in: configuration)
  }

  /// The settings of this repository's own file whose key begins with `prefix`, in the file's order.
  ///
  /// Section and name are in lower case, what stands between them is as it was written. Of a key that
  /// is set several times the last value counts.
  public func localConfiguration(
    beginning prefix: String
  ) throws(GitError) -> [(key: String, value: String)] {
    let action = "read the settings in \(commonDirectory)/config"
    let configuration = try openLocalConfiguration()
    let iterator = try Handle<Owned.ConfigurationIterator>(action) {
      git_config_iterator_new(&$0, configuration.pointer)
    }
    var settings: [(key: String, value: String)] = []
    var entry: UnsafeMutablePointer<git_config_entry>?
    while git_config_next(&entry, iterator.pointer) == 0, let found = entry?.pointee {
      guard let name = found.name.map({ String(cString: $0) }), name.hasPrefix(prefix) else {
        continue
      }
      settings.removeAll { $0.key == name }
      settings.append((name, found.value.map { String(cString: $0) } ?? ""))
    }
    git_error_clear()
    return settings
  }

  /// Writes a setting to this repository's own file; nil removes it, and its absence is fine.
  public func setLocal(_ key: String, to value: String?) throws(GitError) {
    let action = "set \(key) in \(commonDirectory)/config"
    try checkText(key + (value ?? ""), action)
    let configuration = try openLocalConfiguration()
    guard let value else {
      _ = try found(git_config_delete_entry(configuration.pointer, key), action)
      return
    }
    try check(git_config_set_string(configuration.pointer, key, value), action)
  }

  private func openLocalConfiguration() throws(GitError) -> Handle<Owned.Configuration> {
    let path = commonDirectory + "/config"
    return try Handle("open \(path)") { git_config_open_ondisk(&$0, path) }
  }

  private static func value(
    of key: String, in configuration: borrowing Handle<Owned.Configuration>
  ) -> String? {
    guard !key.utf8.contains(0) else { return nil }
    var buffer = git_buf()
    defer { git_buf_dispose(&buffer) }
    guard git_config_get_string_buf(&buffer, configuration.pointer, key) == 0 else {
      git_error_clear()
      return nil
    }
    return buffer.ptr.map { String(cString: $0) }
  }
}
