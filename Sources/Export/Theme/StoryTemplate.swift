extension Theme {
  static let story = """
    <article class="story"{{#language}} lang="{{language}}"{{/language}}{{#direction}} dir="{{direction}}"{{/direction}}>
    <header>
    {{#kicker}}
    <p class="kicker">{{#sectionURL}}<a href="{{sectionURL}}">{{kicker}}</a>{{/sectionURL}}{{^sectionURL}}{{kicker}}{{/sectionURL}}</p>
    {{/kicker}}
    <h1>{{headline}}</h1>
    {{#standfirst}}
    <p class="standfirst">{{standfirst}}</p>
    {{/standfirst}}
    {{#hasByline}}
    <p class="byline">{{#byline}}{{#url}}<a rel="author" href="{{url}}">{{text}}</a>{{/url}}{{^url}}{{text}}{{/url}}{{/byline}}</p>
    {{/hasByline}}
    <p class="meta">{{#dateline}}<span class="dateline">{{dateline}}</span> {{/dateline}}<time datetime="{{publishedISO}}">{{published}}</time>{{#updated}} <span class="updated">Updated <time datetime="{{updatedISO}}">{{updated}}</time></span>{{/updated}}</p>
    </header>
    {{#picture}}
    <figure class="lead">
    <img src="{{source}}" alt="{{alt}}"/>
    {{#hasCaption}}
    <figcaption>{{caption}}{{#credit}} <span class="credit">{{credit}}</span>{{/credit}}</figcaption>
    {{/hasCaption}}
    </figure>
    {{/picture}}
    <div class="body">
    {{{body}}}</div>
    {{#credits}}
    <p class="credit-line">{{credits}}</p>
    {{/credits}}
    {{>notices}}
    {{#hasTags}}
    <ul class="tags" aria-label="Tags">
    {{#tags}}
    <li><a rel="tag" href="{{url}}">{{label}}</a></li>
    {{/tags}}
    </ul>
    {{/hasTags}}
    {{#hasRelated}}
    <nav class="related" aria-label="Read more">
    <h2>Read more</h2>
    <ul>
    {{#related}}
    <li><a href="{{url}}">{{headline}}</a></li>
    {{/related}}
    </ul>
    </nav>
    {{/hasRelated}}
    {{#authors}}
    <aside class="author">
    <p class="author-name">{{#url}}<a href="{{url}}">{{name}}</a>{{/url}}{{^url}}{{name}}{{/url}}</p>
    <p>{{bio}}</p>
    </aside>
    {{/authors}}
    </article>
    {{>recent}}
    """

  /// What stands in the place of a withdrawn story.
  static let withdrawn = """
    <article class="story withdrawn">
    <header>
    {{#kicker}}
    <p class="kicker">{{kicker}}</p>
    {{/kicker}}
    <h1>{{headline}}</h1>
    <p class="meta"><span>First published <time datetime="{{publishedISO}}">{{published}}</time></span></p>
    </header>
    {{>notices}}
    {{#otherwise}}
    <p>{{otherwise}}</p>
    {{/otherwise}}
    </article>
    {{>recent}}
    """

  static let notices = """
    {{#hasNotices}}
    <section class="notices" aria-label="Notices">
    {{#notices}}
    <p><strong>{{label}}</strong> <time datetime="{{iso}}">{{day}}</time> {{text}}</p>
    {{/notices}}
    </section>
    {{/hasNotices}}

    """

  static let recent = """
    {{#hasRecent}}
    <section class="recent" id="recent" data-page="{{page}}">
    <h2>Recent posts</h2>
    <ol>
    {{#recent}}
    <li><h3><a href="{{url}}">{{headline}}</a></h3>{{#teaser}}<p>{{teaser}}</p>{{/teaser}}<time datetime="{{iso}}">{{time}}</time></li>
    {{/recent}}
    </ol>
    </section>
    {{/hasRecent}}

    """
}
