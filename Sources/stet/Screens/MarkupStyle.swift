extension MarkupPage {
  /// The look of a marked proof, on paper too.
  static let style = """
    :root { color-scheme: light dark; --paper: #fffefb; --ink: #17160f; --soft: #5b584f; --hair: #d8d3c7;
      --wash: #f5f2ea; --red: #b01818; --p1: #b01818; --p2: #0b5c8a; --p3: #2f6b1e; --p4: #7a3fa0;
      --p5: #8a5a00; --p6: #00695f; }
    @media (prefers-color-scheme: dark) { :root { --paper: #15140f; --ink: #ece8dd; --soft: #a8a394;
      --hair: #3a372e; --wash: #201e17; --red: #ff9a8a; --p1: #ff9a8a; --p2: #8cc8f0; --p3: #a4d68c;
      --p4: #d8b0f0; --p5: #f0c870; --p6: #7fd8cc; } }
    *, *::before, *::after { box-sizing: border-box; }
    body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
      font: 1.0625rem/1.65 Charter, "Bitstream Charter", Cambria, Georgia, "Liberation Serif", serif; }
    .ribbon { margin: 0; padding: .5rem 1rem; background: #8c1d18; color: #fff; text-align: center;
      font: 700 .8125rem/1.4 system-ui, sans-serif; letter-spacing: .06em; }
    main { max-width: 66rem; margin-inline: auto; padding: 1.4rem clamp(1.1rem, 3vw, 2.2rem) 4rem; }
    header { border-bottom: 1px solid var(--ink); padding-bottom: .8rem; margin-bottom: 1.4rem; }
    h1 { font: 700 1.9rem/1.16 "Iowan Old Style", Palatino, "URW Palladio L", Georgia, serif;
      margin: .2rem 0 .5rem; text-wrap: balance; }
    h2 { font: 700 .875rem/1.4 system-ui, sans-serif; margin: 0 0 .6rem; }
    .slug, .span, .people, .fields, aside { font-family: system-ui, -apple-system, "Segoe UI", "Liberation Sans",
      sans-serif; font-size: .875rem; line-height: 1.5; }
    .slug, .span { margin: 0; color: var(--soft); }
    .tally { white-space: nowrap; color: var(--ink); font-weight: 600; }
    .people { list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .6rem 0 0; padding: 0; }
    .who, sup { font: 700 .6875rem/1 system-ui, sans-serif; }
    .who { display: inline-block; min-width: 1.3em; padding: .15em .3em; border: 1px solid; text-align: center; }
    sup { vertical-align: super; padding-inline: .1em .15em; }
    .columns { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 2.5rem; }
    article { min-width: 0; max-width: 40rem; }
    article p { margin: 0 0 1.05em; white-space: pre-line; }
    article p.head { font-weight: 700; }
    .fields { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1.5rem;
      padding: .8rem 1rem; background: var(--wash); }
    .fields dt { color: var(--soft); } .fields dd { margin: 0; min-width: 0; }
    ins, del { color: var(--red); text-decoration-thickness: .09em; }
    ins { text-decoration-line: underline; text-underline-offset: .16em; }
    del { text-decoration-line: line-through; }
    .p1 { color: var(--p1); } .p2 { color: var(--p2); } .p3 { color: var(--p3); }
    .p4 { color: var(--p4); } .p5 { color: var(--p5); } .p6 { color: var(--p6); }
    aside { border-inline-start: 1px solid var(--hair); padding-inline-start: 1.2rem; }
    aside ol { list-style: none; margin: 0; padding: 0; }
    aside li { margin-bottom: .55rem; color: var(--soft); }
    aside li.said { color: var(--ink); } aside li p { margin: .15rem 0 0; white-space: pre-line; }
    .when { font-variant-numeric: tabular-nums; font-weight: 600; }
    @media (max-width: 48rem) { .columns { grid-template-columns: minmax(0, 1fr); gap: 1.5rem; }
      aside { border-inline-start: 0; border-top: 1px solid var(--hair); padding: 1rem 0 0; } }
    @media print { :root { --paper: #fff; --ink: #000; --soft: #444; --hair: #999; --wash: #fff; --red: #b01818;
      --p1: #b01818; --p2: #0b5c8a; --p3: #2f6b1e; --p4: #7a3fa0; --p5: #8a5a00; --p6: #00695f; }
      body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
      .ribbon { background: none; color: #000; border-bottom: 1pt solid; print-color-adjust: exact; }
      .columns { grid-template-columns: minmax(0, 1fr) 5.2cm; gap: 1cm; } article p { orphans: 3; widows: 3; } }
    """
}
