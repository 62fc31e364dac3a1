// Loads the program. scripts/seal.mjs puts this into the page's head and fills in the names of the program's files.
// The program, its glue and the data that the address asks for are fetched side by side.
(function () {
  "use strict";
  var FILES = __PROGRAM__;
  // The page of one session (`s/<id>/`) is the program at the top of the site, opened with that session and the place that the query names.
  var start = document.querySelector("meta[name=yishi-start]");
  if (start) {
    // Some hosts answer with the page where its last slash is missing; then the base that the page names is one folder too high. The shortest
    // match: `s` may be the id of a session, too.
    var top = /^(.*?\/)s\/[^/]+(\/(index(\.html?)?)?)?$/.exec(location.pathname);
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

  function again(load) {
    return new Promise(function (done) { setTimeout(done, 800); }).then(load);
  }
  // A hotspot answers with a page of its own, and the browser may keep that: the second try passes by what it keeps.
  function fetched(name, isAgain) {
    return fetch("./" + FILES[name], { cache: isAgain ? "reload" : "default" }).then(function (answer) {
      if (!answer.ok || /html/.test(answer.headers.get("content-type"))) throw new Error("HTTP " + answer.status);
      return answer;
    });
  }
  function bytes(name, isAgain) {
    return fetched(name, isAgain).then(function (answer) { return answer.arrayBuffer(); });
  }
  // Compiled while it arrives, where the host says what it is; then the browser keeps what it has compiled.
  function streamed(name) {
    return fetched(name).then(function (answer) {
      if (answer.headers.get("content-type") === "application/wasm") return WebAssembly.compileStreaming(answer);
      return answer.arrayBuffer().then(function (all) { return WebAssembly.compile(all); });
    });
  }
  // A part fits only the program that it was cut from, and says which that is (scripts/program.mjs).
  yishi.fitting = function (module) {
    var seal = WebAssembly.Module.customSections(module, "yishi")[0];
    if (!FILES.main.includes("-" + new TextDecoder().decode(seal) + "_")) throw new Error("a part of another version");
    return module;
  };
  // What the glue asks for (parts.mjs). The second try takes no stream: some web views cannot compile from one.
  yishi.bytes = function (name) {
    return bytes(name).catch(function () {
      return again(function () { return bytes(name, true); });
    });
  };
  function program(name) {
    var asked = early[name] || streamed(name);
    delete early[name];
    return asked.catch(function () {
      return again(function () { return bytes(name, true).then(function (all) { return WebAssembly.compile(all); }); });
    });
  }
  yishi.part = function (name) {
    return program(name).then(yishi.fitting);
  };
  yishi.worker = function (name) {
    return program(name + ".wasm").then(function (module) {
      var worker = new Worker("./" + FILES[name + ".js"]);
      worker.postMessage({ module: module });
      return worker;
    });
  };
  var early = {};
  var wasm = program("main");
  // The parts that src/ui/parts.rs will ask for as soon as the program runs; one that is guessed wrongly here only comes a little later.
  function soon(name) {
    if (!FILES[name]) return;
    early[name] = streamed(name);
    early[name].catch(function () { /* It is asked for again. */ });
  }
  var path = query.get("p") || "";
  if (path.startsWith("budget")) soon("budget");
  else if (path === "search" || query.has("q")) soon("search");
  else if (query.has("body") || query.has("compare")) soon("pages");
  else if (session !== null && path && !/^agenda|^speeches\//.test(path)) soon("pages");
  else if (data === "data/catalogue.json") soon("home");
  try {
    if (localStorage.getItem("yishi.lang") === "en") soon("english");
  } catch (error) {
    // Storage is refused: no other language was chosen.
  }
  // In full: by itself an import begins where the page was when this script was read, before its base was put right.
  function glued(tail) {
    return import(new URL("__GLUE__" + tail, document.baseURI));
  }
  var glue = glued("").catch(function () {
    return again(function () { return fetch("./__GLUE__?again", { cache: "reload" }); }).then(function () { return glued("?again"); });
  });
  var page = new Promise(function (done) {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", done);
    else done();
  });

  Promise.all([glue, wasm, page]).then(function (all) {
    return all[0].default({ module_or_path: all[1] });
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
