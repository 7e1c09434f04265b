extension Theme {
  /// What stands around every page.
  static let layout = """
    <!DOCTYPE html>
    <html lang="{{language}}"{{#direction}} dir="{{direction}}"{{/direction}}>
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>{{title}}</title>
    {{#description}}
    <meta name="description" content="{{description}}"/>
    {{/description}}
    {{#hidden}}
    <meta name="robots" content="noindex"/>
    {{/hidden}}
    <meta name="generator" content="{{made}}"/>
    {{#canonical}}
    <link rel="canonical" href="{{canonical}}"/>
    {{/canonical}}
    <link rel="alternate" type="application/rss+xml" title="{{site}}" href="{{root}}feed.xml"/>
    {{#feed}}
    <link rel="alternate" type="application/rss+xml" title="{{title}}" href="{{feed}}"/>
    {{/feed}}
    <link rel="stylesheet" href="{{root}}assets/style.css"/>
    {{#graph}}
    <meta property="{{property}}" content="{{content}}"/>
    {{/graph}}
    {{#data}}
    <script type="application/ld+json">{{{data}}}</script>
    {{/data}}
    <script src="{{root}}assets/recent.js" defer="defer"></script>
    </head>
    <body>
    {{#ribbon}}
    <p class="ribbon">{{ribbon}}</p>
    {{/ribbon}}
    <a class="skip" href="#main">Skip to content</a>
    <header class="masthead{{#isFront}} masthead-front{{/isFront}}">
    {{#dated}}
    <p class="edition">{{dated}}</p>
    {{/dated}}
    <p class="name"><a href="{{root}}index.html">{{site}}</a></p>
    {{#hasSections}}
    <nav class="sections" aria-label="Sections">
    <ul>
    {{#sections}}
    <li><a href="{{url}}"{{#current}} aria-current="true"{{/current}}>{{label}}</a></li>
    {{/sections}}
    </ul>
    </nav>
    {{/hasSections}}
    </header>
    <main id="main">
    {{{content}}}</main>
    <footer class="foot">
    <p class="name">{{site}}</p>
    <p>{{#ownPublisher}}Published by {{publisher}} · {{/ownPublisher}}<a href="{{root}}corrections/index.html">Corrections</a> · <a href="{{root}}feed.xml">RSS</a></p>
    </footer>
    </body>
    </html>

    """
}
