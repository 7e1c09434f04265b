internal import Mustache

/// What a template can name.
///
/// Each field is there even where it holds nothing, so that a template never sees the field of that
/// name around it.
struct Fields: MustacheParent {
  private var values: [String: Any] = [:]

  /// An empty text counts as none.
  init(_ pairs: KeyValuePairs<String, Any?>) {
    values.reserveCapacity(pairs.count)
    for (key, value) in pairs {
      if let text = value as? String {
        values[key] = Words(renderText: text)
      } else {
        values[key] = value ?? Words(renderText: "")
      }
    }
  }

  func child(named name: String) -> Any? { values[name] }

  /// All names that a template can say, those within its fields too.
  var names: Set<String> {
    values.reduce(into: Set(values.keys)) { names, pair in
      if let inner = pair.value as? Fields { names.formUnion(inner.names) }
      if let list = pair.value as? [Fields] { for inner in list { names.formUnion(inner.names) } }
    }
  }

  /// These fields and those of `other`, whose names are others.
  func with(_ other: Fields) -> Fields {
    var fields = self
    fields.values.merge(other.values) { own, _ in own }
    return fields
  }
}

/// A text in a template.
///
/// An empty one opens no section.
private struct Words: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { renderText.isEmpty }

  /// Without this the library looks for the names of a section's fields in this type by reflection.
  func child(named name: String) -> Any? { nil }
}
