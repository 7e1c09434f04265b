extension Theme {
  /// A mail of one column, all styles in place but those for the dark.
  static let newsletter = """
    <!DOCTYPE html>
    <html lang="{{language}}" dir="{{direction}}">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="supported-color-schemes" content="light dark"/>
    <title>{{title}}</title>
    <style>
    @media (prefers-color-scheme: dark) {
    .paper { background: #1b1b1b !important; color: #eeeeee !important; }
    .paper a, .paper h1, .paper h2, .paper h3 { color: #ffffff !important; }
    .quiet { color: #bbbbbb !important; }
    }
    </style>
    </head>
    <body class="paper" style="margin:0;padding:0;background:#ffffff;color:#1a1a1a;font-family:Georgia,'Times New Roman',serif;font-size:17px;line-height:1.45">
    <div style="display:none;max-height:0;overflow:hidden">{{preheader}}</div>
    <table role="presentation" class="paper" style="width:100%;max-width:640px;margin:0 auto;border-collapse:collapse;background:#ffffff;color:#1a1a1a">
    <tr><td style="padding:24px">
    {{#ribbon}}
    <p class="ribbon" style="margin:0 0 16px;padding:8px;border:2px solid #a00000;text-align:center;font-weight:bold">{{ribbon}}</p>
    {{/ribbon}}
    <h1 style="margin:0;padding:0 0 4px;font-size:30px;line-height:1.15;text-align:center">{{#home}}<a href="{{home}}" style="color:#1a1a1a;text-decoration:none">{{site}}</a>{{/home}}{{^home}}{{site}}{{/home}}</h1>
    <p class="quiet" style="margin:0 0 20px;padding:0 0 12px;border-bottom:3px double #888888;text-align:center;font-size:14px;color:#595959">{{day}}</p>
    {{#lead}}
    {{>newsletter-story}}
    {{/lead}}
    {{#chapters}}
    {{#heading}}
    <h2 style="margin:28px 0 12px;padding:6px 0 0;border-top:2px solid #888888;font-size:18px">{{heading}}</h2>
    {{/heading}}
    {{#stories}}
    {{>newsletter-story}}
    {{/stories}}
    {{/chapters}}
    {{#hasCorrected}}
    <h2 style="margin:28px 0 12px;padding:6px 0 0;border-top:2px solid #888888;font-size:18px">Corrections</h2>
    {{/hasCorrected}}
    {{#corrected}}
    <div style="margin:0 0 16px"{{#language}} lang="{{language}}" dir="{{direction}}"{{/language}}>
    <h3 style="margin:0;font-size:17px">{{#url}}<a href="{{url}}" style="color:#1a1a1a">{{headline}}</a>{{/url}}{{^url}}{{headline}}{{/url}}</h3>
    <p style="margin:4px 0 0"><strong>{{label}}</strong>, {{day}}: {{text}}</p>
    </div>
    {{/corrected}}
    {{#rest}}
    <p style="margin:20px 0 0"><a href="{{home}}" style="color:#1a1a1a">{{rest}} more on the site</a></p>
    {{/rest}}
    <p class="quiet" style="margin:28px 0 0;padding:12px 0 0;border-top:1px solid #888888;font-size:13px;color:#595959">{{publisher}}{{#home}} · <a href="{{home}}" style="color:#595959">{{home}}</a>{{/home}}</p>
    </td></tr>
    </table>
    </body>
    </html>

    """

  static let newsletterStory = """
    <div style="margin:0 0 20px"{{#language}} lang="{{language}}" dir="{{direction}}"{{/language}}>
    {{#picture}}
    <p style="margin:0 0 8px">{{#url}}<a href="{{url}}">{{/url}}<img src="{{source}}" alt="{{alt}}" width="{{width}}" height="{{height}}" style="display:block;max-width:100%;height:auto;border:0"/>{{#url}}</a>{{/url}}{{#credit}}<span class="quiet" style="font-size:12px;color:#595959">{{credit}}</span>{{/credit}}</p>
    {{/picture}}
    {{#kicker}}
    <p class="quiet" style="margin:0 0 2px;font-size:13px;font-weight:bold;color:#595959">{{kicker}}</p>
    {{/kicker}}
    {{#isLead}}
    <h2 style="margin:0;font-size:26px;line-height:1.2">{{#url}}<a href="{{url}}" style="color:#1a1a1a;text-decoration:none">{{headline}}</a>{{/url}}{{^url}}{{headline}}{{/url}}</h2>
    {{/isLead}}
    {{^isLead}}
    <h3 style="margin:0;font-size:19px;line-height:1.25">{{#url}}<a href="{{url}}" style="color:#1a1a1a;text-decoration:none">{{headline}}</a>{{/url}}{{^url}}{{headline}}{{/url}}</h3>
    {{/isLead}}
    {{#teaser}}
    <p style="margin:4px 0 0">{{teaser}}</p>
    {{/teaser}}
    {{#byline}}
    <p class="quiet" style="margin:4px 0 0;font-size:13px;color:#595959">{{byline}}</p>
    {{/byline}}
    </div>

    """
}
