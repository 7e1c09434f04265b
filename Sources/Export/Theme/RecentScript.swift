extension Theme {
  /// Brings Recent posts up to date and tells how long ago a story came out.
  ///
  /// Pages are complete without it.
  static let recentScript = #"""
    (function () {
      "use strict";
      var script = document.currentScript;
      var root = script ? new URL("../", script.src) : null;
      var words = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60]];

      function ago(then) {
        var seconds = Math.max(0, (Date.now() - then) / 1000);
        for (var i = 0; i < words.length; i++) {
          var count = Math.floor(seconds / words[i][1]);
          if (count >= 1) return count + " " + words[i][0] + (count > 1 ? "s" : "") + " ago";
        }
        return "just now";
      }

      function tell(time) {
        var then = Date.parse(time.getAttribute("datetime"));
        if (isNaN(then)) return;
        if (!time.title) time.title = time.textContent;
        time.textContent = ago(then);
      }

      function element(name, text) {
        var made = document.createElement(name);
        if (text) made.textContent = text;
        return made;
      }

      function item(post) {
        var li = element("li"), heading = element("h3"), link = element("a", post.headline);
        link.href = new URL(post.url, root).href;
        heading.appendChild(link);
        li.appendChild(heading);
        if (post.teaser) li.appendChild(element("p", post.teaser));
        var time = element("time", post.published);
        time.setAttribute("datetime", post.published);
        li.appendChild(time);
        return li;
      }

      function show(section, posts) {
        var page = section.getAttribute("data-page");
        var list = section.querySelector("ol");
        if (!list || !Array.isArray(posts)) return;
        var others = posts.filter(function (post) { return post.url !== page; }).slice(0, 6);
        if (others.length < list.children.length) return;
        list.textContent = "";
        others.forEach(function (post) { list.appendChild(item(post)); });
        list.querySelectorAll("time").forEach(tell);
      }

      function start() {
        var section = document.getElementById("recent");
        if (!section) return;
        section.querySelectorAll("time").forEach(tell);
        if (!root || !window.fetch || root.protocol === "file:") return;
        fetch(new URL("recent.json", root))
          .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(); })
          .then(function (posts) { show(section, posts); })
          .catch(function () {});
      }

      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
      else start();
    })();

    """#
}
