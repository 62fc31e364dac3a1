// Loads the program. scripts/seal.mjs puts this into the page's head and fills in the two names.
// The program, its glue and the data that the address asks for are fetched side by side.
(function () {
  "use strict";
  // The page of one session (`s/<id>/`) is the program at the top of the site, opened with that session and the place that the query names.
  var start = document.querySelector("meta[name=yishi-start]");
  if (start) {
    // Some hosts answer with the page where its last slash is missing; then the base that the page names is one folder too high. The shortest
    // match: `s` may be the id of a session, too.
    var top = /^(.*?\/)s\/[^\/]+(\/(index(\.html?)?)?)?$/.exec(location.pathname);
    if (top) {
      var base = new URL(location.href);
      base.pathname = top[1];
      base.search = base.hash = "";
      if (base.href !== document.baseURI) document.querySelector("base").href = base.href;
    }
    try {
      history.replaceState(null, "", start.content + location.search.replace("?", "&") + location.hash);
      document.querySelector("base").remove();
    } catch (error) {
      // The address stays as it is; the program reads the start by itself.
    }
  }
  var query = new URLSearchParams(location.search);
  var session = query.get("s");
  var data = null;
  if (!query.has("src") && !location.hash.startsWith("#z=")) {
    if (session === null) data = "data/catalogue.json";
    else if (/^[A-Za-z0-9._-]+$/.test(session)) data = "data/sessions/" + session + ".json";
  }
  if (data !== null) {
    var hint = document.createElement("link");
    hint.rel = "preload";
    hint.as = "fetch";
    hint.crossOrigin = "anonymous";
    hint.href = data;
    document.head.appendChild(hint);
  }

  // Bytes, not a stream: some web views cannot compile from a stream, or do not know the type of the file.
  function bytes() {
    return fetch("./__WASM__").then(function (answer) {
      if (!answer.ok) throw new Error("HTTP " + answer.status);
      return answer.arrayBuffer();
    });
  }
  function again(load) {
    return new Promise(function (done) { setTimeout(done, 800); }).then(load);
  }
  var wasm = bytes().catch(function () { return again(bytes); });
  var glue = import("./__GLUE__").catch(function () {
    return again(function () { return import("./__GLUE__?again"); });
  });
  var page = new Promise(function (done) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });

  Promise.all([glue, wasm, page]).then(function (all) {
    return all[0].default({ module_or_path: uncomb(all[1]) });
  }).then(yishi.started).catch(function (error) {
    console.error(error);
    page.then(function () {
      var boot = document.getElementById("boot");
      if (boot) boot.hidden = true;
      // A panic while starting has its own notice.
      if (!document.getElementById("panic").hidden) return;
      document.getElementById("unloaded").hidden = false;
    });
  });
})();
