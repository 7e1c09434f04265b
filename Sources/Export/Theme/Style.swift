extension Theme {
  /// The look of a quality newspaper: serif headlines, hairlines, a comfortable measure.
  ///
  /// Nothing in it asks another host.
  static let style = #"""
    :root {
      color-scheme: light dark;
      --paper: #fffefb;
      --ink: #17160f;
      --soft: #5b584f;
      --hair: #d8d3c7;
      --wash: #f5f2ea;
      --accent: #8c1d18;
      --head: "Playfair Display", "Libre Caslon Text", "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, Georgia, "Times New Roman", serif;
      --text: Charter, "Bitstream Charter", "Source Serif 4", "Sitka Text", Cambria, Georgia, "Liberation Serif", serif;
      --small: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", sans-serif;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #15140f;
        --ink: #ece8dd;
        --soft: #a8a394;
        --hair: #3a372e;
        --wash: #201e17;
        --accent: #f09a86;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1.0625rem/1.6 var(--text);
      overflow-wrap: break-word;
      text-rendering: optimizeLegibility;
    }
    a { color: inherit; text-decoration-color: var(--accent); text-decoration-thickness: 1px; text-underline-offset: .18em; }
    a:hover { color: var(--accent); }
    a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
    h1, h2, h3, h4, h5, h6 { font-family: var(--head); font-weight: 700; line-height: 1.16; margin: 0; text-wrap: balance; }
    p { margin: 0; }
    img { max-width: 100%; height: auto; display: block; }
    figure { margin: 0; }
    ul, ol { margin: 0; padding: 0; }

    .skip { position: absolute; inset-inline-start: -999rem; }
    .skip:focus { inset-inline-start: 1rem; top: .5rem; background: var(--paper); padding: .4rem .8rem; z-index: 2; }
    .unseen { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .ribbon { background: #8c1d18; color: #fff; font: 700 .8125rem/1.4 var(--small); letter-spacing: .08em; text-align: center; padding: .55rem 1rem; }

    .masthead, main, .foot { max-width: 74rem; margin-inline: auto; padding-inline: clamp(1.1rem, 3vw, 2.2rem); }
    .masthead { display: flex; flex-wrap: wrap; align-items: baseline; gap: .3rem 2rem; padding-block: 1rem .7rem; }
    .masthead .name { font: 800 1.65rem/1.1 var(--head); letter-spacing: -.012em; }
    .masthead .name a { text-decoration: none; }
    .sections ul { display: flex; flex-wrap: wrap; gap: .1rem 1.35rem; list-style: none; }
    .sections a { font: 600 .875rem/1.9 var(--small); text-decoration: none; }
    .sections a[aria-current] { box-shadow: inset 0 -2px 0 var(--accent); }
    .masthead::after { content: ""; flex-basis: 100%; border-bottom: 1px solid var(--ink); }
    .masthead-front { flex-direction: column; align-items: center; gap: .35rem; padding-top: 1.3rem; text-align: center; }
    .masthead-front .edition { font: .8125rem/1.4 var(--small); color: var(--soft); }
    .masthead-front .name { font-size: clamp(2.5rem, 7.4vw, 4.9rem); font-weight: 800; letter-spacing: -.025em; line-height: 1.04; }
    .masthead-front .sections { align-self: stretch; border-top: 1px solid var(--hair); margin-top: .8rem; padding-top: .3rem; }
    .masthead-front .sections ul { justify-content: center; }
    .masthead-front::after { align-self: stretch; flex-basis: auto; border-bottom: 3px double var(--ink); }

    .kicker { font: 700 .78rem/1.3 var(--small); letter-spacing: .045em; color: var(--accent); }
    .kicker a { text-decoration: none; }
    .meta { font: .8125rem/1.45 var(--small); color: var(--soft); }
    .meta > * + *::before { content: "· "; }
    .rubric { font: 700 1.02rem/1.3 var(--small); border-top: 2px solid var(--ink); padding-top: .5rem; margin-bottom: 1rem; }
    .rubric a { text-decoration: none; }

    .card h2 a, .card h3 a { text-decoration: none; }
    .card h2 a:hover, .card h3 a:hover { text-decoration: underline; text-decoration-color: var(--accent); text-decoration-thickness: 1px; }
    .card h3 { font-size: 1.22rem; margin-block: .12rem .3rem; }
    .card .teaser { color: var(--soft); font-size: .98rem; line-height: 1.5; margin-bottom: .35rem; }
    .card .shot { display: block; margin-bottom: .6rem; }
    .card .shot img { width: 100%; aspect-ratio: 3 / 2; object-fit: cover; background: var(--wash); }

    .top { display: grid; gap: 1.6rem; padding-block: 1.6rem 2.2rem; }
    .lead-card h2 { font-size: clamp(2rem, 4.3vw, 3.15rem); line-height: 1.06; letter-spacing: -.015em; margin-block: .3rem .6rem; }
    .lead-card .teaser { font-size: 1.15rem; line-height: 1.5; color: var(--ink); margin-bottom: .6rem; }
    .lead-card .shot { margin-bottom: .9rem; }
    .seconds { display: grid; align-content: start; }
    .seconds .card { border-top: 1px solid var(--hair); padding-block: .85rem; }
    .seconds .card:first-child { border-top: 0; padding-top: 0; }
    .block, .latest, .months { padding-block: .4rem 2rem; }
    .cards { display: grid; gap: 1.2rem 2rem; }
    .cards .card + .card { border-top: 1px solid var(--hair); padding-top: 1rem; }
    .cards .meta span { display: none; }
    .cards .meta span + time::before { content: none; }
    .latest ol { list-style: none; columns: 20rem 2; column-gap: 2.6rem; }
    .latest li { break-inside: avoid; padding-block: .5rem; border-bottom: 1px solid var(--hair); line-height: 1.35; }
    .latest li a { font-family: var(--head); font-weight: 700; text-decoration: none; }
    .latest li a:hover { text-decoration: underline; }
    .latest time { display: block; font: .78rem/1.5 var(--small); color: var(--soft); }
    .months { font: .9rem/1.7 var(--small); }
    .months dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1.4rem; margin: 0; }
    .months dt { font-weight: 700; }
    .months dd { margin: 0; }
    .months a { margin-inline-end: .6rem; }
    .empty { padding-block: 2.5rem; color: var(--soft); font-size: 1.15rem; }

    .story { max-width: 41rem; margin-inline: auto; padding-block: 2rem 1.2rem; }
    .story > header { padding-bottom: 1.4rem; }
    .story h1 { font-size: clamp(2.05rem, 5.4vw, 3.05rem); line-height: 1.08; letter-spacing: -.016em; margin-block: .4rem .8rem; }
    .standfirst { font-size: 1.25rem; line-height: 1.45; color: var(--soft); margin-bottom: 1.1rem; text-wrap: pretty; }
    .byline { font: 600 .95rem/1.5 var(--small); }
    .byline a { text-decoration: none; border-bottom: 1px solid var(--accent); }
    .dateline { font-weight: 600; letter-spacing: .04em; color: var(--ink); }
    figure.lead { margin-bottom: 1.7rem; }
    figure.lead img { margin-inline: auto; }
    figcaption { font: .8125rem/1.45 var(--small); color: var(--soft); padding-top: .5rem; }
    figcaption .credit { opacity: .85; }
    figcaption .credit::before { content: "/ "; }
    .body { font-size: 1.1875rem; line-height: 1.66; }
    .body > * + * { margin-top: 1.15em; }
    .body h2 { font-size: 1.5rem; margin-top: 1.7em; }
    .body h3 { font-size: 1.25rem; margin-top: 1.6em; }
    .body h4, .body h5, .body h6 { font-size: 1.1rem; margin-top: 1.5em; }
    .body h2 + *, .body h3 + *, .body h4 + * { margin-top: .5em; }
    .body ul, .body ol { padding-inline-start: 1.35em; }
    .body li + li { margin-top: .35em; }
    .body li > p + p { margin-top: .6em; }
    .body blockquote { margin-inline: 0; padding-inline-start: 1.2em; border-inline-start: 3px solid var(--accent); font-style: italic; }
    .body blockquote > * + * { margin-top: .7em; }
    .body hr { border: 0; text-align: center; margin-block: 1.8em; }
    .body hr::before { content: "* * *"; letter-spacing: .4em; color: var(--soft); }
    .body code { font: .86em/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; background: var(--wash); padding: .1em .3em; }
    .body pre { overflow-x: auto; background: var(--wash); padding: .9rem 1.1rem; line-height: 1.5; }
    .body pre code { padding: 0; background: none; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; min-width: 60%; font: .92rem/1.45 var(--small); }
    th, td { text-align: start; vertical-align: top; padding: .5rem .9rem .5rem 0; border-bottom: 1px solid var(--hair); }
    thead th { border-bottom: 1.5px solid var(--ink); }
    .center { text-align: center; }
    .right { text-align: end; font-variant-numeric: tabular-nums; }
    .left { text-align: start; }
    .credit-line { font-style: italic; color: var(--soft); margin-top: 1.6rem; }
    .notices { margin-top: 1.6rem; padding: .9rem 1.1rem; background: var(--wash); border-inline-start: 3px solid var(--accent); font: .95rem/1.5 var(--small); }
    .notices p + p { margin-top: .7rem; }
    .notices time, .correction time { color: var(--soft); }
    .notices time::after, .correction time::after { content: ":"; }
    .tags { list-style: none; display: flex; flex-wrap: wrap; gap: .4rem .5rem; margin-top: 1.6rem; font: .8125rem/1.5 var(--small); }
    .tags a { display: block; padding: .12rem .65rem; border: 1px solid var(--hair); border-radius: 1rem; text-decoration: none; color: var(--soft); }
    .tags a:hover { border-color: var(--accent); color: var(--accent); }
    .related { margin-top: 2rem; border-block: 1px solid var(--hair); padding-block: 1rem; }
    .related h2 { font: 700 1.02rem/1.3 var(--small); margin-bottom: .4rem; }
    .related ul { list-style: none; }
    .related li { padding-block: .3rem; font: 700 1.1rem/1.35 var(--head); }
    .related a { text-decoration: none; }
    .related a:hover { text-decoration: underline; }
    .author { margin-top: 1.7rem; font: .95rem/1.55 var(--small); color: var(--soft); }
    .author-name { font-weight: 700; color: var(--ink); }
    .author-name a { text-decoration: none; }
    .withdrawn .notices { font-size: 1.05rem; margin-top: 0; }

    .recent { max-width: 62rem; margin: 1.4rem auto 0; padding-block: .4rem 2rem; }
    .recent > h2 { font: 700 1.02rem/1.3 var(--small); border-top: 2px solid var(--ink); padding-top: .5rem; margin-bottom: 1rem; }
    .recent ol { list-style: none; display: grid; gap: 1.3rem 2rem; }
    .recent h3 { font-size: 1.1rem; line-height: 1.24; }
    .recent h3 a { text-decoration: none; }
    .recent h3 a:hover { text-decoration: underline; }
    .recent p { color: var(--soft); font-size: .95rem; line-height: 1.45; margin-top: .25rem; }
    .recent time { font: .78rem/1.6 var(--small); color: var(--soft); }

    .list-head { padding-block: 1.8rem 1.4rem; }
    .list-head h1 { font-size: clamp(1.9rem, 4.6vw, 2.7rem); letter-spacing: -.014em; }
    .list-head .bio { max-width: 40rem; margin-top: .6rem; color: var(--soft); }
    .list-head .links { margin-top: .5rem; font: .875rem/1.6 var(--small); }
    .list-head .links a { margin-inline-end: 1rem; }
    .group { padding-bottom: 1.6rem; }
    .rows .card { border-top: 1px solid var(--hair); padding-block: 1.1rem; }
    .group > .rows:first-child .card:first-child { border-top-color: var(--ink); }
    .rubric + .rows .card:first-child { border-top: 0; padding-top: 0; }
    .rows .card > div { max-width: 44rem; }
    .correction { max-width: 44rem; padding-block: .8rem; font-size: 1rem; }
    .correction h3 { font-size: 1.12rem; margin-bottom: .25rem; }
    .correction h3 a { text-decoration: none; }

    .foot::before { content: ""; display: block; border-top: 3px double var(--ink); margin-bottom: 1.3rem; }
    .foot { margin-top: 1rem; padding-block: 0 2.6rem; font: .8125rem/1.7 var(--small); color: var(--soft); }
    .foot .name { font: 800 1.15rem/1.3 var(--head); color: var(--ink); }

    @media (min-width: 40rem) {
      .cards { grid-template-columns: repeat(2, 1fr); }
      .cards:has(> :only-child) { grid-template-columns: 1fr; }
      .cards > .card:only-child > div { max-width: 44rem; }
      .cards > .card:only-child:has(.shot) { display: grid; grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1.5rem 2rem; }
      .cards > .card:only-child h3 { font-size: 1.5rem; }
      .cards .card + .card { border-top: 0; padding-top: 0; }
      .recent ol { grid-template-columns: repeat(2, 1fr); }
      .rows .card:has(.shot) { display: grid; grid-template-columns: 12.5rem 1fr; gap: 1.5rem; }
      .rows .card .shot { margin: 0; }
    }
    @media (min-width: 60rem) {
      .top { grid-template-columns: minmax(0, 2fr) minmax(0, 1fr); gap: 2.6rem; }
      .seconds { border-inline-start: 1px solid var(--hair); padding-inline-start: 2.6rem; }
      .lead-card.plain { align-self: start; }
      .lead-card.plain h2 { font-size: clamp(3rem, 5vw, 4.2rem); }
      .lead-card.plain .teaser { font-size: 1.3rem; max-width: 38rem; }
      .cards { grid-template-columns: repeat(4, 1fr); }
      .cards:not(:has(> :nth-child(4))) { grid-template-columns: repeat(3, 1fr); }
      .cards:not(:has(> :nth-child(3))) { grid-template-columns: repeat(2, 1fr); }
      .cards:has(> :only-child) { grid-template-columns: 1fr; }
      .cards .card + .card { border-inline-start: 1px solid var(--hair); padding-inline-start: 1.4rem; margin-inline-start: -.6rem; }
      .recent ol { grid-template-columns: repeat(3, 1fr); }
      figure.lead { margin-inline: -4rem; }
      figure.lead figcaption { padding-inline: 4rem; }
    }
    @media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
    @media print {
      :root { --paper: #fff; --ink: #000; --soft: #333; --hair: #999; --wash: #fff; --accent: #000; }
      body { font-size: 10.5pt; }
      .sections, .recent, .related, .tags, .months, .skip, .foot a { display: none; }
      .story { max-width: none; padding-top: 0; }
      .body { font-size: 10.5pt; line-height: 1.5; orphans: 3; widows: 3; }
      .body h2, .body h3, figure { break-after: avoid; break-inside: avoid; }
      .body a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; }
      figure.lead { margin-inline: 0; max-height: 9cm; overflow: hidden; }
      .notices { border: 1px solid #999; }
    }

    """#
}
