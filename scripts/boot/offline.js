// Registers the service worker (scripts/sw.js) and tells when a newer version of the page is ready. It works without the program: a version
// that does not start can still be replaced. Where there can be no worker, `yishi.offline` is missing and the page does not offer to keep anything.
(function () {
  "use strict";
  var workers = navigator.serviceWorker;
  var isShared = new URLSearchParams(location.search).has("shared");
  if (isShared) history.replaceState(null, "", "./");

  // Files that the system opens with the installed page, or that another app shares with it; `open(null)` where one was lost.
  yishi.files = function (open) {
    if (window.launchQueue) {
      launchQueue.setConsumer(function (launch) {
        launch.files.forEach(function (handle) {
          handle.getFile().then(open, function () { open(null); });
        });
      });
    }
    if (isShared && workers) yishi.offline("shared").then(open, function () { open(null); });
  };
  if (!workers || !/^http/.test(location.protocol)) return;

  var started = workers.controller, mine = false, registration, asked = Date.now();
  // The worker, once it is at work.
  var ready = new Promise(function (done) { addEventListener("load", done); }).then(function () {
    return workers.register("sw.js", { updateViaCache: "none" });
  }).then(function (found) {
    registration = found;
    found.addEventListener("updatefound", function () {
      var next = found.installing;
      next.addEventListener("statechange", function () {
        if (next.state === "installed" && workers.controller) show();
      });
    });
    if (found.waiting && started) show();
    found.update().catch(function () {});
    return found.active || new Promise(function (done, failed) {
      var first = found.installing || found.waiting;
      first.addEventListener("statechange", function () {
        if (first.state === "activated") done();
        if (first.state === "redundant") failed(first);
      });
    });
  });
  // What there was to fetch before the worker is fetched once more, from the browser's own cache.
  ready.then(function () {
    var scope = registration.scope;
    new PerformanceObserver(function (list) {
      var paths = list.getEntries().filter(function (entry) {
        return !entry.workerStart && entry.name.startsWith(scope + "data/");
      }).map(function (entry) {
        return entry.name.slice(scope.length);
      });
      if (paths.length) yishi.offline("visited", paths).catch(function () {});
    }).observe({ type: "resource", buffered: true });
  }).catch(function () {});

  // Asks the worker; fails with the name of what went wrong.
  yishi.offline = function (ask, about) {
    return ready.then(function () {
      if (ask === "persist") return navigator.storage.persist().then(function (is) { return is ? "yes" : ""; });
      return new Promise(function (done, failed) {
        var channel = new MessageChannel();
        channel.port1.onmessage = function (event) {
          if (event.data.no) failed(event.data.no);
          else done(event.data.is);
        };
        registration.active.postMessage({ ask: ask, about: about }, [channel.port2]);
      });
    });
  };

  function show() {
    document.getElementById("newer").hidden = false;
  }
  // The first worker takes over a page of its own version; every later one is news to the pages that are open.
  workers.addEventListener("controllerchange", function () {
    if (mine) location.reload();
    else if (started) show();
    started = true;
  });
  addEventListener("visibilitychange", function () {
    if (document.visibilityState !== "visible" || !registration || Date.now() - asked < 3600e3) return;
    asked = Date.now();
    registration.update().catch(function () {});
  });
  addEventListener("click", function (event) {
    if (event.target.id === "later") document.getElementById("newer").hidden = true;
    if (event.target.id !== "renew") return;
    mine = true;
    if (registration.waiting) registration.waiting.postMessage({ ask: "renew" });
    else location.reload();
  });
})();
