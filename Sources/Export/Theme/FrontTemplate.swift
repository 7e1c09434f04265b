extension Theme {
  static let front = """
    <h1 class="unseen">{{site}}</h1>
    {{#lead}}
    <section class="top" aria-label="Top stories">
    <article class="card lead-card{{^picture}} plain{{/picture}}"{{#language}} lang="{{language}}"{{/language}}{{#direction}} dir="{{direction}}"{{/direction}}>
    {{#picture}}
    <a class="shot" href="{{url}}" tabindex="-1"><img src="{{source}}" alt="{{alt}}"/></a>
    {{/picture}}
    <div>
    {{#kicker}}
    <p class="kicker">{{kicker}}</p>
    {{/kicker}}
    <h2><a href="{{url}}">{{headline}}</a></h2>
    {{#teaser}}
    <p class="teaser">{{teaser}}</p>
    {{/teaser}}
    <p class="meta">{{#byline}}<span>{{byline}}</span> {{/byline}}<time datetime="{{iso}}">{{time}}</time></p>
    </div>
    </article>
    <div class="seconds">
    {{#seconds}}
    {{>card}}
    {{/seconds}}
    </div>
    </section>
    {{/lead}}
    {{#blocks}}
    <section class="block" aria-labelledby="block-{{name}}">
    <h2 class="rubric" id="block-{{name}}"><a href="{{url}}">{{label}}</a></h2>
    <div class="cards">
    {{#stories}}
    {{>card}}
    {{/stories}}
    </div>
    </section>
    {{/blocks}}
    {{#hasLatest}}
    <section class="latest" aria-labelledby="block-latest">
    <h2 class="rubric" id="block-latest">Latest</h2>
    <ol>
    {{#latest}}
    <li><time datetime="{{iso}}">{{time}}</time> <a href="{{url}}"{{#language}} lang="{{language}}"{{/language}}>{{headline}}</a></li>
    {{/latest}}
    </ol>
    </section>
    {{/hasLatest}}
    {{^lead}}
    <p class="empty">Nothing has been published yet.</p>
    {{/lead}}
    {{>months}}
    """

  /// A story in a list.
  static let card = """
    <article class="card"{{#language}} lang="{{language}}"{{/language}}{{#direction}} dir="{{direction}}"{{/direction}}>
    {{#picture}}
    <a class="shot" href="{{url}}" tabindex="-1"><img src="{{source}}" alt="{{alt}}" loading="lazy"/></a>
    {{/picture}}
    <div>
    {{#kicker}}
    <p class="kicker">{{kicker}}</p>
    {{/kicker}}
    <h3><a href="{{url}}">{{headline}}</a></h3>
    {{#teaser}}
    <p class="teaser">{{teaser}}</p>
    {{/teaser}}
    <p class="meta">{{#byline}}<span>{{byline}}</span> {{/byline}}<time datetime="{{iso}}">{{time}}</time></p>
    </div>
    </article>

    """

  /// The archive by months.
  static let months = """
    {{#hasMonths}}
    <nav class="months" aria-labelledby="block-archive">
    <h2 class="rubric" id="block-archive">Archive</h2>
    <dl>
    {{#years}}
    <dt>{{year}}</dt>
    <dd>{{#months}}<a href="{{url}}">{{label}}</a> {{/months}}</dd>
    {{/years}}
    </dl>
    </nav>
    {{/hasMonths}}

    """
}
