extension Book {
  /// The look of the book; its reader chooses type and colours.
  static let style = """
    body { margin: 0 1em; line-height: 1.45; }
    h1, h2, h3, h4 { line-height: 1.2; hyphens: none; }
    h1 { font-size: 1.7em; margin: 0.2em 0 0.4em; }
    .kicker { font-size: 0.85em; font-weight: bold; margin: 1em 0 0; }
    .standfirst { font-size: 1.15em; margin: 0 0 0.8em; }
    .byline, .dated, .credit, figcaption { font-size: 0.85em; margin: 0.2em 0; }
    .ribbon { border: 0.15em solid; font-weight: bold; padding: 0.3em; text-align: center; }
    .notice { border-inline-start: 0.2em solid; padding-inline-start: 0.7em; }
    .cover { text-align: center; margin: 0; }
    .cover img { max-width: 100%; max-height: 100%; height: auto; }
    figure { margin: 1em 0; break-inside: avoid; }
    img { max-width: 100%; height: auto; }
    blockquote { margin: 1em 1.5em; }
    pre { white-space: pre-wrap; }
    table { border-collapse: collapse; font-size: 0.9em; }
    th, td { border: 1px solid; padding: 0.2em 0.5em; vertical-align: top; text-align: start; }
    th.center, td.center { text-align: center; }
    th.right, td.right { text-align: right; }
    th.left, td.left { text-align: left; }
    nav ol { list-style: none; padding-inline-start: 1em; }
    nav span { font-weight: bold; }

    """
}
