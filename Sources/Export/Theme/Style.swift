extension Theme {
  /// `/assets/style.css`: black type on white, the corrector's blue, and the dots that say *stet*.
  ///
  /// All boxes are laid out in logical directions, so that right-to-left pages need no rules of their
  /// own. Nothing in it asks another host.
  static let style = styleGround + styleFrame + styleCards + styleStory + styleSheet
}

extension Theme {
  /// Colours, faces and what every element begins with.
  private static let styleGround = #"""
    :root {
      color-scheme: light dark;
      --paper: #fff;
      --ink: #121212;
      --soft: #54575c;
      --hair: #d5d7da;
      --wash: #f3f4f6;
      --pencil: #1c3fb7;
      --alarm: #a3120a;
      --head: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Book Antiqua", "Noto Serif", Georgia, serif;
      --text: Charter, "Bitstream Charter", "Source Serif 4", Georgia, C059, "Noto Serif", "DejaVu Serif", serif;
      --small: "Helvetica Neue", "Segoe UI", Roboto, "Nimbus Sans", Arial, "Liberation Sans", sans-serif;
      --code: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
      --edge: clamp(1rem, 4vw, 2.5rem);
      --side: 12rem;
      --gap: 2rem;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --paper: #131416;
        --ink: #ebebe8;
        --soft: #abaeb4;
        --hair: #383b41;
        --wash: #1e2024;
        --pencil: #9db6ff;
        --alarm: #a3120a;
      }
    }
    *, *::before, *::after { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0;
      background: var(--paper);
      color: var(--ink);
      font: 1.0625rem/1.55 var(--text);
      overflow-wrap: break-word;
    }
    h1, h2, h3, h4, h5, h6 { margin: 0; font: 700 1.125rem/1.2 var(--head); text-wrap: balance; }
    p, figure, dl, dd, ul, ol { margin: 0; padding: 0; }
    img { display: block; max-width: 100%; height: auto; background: var(--wash); }
    a { color: inherit; text-decoration: underline var(--pencil) .07em; text-underline-offset: .18em; }
    a:hover { color: var(--pencil); }
    a:focus-visible, [tabindex]:focus-visible { outline: .15rem solid var(--pencil); outline-offset: .15rem; }
    time { white-space: nowrap; unicode-bidi: plaintext; }
    :lang(ar), :lang(fa), :lang(ur), :lang(ps), :lang(he), :lang(yi), :lang(ja), :lang(zh), :lang(ko) { letter-spacing: 0; }
    :is(:lang(ja), :lang(zh)) { line-break: strict; word-break: normal; }
    :is(:lang(ja), :lang(zh), :lang(ko), :lang(ar), :lang(he)) em { font-style: normal; font-weight: 700; }

    .unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .skip { position: absolute; inset-block-start: -10rem; inset-inline-start: 1rem; z-index: 2; padding: .5rem 1rem; background: var(--paper); font: 700 1rem/1.4 var(--small); }
    .skip:focus { inset-block-start: .5rem; }
    .ribbon { background: var(--alarm); color: #fff; font: 700 .875rem/1.4 var(--small); letter-spacing: .06em; text-align: center; padding: .6rem var(--edge); }
    .printed { display: none; }

    """#

  /// What stands around every page.
  private static let styleFrame = #"""
    .masthead, main, .foot { inline-size: min(100% - 2 * var(--edge), 76rem); margin-inline: auto; }
    .masthead { padding-block-start: .9rem; }
    .plate { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0 1.5rem; }
    .plate p { font: .8125rem/1.5 var(--small); color: var(--soft); }
    .plate .name { font: 700 1.75rem/1.15 var(--head); letter-spacing: -.015em; color: var(--ink); }
    .name a, .sections a, .kicker a, .rubric a, .foot a, h2 a, h3 a { text-decoration: none; }
    h2 a:hover, h3 a:hover, .related a:hover, .latest a:hover { color: inherit; text-decoration: underline dotted var(--pencil) .12em; text-underline-offset: .16em; }
    .masthead-front .plate { display: grid; grid-template-columns: 1fr; justify-items: center; gap: .25rem; padding-block: .3rem .7rem; }
    .masthead-front .name { font-size: clamp(2.5rem, 1.2rem + 5.6vw, 5.25rem); letter-spacing: -.03em; line-height: 1.05; text-align: center; overflow-wrap: anywhere; }
    .masthead-front .number { display: none; }
    .sections { margin-block-start: .55rem; border-block-start: .25rem solid var(--ink); border-block-end: 1px solid var(--hair); }
    .sections ul { display: flex; gap: 0 1.5rem; overflow-x: auto; list-style: none; scrollbar-width: none; }
    .sections a { display: block; padding-block: .6rem .5rem; border-block-end: .15rem solid transparent; font: 700 .9375rem/1.4 var(--small); white-space: nowrap; }
    .sections a:hover, .sections a[aria-current] { color: var(--pencil); border-block-end: .15rem dotted var(--pencil); }
    .sections a:focus-visible { outline-offset: -.15rem; }
    main { padding-block: 1.4rem 3rem; }
    main:focus { outline: 0; }

    .rubric { border-block-start: .125rem solid var(--ink); padding-block: .55rem 1rem; font: 700 1.0625rem/1.3 var(--small); }
    .kicker { font: 700 .875rem/1.35 var(--small); color: var(--pencil); margin-block-end: .2rem; }
    .meta { font: .8125rem/1.5 var(--small); color: var(--soft); }
    .meta > :not(:last-child)::after { content: " ·"; }

    .foot { border-block-start: .25rem solid var(--ink); padding-block: 1.2rem 3rem; font: .875rem/1.6 var(--small); color: var(--soft); }
    .foot .name { font: 700 1.375rem/1.3 var(--head); color: var(--ink); margin-block-end: .6rem; }
    .foot ul { display: flex; flex-wrap: wrap; gap: .15rem 1.4rem; list-style: none; }
    .foot li a { display: inline-block; padding-block: .2rem; }
    .foot a:hover { text-decoration: underline; }
    .foot nav ul { padding-block-end: .7rem; margin-block-end: .7rem; border-block-end: 1px solid var(--hair); color: var(--ink); font-weight: 700; }

    @media (min-width: 48rem) {
      .masthead-front .sections ul { justify-content: center; }
      .sections ul { flex-wrap: wrap; overflow-x: visible; }
    }
    @media (min-width: 64rem) {
      .masthead-front .plate:has(.number) { grid-template-columns: 1fr auto 1fr; align-items: end; justify-items: stretch; gap: 1rem; }
      .masthead-front .plate .name { grid-column: 2; grid-row: 1; }
      .masthead-front .plate .number { display: block; text-align: end; }
    }

    """#

  /// Stories in lists: on fronts, in sections, in archives.
  private static let styleCards = #"""
    .card .teaser { color: var(--soft); line-height: 1.45; margin-block-start: .35rem; }
    .card .teaser { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 6; overflow: hidden; }
    .card .meta { margin-block-start: .4rem; }
    .card h2, .card h3 { overflow-wrap: anywhere; }
    .card h3 { font-size: 1.1875rem; line-height: 1.22; }
    .shot { display: block; }
    .shot img { inline-size: 100%; aspect-ratio: 3 / 2; object-fit: cover; }

    .top { display: grid; gap: 1.5rem var(--gap); padding-block-end: 2.2rem; }
    .lead-card h2 { font-size: clamp(2rem, 1.4rem + 2.2vw, 3rem); line-height: 1.07; letter-spacing: -.015em; }
    .lead-card.long h2 { font-size: clamp(1.6rem, 1.3rem + 1.2vw, 2.1rem); line-height: 1.14; letter-spacing: -.01em; }
    .lead-card .shot { margin-block-end: .9rem; }
    .lead-card .teaser { font-size: 1.1875rem; color: var(--ink); margin-block-start: .6rem; }
    .seconds { display: grid; gap: 0 var(--gap); align-content: start; }
    .seconds .card { border-block-start: 1px solid var(--hair); padding-block: 1rem; }

    .block { padding-block-end: 2rem; }
    .cards { display: grid; gap: 0 var(--gap); }
    .cards .card { border-block-start: 1px solid var(--hair); padding-block: .9rem; }
    .cards .card:first-child { border-block-start: 0; padding-block-start: 0; }
    .cards .card:first-child .shot { margin-block-end: .7rem; }
    .cards .card:first-child h3 { font-size: 1.5rem; line-height: 1.15; }
    .seconds .card:has(.shot), .cards .card:not(:first-child):has(.shot) { display: grid; grid-template-columns: minmax(0, 1fr) 7rem; gap: 1rem; align-items: start; }
    .seconds .shot, .cards .card:not(:first-child) .shot { order: 1; }
    .cards .card:not(:first-child) .teaser, .cards .card:not(:first-child) .meta span { display: none; }

    .latest ol { list-style: none; }
    .latest li { display: grid; grid-template-columns: 8.5rem minmax(0, 1fr); gap: 1rem; align-items: baseline; padding-block: .5rem; border-block-end: 1px solid var(--hair); }
    .latest li a { font: 700 1.0625rem/1.3 var(--head); text-decoration: none; overflow-wrap: anywhere; }
    .latest time { font: .8125rem/1.5 var(--small); color: var(--soft); }
    .months { padding-block-end: 2rem; font: .9375rem/1.9 var(--small); }
    .months dl > div { display: flex; gap: 1.2rem; }
    .months dt { font-weight: 700; min-inline-size: 3rem; }
    .months dd, .months p { display: flex; flex-wrap: wrap; gap: 0 1rem; }
    .empty { padding-block: 3rem; color: var(--soft); font-size: 1.1875rem; }

    .list-head { padding-block: .6rem 1.6rem; max-inline-size: 50rem; }
    .list-head h1 { font-size: clamp(2rem, 1.4rem + 2.6vw, 3.25rem); line-height: 1.08; letter-spacing: -.02em; overflow-wrap: anywhere; }
    .list-head .bio { margin-block-start: .7rem; font-size: 1.1875rem; line-height: 1.45; color: var(--soft); }
    .list-head .links { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin-block-start: .6rem; font: .9375rem/1.8 var(--small); }
    .group { padding-block-end: 1.4rem; }
    .rows .card { position: relative; border-block-start: 1px solid var(--hair); padding-block: 1.1rem; }
    .rows .card:first-child { border-block-start: .125rem solid var(--ink); }
    .rubric + .rows .card:first-child { border-block-start: 0; padding-block-start: .2rem; }
    .rows .card:has(.shot) { display: grid; grid-template-columns: minmax(0, 1fr) 7rem; gap: 1rem; align-items: start; }
    .rows .shot { order: 1; }
    .correction { border-block-start: 1px solid var(--hair); padding-block: 1rem; max-inline-size: 44rem; }
    .rubric + .correction { border-block-start: 0; padding-block-start: 0; }
    .correction h3 { margin-block-end: .35rem; }

    @media (min-width: 40rem) {
      .cards { grid-template-columns: repeat(6, minmax(0, 1fr)); }
      .cards .card { grid-column: span 2; }
      .cards .card:first-child { grid-column: 1 / -1; padding-block-end: 1.2rem; }
      .cards .card:first-child:has(.shot) { display: grid; grid-template-columns: minmax(0, 11fr) minmax(0, 9fr); gap: 0 var(--gap); align-items: start; }
      .cards .card:first-child .shot { margin-block-end: 0; }
      .gallery .cards .card.card:has(.shot) { grid-column: span 3; display: block; border-block-start: 0; padding-block: 0 1.2rem; }
      .gallery .cards .card.card .shot { margin-block-end: .6rem; }
      .gallery .cards .card:first-child h3 { font-size: 1.1875rem; line-height: 1.22; }
      .seconds { grid-template-columns: repeat(2, minmax(0, 1fr)); }
      .latest ol { columns: 2; column-gap: var(--gap); }
      .latest li { break-inside: avoid; }
      .rows .card:has(.shot) { grid-template-columns: minmax(0, 1fr) 13rem; gap: var(--gap); }
      .rows .card h3 { font-size: 1.375rem; }
    }
    @media (min-width: 64rem) {
      .top-pair { grid-template-columns: minmax(0, 8fr) minmax(0, 4fr); }
      .top-pair .seconds { grid-template-columns: 1fr; border-inline-start: 1px solid var(--hair); padding-inline-start: var(--gap); margin-inline-start: -1rem; }
      .top-words { gap: 0; }
      .top-words .lead-card { padding-block-end: 1.8rem; }
      .top-words .lead-card .teaser { max-inline-size: 46rem; font-size: 1.3125rem; }
      .top-words .seconds { grid-template-columns: none; grid-auto-columns: minmax(0, 1fr); grid-auto-flow: column; border-block-start: 1px solid var(--hair); padding-block-start: 1.1rem; }
      .top-words .seconds .card { border: 0; padding-block: 0; }
      .top-words .seconds .card + .card { border-inline-start: 1px solid var(--hair); padding-inline-start: 1rem; margin-inline-start: -1rem; }
      .top-alone .lead-card:has(.shot) { display: grid; grid-template-columns: minmax(0, 7fr) minmax(0, 5fr); gap: var(--gap); }
      .top-full { grid-template-columns: minmax(0, 3fr) minmax(0, 6.4fr) minmax(0, 3fr); grid-template-rows: auto 1fr; gap: 0 3rem; }
      .top-full .lead-card { grid-area: 1 / 2 / 3 / 3; }
      .top-full .seconds { display: contents; }
      .top-full .seconds .card { grid-column: 1; position: relative; }
      .top-full .seconds .card:nth-child(n + 3) { grid-column: 3; }
      .top-full .seconds .card:nth-child(odd) { grid-row: 1; }
      .top-full .seconds .card:nth-child(even) { grid-row: 2; }
      .top-full .seconds .card::after { content: ""; position: absolute; inset-block: 0; inset-inline-end: -1.5rem; border-inline-end: 1px solid var(--hair); }
      .top-full .seconds .card:nth-child(n + 3)::after { inset-inline: -1.5rem auto; }
      .seconds .card:has(.shot) { display: block; }
      .seconds .card .shot { margin-block-end: .7rem; }
      .top-full .seconds .card:nth-child(odd), .top-pair .seconds .card:first-child { border-block-start: 0; padding-block-start: 0; }
      .lead-card:not(:has(.shot)) h2 { font-size: clamp(2.6rem, 4.4vw, 4rem); }
      .lead-card.long:not(:has(.shot)) h2 { font-size: 2.5rem; }

      .block, .latest, .months, .group:has(.rubric), .recent { display: grid; grid-template-columns: var(--side) minmax(0, 1fr); gap: 0 var(--gap); border-block-start: .125rem solid var(--ink); padding-block: .8rem 2.2rem; }
      .block .rubric, .latest .rubric, .months .rubric, .group .rubric, .recent .rubric { border: 0; padding: 0; }
      .cards { grid-template: repeat(3, auto) / repeat(12, minmax(0, 1fr)); }
      .cards .card { grid-column: 9 / -1; padding-block: .8rem; }
      .cards .card:first-child { grid-area: 1 / 1 / 4 / 9; padding-block: 0; }
      .cards .card:nth-child(2) { border-block-start: 0; padding-block-start: 0; }
      .cards .card:only-child { grid-column: 1 / -1; }
      .cards .card:only-child:not(:has(.shot)) h3 { font-size: 2rem; line-height: 1.1; }
      .gallery .cards, .texts .cards { grid-template: auto / repeat(4, minmax(0, 1fr)); }
      .gallery .cards .card.card:has(.shot), .texts .cards .card:not(:only-child) { grid-area: auto; padding-block: 0; border-block-start: 0; }
      .texts .cards:has(.card + .card) { grid-template-columns: minmax(0, 5fr) repeat(3, minmax(0, 3fr)); }
      .texts .cards .card + .card { border-inline-start: 1px solid var(--hair); padding-inline-start: 1rem; margin-inline-start: -1rem; }
      .rows { display: block; }
      .rows .card { display: grid; grid-template-columns: var(--side) minmax(0, 42rem) minmax(0, 1fr); gap: 0 var(--gap); }
      .rows .card:has(.shot) { grid-template-columns: var(--side) minmax(0, 1fr) 14rem; gap: 0 var(--gap); }
      .rows .card .words { grid-column: 2; }
      .rows .card .words .meta time { position: absolute; inset-block-start: 1.35rem; inset-inline-start: 0; }
      .rows .card .words .meta span::after { content: none; }
      .rubric + .rows .card { grid-template-columns: minmax(0, 42rem) minmax(0, 1fr); }
      .rubric + .rows .card:has(.shot) { grid-template-columns: minmax(0, 1fr) 14rem; }
      .rubric + .rows .card .words { grid-column: 1; }
      .rubric + .rows .card .words .meta time { position: static; }
      .rubric + .rows .card .words .meta span::after { content: " ·"; }
      .group .rubric { position: sticky; inset-block-start: 1rem; align-self: start; }
      .group .correction { grid-column: 2; }
    }

    """#
}
