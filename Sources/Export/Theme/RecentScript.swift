extension Theme {
  /// Brings Recent posts up to date and tells how long ago a story came out.
  ///
  /// Pages are complete without it.
  static let recentScript = #"""
    (function () {
      "use strict";
      var script = document.currentScript;
      var root = script ? new URL("../", script.src) : null;
      var units = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60]];
      var words = null;
      try {
        words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "always" });
      } catch (error) {}

      function ago(seconds) {
        for (var i = 0; i < units.length; i++) {
          var count = Math.floor(seconds / units[i][1]);
          if (count >= 1) return words.format(-count, units[i][0]);
        }
        return words.format(-Math.floor(seconds), "second");
      }

      // Recent posts always say how long ago, lists only what came out within a day.
      function tell(time, limit) {
        var then = Date.parse(time.getAttribute("datetime"));
        if (isNaN(then) || !words) return;
        var seconds = Math.max(0, (Date.now() - then) / 1000);
        if (seconds >= limit) return;
        if (!time.title) time.title = time.textContent;
        time.textContent = ago(seconds);
      }

      function each(list, limit) {
        Array.prototype.forEach.call(list, function (time) { tell(time, limit); });
      }

      function element(name, text) {
        var made = document.createElement(name);
        if (text) made.textContent = text;
        return made;
      }

      function item(post) {
        var li = element("li"), heading = element("h3"), link = element("a", post.headline);
        li.dir = "auto";
        link.href = new URL(post.url, root).href;
        heading.appendChild(link);
        li.appendChild(heading);
        if (post.teaser) li.appendChild(element("p", post.teaser));
        var time = element("time", new Date(post.published).toLocaleString(document.documentElement.lang || "en"));
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
        each(list.querySelectorAll("time"), Infinity);
      }

      function start() {
        each(document.querySelectorAll(".card time, .latest time"), 86400);
        var section = document.getElementById("recent");
        if (!section) return;
        each(section.querySelectorAll("time"), Infinity);
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
