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
    {{#alternates}}
    <link rel="alternate" hreflang="{{language}}" href="{{url}}"/>
    {{/alternates}}
    {{#feeds}}
    <link rel="alternate" type="{{type}}" title="{{title}}" href="{{url}}"/>
    {{/feeds}}
    <link rel="stylesheet" href="{{root}}assets/style.css"/>
    {{#graph}}
    <meta property="{{property}}" content="{{content}}"/>
    {{/graph}}
    {{#card}}
    <meta name="twitter:card" content="{{card}}"/>
    {{/card}}
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
    <div class="plate">
    {{#dated}}
    <p class="dated">{{dated}}</p>
    {{/dated}}
    <p class="name"><a href="{{root}}index.html">{{site}}</a></p>
    {{#edition}}
    <p class="number">Edition {{edition}}</p>
    {{/edition}}
    </div>
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
    <main id="main" tabindex="-1">
    {{{content}}}</main>
    <footer class="foot">
    <p class="name"><a href="{{root}}index.html">{{site}}</a></p>
    {{#hasSections}}
    <nav aria-label="All sections">
    <ul>
    {{#sections}}
    <li><a href="{{url}}">{{label}}</a></li>
    {{/sections}}
    </ul>
    </nav>
    {{/hasSections}}
    <ul>
    <li><a href="{{root}}corrections/index.html">Corrections</a></li>
    <li><a href="{{root}}feed.xml">RSS</a></li>
    <li><a href="{{root}}atom.xml">Atom</a></li>
    <li><a href="{{root}}feed.json">JSON Feed</a></li>
    {{#ownPublisher}}
    <li>Published by {{publisher}}</li>
    {{/ownPublisher}}
    </ul>
    {{#canonical}}
    <p class="printed">{{canonical}}</p>
    {{/canonical}}
    </footer>
    </body>
    </html>

    """
}
