extension Theme {
  static let story = """
    <article class="story{{#isLong}} long{{/isLong}}"{{#language}} lang="{{language}}"{{/language}}{{#direction}} dir="{{direction}}"{{/direction}}>
    <header class="story-head">
    {{#kicker}}
    <p class="kicker">{{#sectionURL}}<a href="{{sectionURL}}">{{kicker}}</a>{{/sectionURL}}{{^sectionURL}}{{kicker}}{{/sectionURL}}</p>
    {{/kicker}}
    <h1>{{headline}}</h1>
    {{#standfirst}}
    <p class="standfirst">{{standfirst}}</p>
    {{/standfirst}}
    </header>
    <div class="story-meta"{{#language}} lang="{{houseLanguage}}"{{/language}}>
    {{#hasByline}}
    <p class="byline">{{#byline}}{{#url}}<a rel="author" href="{{url}}">{{text}}</a>{{/url}}{{^url}}{{text}}{{/url}}{{/byline}}</p>
    {{/hasByline}}
    <p class="meta">{{#dateline}}<span class="dateline">{{dateline}}</span> {{/dateline}}<time datetime="{{publishedISO}}">{{published}}</time>{{#updated}} <span class="updated">Updated <time datetime="{{updatedISO}}">{{updated}}</time></span>{{/updated}}</p>
    {{#flag}}
    <p class="flag"><a href="#notices">{{flag}}</a></p>
    {{/flag}}
    {{#hasTranslations}}
    <p class="also">Also in {{#translations}}<a rel="alternate" href="{{url}}" hreflang="{{language}}" lang="{{language}}">{{name}}</a>{{^isLast}}, {{/isLast}}{{/translations}}</p>
    {{/hasTranslations}}
    </div>
    {{#picture}}
    <figure class="lead{{#isTall}} tall{{/isTall}}">
    {{>image}}
    {{#hasCaption}}
    <figcaption>{{caption}}{{#credit}} <span class="credit">{{credit}}</span>{{/credit}}</figcaption>
    {{/hasCaption}}
    </figure>
    {{/picture}}
    <div class="body">
    {{{body}}}</div>
    <div class="story-foot"{{#language}} lang="{{houseLanguage}}"{{/language}}>
    {{#credits}}
    <p class="credit-line">{{credits}}</p>
    {{/credits}}
    {{>notices}}
    </div>
    {{#hasRelated}}
    <nav class="related" aria-labelledby="related"{{#language}} lang="{{houseLanguage}}"{{/language}}>
    <h2 class="rubric" id="related">Read more</h2>
    <ul>
    {{#related}}
    <li><a href="{{url}}"{{#language}} lang="{{language}}" dir="auto"{{/language}}>{{headline}}</a></li>
    {{/related}}
    </ul>
    </nav>
    {{/hasRelated}}
    <div class="story-end"{{#language}} lang="{{houseLanguage}}"{{/language}}>
    {{#hasTags}}
    <ul class="tags" aria-label="Tags">
    {{#tags}}
    <li><a rel="tag" href="{{url}}">{{label}}</a></li>
    {{/tags}}
    </ul>
    {{/hasTags}}
    {{#authors}}
    <aside class="author" aria-label="{{name}}">
    <p class="author-name">{{#url}}<a href="{{url}}">{{name}}</a>{{/url}}{{^url}}{{name}}{{/url}}</p>
    <p>{{bio}}</p>
    </aside>
    {{/authors}}
    </div>
    </article>
    {{>recent}}
    """

  /// What stands in the place of a withdrawn story.
  static let withdrawn = """
    <article class="story withdrawn">
    <header class="story-head">
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
    <section class="notices" id="notices" aria-label="Notices">
    {{#notices}}
    <p><strong>{{label}}</strong> <time datetime="{{iso}}">{{day}}</time> <span{{#language}} lang="{{language}}" dir="auto"{{/language}}>{{text}}</span></p>
    {{/notices}}
    </section>
    {{/hasNotices}}

    """

  static let recent = """
    {{#hasRecent}}
    <section class="recent" id="recent" data-page="{{page}}" aria-labelledby="recent-posts">
    <h2 class="rubric" id="recent-posts">Recent posts</h2>
    <ol>
    {{#recent}}
    <li{{#language}} lang="{{language}}" dir="auto"{{/language}}><h3><a href="{{url}}">{{headline}}</a></h3>{{#teaser}}<p>{{teaser}}</p>{{/teaser}}<time datetime="{{iso}}">{{time}}</time></li>
    {{/recent}}
    </ol>
    </section>
    {{/hasRecent}}

    """
}
