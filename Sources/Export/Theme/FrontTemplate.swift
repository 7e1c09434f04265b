extension Theme {
  static let front = """
    <h1 class="unseen">{{site}}</h1>
    {{#lead}}
    <section class="top top-{{arrangement}}" aria-label="Top stories">
    <article class="card lead-card{{#isLong}} long{{/isLong}}"{{#language}} lang="{{language}}"{{/language}}{{#direction}} dir="{{direction}}"{{/direction}}>
    {{#picture}}
    <a class="shot" href="{{url}}" tabindex="-1" aria-hidden="true">{{>image}}</a>
    {{/picture}}
    <div class="words">
    {{#kicker}}
    <p class="kicker">{{kicker}}</p>
    {{/kicker}}
    <h2><a href="{{url}}">{{headline}}</a></h2>
    {{#teaser}}
    <p class="teaser">{{teaser}}</p>
    {{/teaser}}
    <p class="meta">{{#byline}}<span>{{byline}}</span> {{/byline}}<time datetime="{{iso}}">{{date}}</time></p>
    </div>
    </article>
    {{#hasSeconds}}
    <div class="seconds">
    {{#seconds}}
    {{>card}}
    {{/seconds}}
    </div>
    {{/hasSeconds}}
    </section>
    {{/lead}}
    {{#blocks}}
    <section class="block {{arrangement}}" aria-labelledby="block-{{name}}">
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
    <li><time datetime="{{iso}}">{{date}}</time> <a href="{{url}}"{{#language}} lang="{{language}}" dir="auto"{{/language}}>{{headline}}</a></li>
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
    <a class="shot" href="{{url}}" tabindex="-1" aria-hidden="true">{{>image}}</a>
    {{/picture}}
    <div class="words">
    {{#kicker}}
    <p class="kicker">{{kicker}}</p>
    {{/kicker}}
    <h3><a href="{{url}}">{{headline}}</a></h3>
    {{#teaser}}
    <p class="teaser">{{teaser}}</p>
    {{/teaser}}
    <p class="meta">{{#byline}}<span>{{byline}}</span> {{/byline}}<time datetime="{{iso}}">{{date}}</time></p>
    </div>
    </article>

    """

  /// A picture of the newsroom, in the sizes that there are of it.
  static let image = """
    <img src="{{source}}"{{#srcset}} srcset="{{srcset}}" sizes="{{sizes}}"{{/srcset}}{{#width}} width="{{width}}" height="{{height}}"{{/width}} alt="{{alt}}"{{#isFirst}} fetchpriority="high"{{/isFirst}}{{^isFirst}} loading="lazy"{{/isFirst}} decoding="async"/>
    """

  /// The archive by months.
  static let months = """
    {{#hasMonths}}
    <nav class="months" aria-labelledby="block-archive">
    <h2 class="rubric" id="block-archive">Archive</h2>
    <dl>
    {{#years}}
    <div><dt>{{year}}</dt>
    <dd>{{#months}}<a href="{{url}}">{{label}}</a> {{/months}}</dd></div>
    {{/years}}
    </dl>
    </nav>
    {{/hasMonths}}

    """
}
