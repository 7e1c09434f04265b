extension Theme {
  /// A story, for long reading.
  static let styleStory = #"""
    .story { padding-block-end: 1rem; }
    .story h1 { font-size: clamp(2.1rem, 1.35rem + 3.1vw, 3.25rem); line-height: 1.07; letter-spacing: -.018em; overflow-wrap: anywhere; }
    .story.long h1 { font-size: clamp(1.7rem, 1.3rem + 1.7vw, 2.5rem); line-height: 1.14; letter-spacing: -.01em; }
    .story .kicker { font-size: 1rem; margin-block-end: .35rem; }
    .standfirst { margin-block-start: .8rem; font-size: clamp(1.1875rem, 1.1rem + .4vw, 1.375rem); line-height: 1.4; color: var(--soft); text-wrap: pretty; }
    .story-meta { padding-block: 1rem 1.4rem; }
    .story-meta .meta > * { display: block; inline-size: fit-content; }
    .story-meta .meta > *::after { content: none !important; }
    .byline { font: 700 1rem/1.45 var(--small); }
    .dateline { color: var(--ink); font-weight: 700; letter-spacing: .03em; }
    .flag a, .also a { color: var(--pencil); }
    .flag, .also { font: .875rem/1.5 var(--small); margin-block-start: .35rem; }
    figure.lead { margin-block-end: 1.6rem; margin-inline: calc(-1 * var(--edge)); }
    figure.lead figcaption { padding-inline: var(--edge); }
    figure.lead img { inline-size: 100%; }
    figure.tall img { inline-size: min(100%, 30rem); margin-inline: auto; }
    figcaption { padding-block-start: .5rem; font: .875rem/1.45 var(--small); color: var(--soft); }
    figcaption .credit { white-space: nowrap; }
    figcaption .credit::before { content: "— "; }
    .body { font-size: 1.1875rem; line-height: 1.62; text-wrap: pretty; hanging-punctuation: first allow-end; }
    :is(:lang(ar), :lang(fa), :lang(ur), :lang(ja), :lang(zh), :lang(ko)) .body { line-height: 1.85; }
    .body > * + * { margin-block-start: 1.1em; }
    .body > h2 { font-size: 1.5rem; margin-block-start: 1.9em; }
    .body > h3 { font-size: 1.25rem; margin-block-start: 1.8em; }
    .body > :is(h4, h5, h6) { font-size: 1.1rem; margin-block-start: 1.7em; }
    .body > :is(h2, h3, h4, h5, h6) + * { margin-block-start: .5em; }
    .body :is(h2, h3, h4, h5, h6):target { text-decoration: underline dotted var(--pencil) .1em; text-underline-offset: .2em; }
    .body :is(ul, ol) { padding-inline-start: 1.4em; }
    .body li + li, .body li > p + p { margin-block-start: .4em; }
    .body li::marker { color: var(--soft); font-variant-numeric: tabular-nums; }
    .body blockquote { margin-inline: 0; margin-block: 1.6em; padding-inline-start: 1.3rem; border-inline-start: .25rem dotted var(--pencil); font: italic 1.3125rem/1.45 var(--head); }
    .body blockquote > * + * { margin-block-start: .5em; }
    .body hr { border: 0; text-align: center; margin-block: 2em; }
    .body hr::before { content: "• • •"; color: var(--pencil); letter-spacing: .5em; }
    .body code { font: .84em/1.5 var(--code); background: var(--wash); padding: .1em .3em; }
    .body pre { overflow-x: auto; background: var(--wash); padding: 1rem 1.2rem; line-height: 1.5; direction: ltr; text-align: left; tab-size: 4; }
    .body pre code { padding: 0; background: none; }
    .body figure { margin-block: 2em; }
    .body figure img { inline-size: 100%; }
    .body figure.tall img { inline-size: min(100%, 26rem); margin-inline: 0; }
    .table { overflow-x: auto; margin-block: 1.8em; }
    table { border-collapse: collapse; min-inline-size: 100%; font: .9375rem/1.45 var(--small); font-variant-numeric: lining-nums tabular-nums; }
    th, td { text-align: start; vertical-align: top; padding-block: .55rem; padding-inline: 0 1.2rem; border-block-end: 1px solid var(--hair); }
    :is(th, td):last-child { padding-inline-end: 0; }
    thead th { border-block-end: .125rem solid var(--ink); vertical-align: bottom; }
    .center { text-align: center; }
    .right { text-align: end; }
    .left { text-align: start; }
    .credit-line { margin-block-start: 1.6rem; font: italic 1.0625rem/1.5 var(--text); color: var(--soft); }
    .notices { margin-block-start: 1.8rem; padding-block: .9rem; border-block: .2rem dotted var(--pencil); font: 1rem/1.5 var(--small); scroll-margin-block-start: 1rem; }
    .notices p + p { margin-block-start: .8rem; }
    .notices time, .correction time { color: var(--soft); }
    .notices time::after, .correction time::after { content: " —"; }
    .tags { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; margin-block-start: 1.6rem; list-style: none; font: .9375rem/1.6 var(--small); }
    .tags a { text-decoration: underline dotted var(--pencil) .12em; text-underline-offset: .25em; }
    .related { margin-block-start: 2rem; }
    .related ul { list-style: none; }
    .related li { border-block-start: 1px solid var(--hair); padding-block: .7rem; font: 700 1.0625rem/1.3 var(--head); overflow-wrap: anywhere; }
    .related li:first-child { border-block-start: 0; padding-block-start: 0; }
    .related a { text-decoration: none; }
    .author { margin-block-start: 1.8rem; padding-block-start: .8rem; border-block-start: 1px solid var(--hair); font: 1rem/1.5 var(--small); color: var(--soft); }
    .author-name { font-weight: 700; color: var(--ink); }
    .author-name a { text-decoration: none; }
    .withdrawn .notices { margin-block-start: 0; font-size: 1.125rem; }

    .recent { margin-block-start: 2.5rem; padding-block: 2rem 1rem; }
    [dir] :is(.author p, figcaption, .credit-line) { unicode-bidi: plaintext; text-align: match-parent; }
    .recent ol { list-style: none; display: grid; gap: 0 var(--gap); }
    .recent li { border-block-start: 1px solid var(--hair); padding-block: .9rem; overflow-wrap: anywhere; }
    .recent li:first-child { border-block-start: 0; padding-block-start: 0; }
    .recent p { color: var(--soft); font-size: 1rem; line-height: 1.45; margin-block: .3rem .2rem; }
    .recent time { font: .8125rem/1.5 var(--small); color: var(--soft); }

    @media (min-width: 40rem) {
      .story > * { max-inline-size: 40rem; }
      .story > .story-head, .story > figure.lead { max-inline-size: 50rem; }
      figure.lead { margin-inline: 0; }
      figure.lead figcaption { padding-inline: 0; }
      figure.tall img { margin-inline: 0; }
      .recent ol { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .recent li:nth-child(-n + 2) { border-block-start: 0; padding-block-start: 0; }
    }
    @media (min-width: 64rem) {
      .story { display: grid; grid-template-columns: var(--side) minmax(0, 40rem) minmax(0, 1fr); gap: 0 var(--gap); grid-template-rows: auto auto auto auto 1fr; padding-block-start: 1rem; }
      .story > .story-head, .story > figure.lead { grid-column: 2 / -1; }
      .story-head { margin-block-end: 1.6rem; }
      .story-meta { grid-area: 3 / 1 / 4 / 2; padding-block: .35rem 0; }
      .body { grid-area: 3 / 2 / 4 / 3; }
      .story-foot { grid-area: 4 / 2 / 5 / 3; }
      .story-end { grid-area: 5 / 2 / 6 / 3; }
      .story > .related { grid-area: 3 / 3 / 6 / 4; justify-self: end; inline-size: min(100%, 17rem); margin-block-start: 0; }
      .related .rubric { padding-block-start: .45rem; }
      .withdrawn .story-head, .withdrawn .notices, .withdrawn > p { grid-area: auto / 2 / auto / 3; }
      .withdrawn { grid-template-rows: none; }
      .recent ol { grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1.6rem var(--gap); }
      .recent li, .recent li:first-child { border-block-start: 0; padding-block: 0; }
    }

    """#

  /// Paper.
  static let styleSheet = #"""
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media (prefers-contrast: more) { :root { --soft: var(--ink); --hair: currentcolor; } }
    @media print {
      @page { margin: 18mm 16mm 20mm; }
      :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #333; --hair: #888; --wash: #fff; --pencil: #000; }
      body { font-size: 10.5pt; }
      .masthead, main, .foot { max-inline-size: none; padding-inline: 0; }
      .masthead { padding-block: 0 2mm; border-block-end: 1pt solid #000; margin-block-end: 6mm; }
      .plate .name, .masthead-front .name { font-size: 18pt; }
      .sections, .recent, .related, .tags, .months, .skip, .foot nav, .foot ul, .flag, .also, .latest { display: none; }
      .story { display: block; padding: 0; }
      .story > *, .story > .story-head, .story > figure.lead { max-inline-size: none; margin-inline: 0; }
      .story h1 { font-size: 24pt; }
      .story.long h1 { font-size: 18pt; }
      .standfirst { font-size: 13pt; }
      .story-meta { padding-block: 3mm; }
      .body, .body blockquote { font-size: 10.5pt; line-height: 1.5; orphans: 3; widows: 3; }
      .body { text-align: start; hyphens: auto; }
      .body blockquote { font-size: 12pt; }
      h1, h2, h3, h4, h5, h6 { break-after: avoid; }
      figure, .card, .table tr, .notices, blockquote { break-inside: avoid; }
      figure.lead img, .body figure img, .body figure.tall img { inline-size: auto; max-inline-size: 100%; max-block-size: 95mm; }
      .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; overflow-wrap: anywhere; }
      .body pre { white-space: pre-wrap; border: 1px solid #888; }
      .table { overflow: visible; }
      .foot { border-block-start: 1pt solid #000; margin-block-start: 6mm; padding-block: 2mm 0; font-size: 9pt; color: #000; }
      .printed { display: block; overflow-wrap: anywhere; }
    }

    """#
}
