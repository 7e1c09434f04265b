/// The names that mean something in HTML (https://html.spec.whatwg.org/#elements-3), old ones too.
enum HTMLNames {
  /// Elements that are blocks of a page.
  static let blocks: Set = [
    "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup",
    "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup", "option", "p", "pre",
    "search", "section", "select", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
    "ul", "xmp", "listing",
  ]

  /// Elements in a line that leave their words and nothing else.
  static let plain: Set = [
    "abbr", "acronym", "bdi", "bdo", "big", "col", "colgroup", "figcaption", "font", "ins", "mark",
    "nobr", "picture", "rb", "rp", "rt", "ruby", "small", "span", "tbody", "tfoot", "thead", "u",
    "wbr",
  ]

  private static let others: Set = [
    "a", "audio", "b", "blink", "br", "canvas", "cite", "code", "del", "dfn", "em", "embed", "i",
    "iframe", "img", "input", "kbd", "marquee", "math", "q", "s", "samp", "strike",
    "strong", "sub", "sup", "svg", "textarea", "tt", "var", "video",
  ]

  /// What may stand without attributes and without an end; `<title>` and `<path>` alone are words of
  /// somebody who writes about them.
  static let all = blocks.union(plain).union(others)

  /// Attributes that stand without a value.
  static let switches: Set = [
    "allowfullscreen", "async", "autofocus", "autoplay", "border", "checked", "compact", "controls",
    "default", "defer", "disabled", "download", "formnovalidate", "hidden", "inert", "ismap",
    "itemscope", "loop", "markdown", "mozallowfullscreen", "multiple", "muted", "nomodule",
    "noshade", "novalidate", "nowrap", "open", "playsinline", "readonly", "required", "reversed",
    "scoped", "seamless", "selected", "webkitallowfullscreen",
  ]

  /// Whether it is an element of HTML, or one that a page may define: those have a hyphen.
  static func has(_ name: String) -> Bool { all.contains(name) || name.contains("-") }
}
