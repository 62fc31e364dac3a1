// Registers the service worker (scripts/sw.js) and tells when a newer version of the page is ready. It works without the program: a version
// that does not start can still be replaced. Where there can be no worker, `yishi.offline` is missing and the page does not offer to keep anything.
(function () {
  "use strict";
  const workers = navigator.serviceWorker;
  const ignore = () => {};
  // So long the next version may take to be at work.
  const PATIENCE_MS = 4000;
  const isShared = new URLSearchParams(location.search).has("shared");
  if (isShared) history.replaceState(null, "", "./");

  // Once the program listens: files that the system opens with the installed page, or that another app shares with it, come through the
  // door of a dropped file. One that was lost on the way is an empty file.
  yishi.started = () => {
    const open = (file) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file || new File([], ""));
      document.body.dispatchEvent(new DragEvent("drop", { bubbles: true, dataTransfer }));
    };
    const lost = () => open();
    if (window.launchQueue) launchQueue.setConsumer((launch) => launch.files.forEach((handle) => handle.getFile().then(open, lost)));
    if (isShared) yishi.offline ? yishi.offline("shared").then(open, lost) : lost();
  };
  if (!workers || !/^http/.test(location.protocol)) return;

  let started = workers.controller, mine, isOld, registration, looked = Date.now();
  const show = (is) => {
    document.getElementById("newer").hidden = !is;
  };
  // What a worker answers; fails with the name of what went wrong.
  const put = (worker, ask, about) => new Promise((done, failed) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => data.no ? failed(data.no) : done(data.is);
    worker.postMessage({ ask, about }, [port2]);
  });
  // A version that is deployed again while it is at work is no news. A worker that does not know its version is another one.
  const tell = (next) => {
    if (started) Promise.all([put(next, "version"), put(registration.active, "version")]).then(([a, b]) => show(isOld || a !== b), () => show(true));
  };
  const follow = () => {
    const next = registration.installing;
    if (next) next.addEventListener("statechange", () => next.state === "installed" && tell(next));
  };
  // The worker, once it is at work.
  const ready = new Promise((done) => addEventListener("load", done)).then(async () => {
    registration = await workers.register("sw.js", { updateViaCache: "none" });
    registration.addEventListener("updatefound", follow);
    // One that is being installed already was found before this page could hear of it.
    follow();
    if (registration.waiting) tell(registration.waiting);
    registration.update().catch(ignore);
    if (!registration.active) await new Promise((done, failed) => {
      const first = registration.installing || registration.waiting;
      first.addEventListener("statechange", () => first.state === "activated" ? done() : first.state === "redundant" && failed());
    });
    // What it has not seen it fetches once more, from the browser's own cache.
    new PerformanceObserver((list) => {
      yishi.offline("visited", list.getEntries().map((entry) => entry.workerStart ? "" : entry.name)).catch(ignore);
    }).observe({ type: "resource", buffered: true });
  });
  ready.catch(ignore);

  // Asks the worker that is at work.
  yishi.offline = async (ask, about) => {
    await ready;
    if (ask === "persist") return await navigator.storage.persist() ? "yes" : "";
    return put(registration.active, ask, about);
  };

  // The first worker takes over a page of its own version; every later one is news to the pages that are open.
  workers.addEventListener("controllerchange", () => {
    if (mine) location.reload();
    else if (started) show(isOld = true);
    started = true;
  });
  addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || !registration || Math.abs(Date.now() - looked) < 3600e3) return;
    looked = Date.now();
    registration.update().catch(ignore);
  });
  addEventListener("click", ({ target: { id } }) => {
    if (id === "later") show();
    if (id !== "renew") return;
    mine = true;
    if (!registration.waiting) return location.reload();
    registration.waiting.postMessage({ ask: "renew" });
    // A request of another tab at the very moment wakes the old worker, and Chromium leaves the new one waiting; loading the page makes it go on.
    setTimeout(() => location.reload(), PATIENCE_MS);
  });
})();
