extension Theme {
  /// The stories of a section, tag, author, month or year.
  static let list = """
    <header class="list-head">
    {{#rubric}}
    <p class="kicker">{{rubric}}</p>
    {{/rubric}}
    <h1>{{heading}}</h1>
    {{#bio}}
    <p class="bio">{{bio}}</p>
    {{/bio}}
    {{#hasLinks}}
    <p class="links">{{#links}}<a rel="me" href="{{url}}">{{label}}</a> {{/links}}</p>
    {{/hasLinks}}
    </header>
    {{#groups}}
    <section class="group">
    {{#heading}}
    <h2 class="rubric">{{heading}}</h2>
    {{/heading}}
    {{^heading}}
    <h2 class="unseen">Stories</h2>
    {{/heading}}
    <div class="rows">
    {{#stories}}
    {{>card}}
    {{/stories}}
    </div>
    </section>
    {{/groups}}
    {{#isEmpty}}
    <p class="empty">Nothing has been published here yet.</p>
    {{/isEmpty}}
    {{#hasYears}}
    <nav class="months" aria-labelledby="block-archive">
    <h2 class="rubric" id="block-archive">All by year</h2>
    <p>{{#allYears}}<a href="{{url}}">{{label}}</a> {{/allYears}}</p>
    </nav>
    {{/hasYears}}
    {{>months}}
    """

  static let corrections = """
    <header class="list-head">
    <h1>Corrections</h1>
    <p class="bio">What {{site}} has corrected, made clear, added or withdrawn. The newest stand first.</p>
    </header>
    {{#groups}}
    <section class="group">
    <h2 class="rubric">{{heading}}</h2>
    {{#notices}}
    <div class="correction">
    <h3><a href="{{url}}">{{headline}}</a></h3>
    <p><strong>{{label}}</strong> <time datetime="{{iso}}">{{day}}</time> {{text}}</p>
    </div>
    {{/notices}}
    </section>
    {{/groups}}
    {{#isEmpty}}
    <p class="empty">There is nothing to correct so far.</p>
    {{/isEmpty}}
    """

  static let notfound = """
    <header class="list-head">
    <p class="kicker">404</p>
    <h1>This page is not here</h1>
    <p class="bio">The address may be mistyped, or the page may have been taken down. <a href="{{root}}index.html">Go to the front page</a>.</p>
    </header>

    """

  /// A whole page at the old address of a story.
  static let redirect = """
    <!DOCTYPE html>
    <html lang="{{language}}">
    <head>
    <meta charset="utf-8"/>
    <title>{{headline}}</title>
    <meta http-equiv="refresh" content="0; url={{url}}"/>
    <meta name="robots" content="noindex"/>
    {{#canonical}}
    <link rel="canonical" href="{{canonical}}"/>
    {{/canonical}}
    </head>
    <body>
    {{#ribbon}}
    <p class="ribbon">{{ribbon}}</p>
    {{/ribbon}}
    <p>This story has moved: <a href="{{url}}">{{headline}}</a></p>
    </body>
    </html>

    """
}
