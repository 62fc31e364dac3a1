// Runs in the page before anything else (an init script), the same in ours and in the yardstick.
// It notes when something can first be seen: when it enters the document (a MutationObserver), then after the frame that paints it.
(() => {
  const marks = {};
  const waiting = new Map();
  const longTasks = [];
  let gap = 0;
  let probing = null;

  const painted = () => new Promise((done) => {
    requestAnimationFrame(() => {
      // A message is handled after the frame of which the callback is a part.
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now());
      channel.port2.postMessage(null);
    });
  });
  const look = () => {
    for (const [name, find] of waiting) {
      if (!find()) continue;
      waiting.delete(name);
      marks[`${name}:dom`] = performance.now();
      painted().then((time) => { marks[name] = time; });
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
  addEventListener("change", () => { marks.change = performance.now(); }, true);
  addEventListener("click", () => { marks.click = performance.now(); }, true);
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) longTasks.push([startTime, duration]);
  }).observe({ type: "longtask", buffered: true });

  // The memory of a wasm module, to tell its size.
  let memory = null;
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name].bind(WebAssembly);
    WebAssembly[name] = async (...args) => {
      const result = await original(...args);
      memory = (result.instance ?? result).exports?.memory ?? memory;
      return result;
    };
  }

  // When something that changes again and again first shows a change after an event, and when it last does.
  let event = null;
  let changed = 0;
  let first = 0;
  let whole = 0;
  let seen = 0;
  let frames = 0;

  window.probe = {
    marks,
    /** Follows the changes of what the selector finds, in place or made anew. */
    changes(selector) {
      for (const name of ["keydown", "click"]) addEventListener(name, (happened) => { if (event?.name === name && !event.time) event.time = happened.timeStamp; }, true);
      new MutationObserver((list) => {
        const isOf = (node) => node.nodeType === Node.ELEMENT_NODE && (node.matches(selector) || node.querySelector(selector) !== null);
        if (!event?.time || !list.some(({ target, addedNodes }) => target.closest?.(selector) || [...addedNodes].some(isOf))) return;
        seen = performance.now();
        changed ||= seen;
        frames += 1;
        painted().then((time) => {
          frames -= 1;
          first ||= time;
          whole = time;
        });
      }).observe(document, { childList: true, subtree: true });
    },
    from(name) {
      event = { name };
      changed = 0;
      first = 0;
      whole = 0;
    },
    /** Whether it has changed and a while has gone by since. */
    atRest: () => first > 0 && frames === 0 && performance.now() - seen > 150,
    /** The change itself, the frame with it, and the frame with the last change. */
    took: () => ({ change: changed - event.time, first: first - event.time, whole: whole - event.time }),
    /** Waits for an element of that selector with text in it. */
    watch: (name, selector) => { waiting.set(name, () => Boolean(document.querySelector(selector)?.textContent)); },
    watchId: (name, id) => { waiting.set(name, () => document.getElementById(id) !== null); },
    /** Starts looking for gaps between the ticks of a timer. */
    start() {
      gap = 0;
      clearInterval(probing);
      let last = performance.now();
      probing = setInterval(() => {
        const now = performance.now();
        gap = Math.max(gap, now - last);
        last = now;
      }, 5);
    },
    stop() {
      clearInterval(probing);
      return gap;
    },
    longest: (from, to) => Math.max(0, ...longTasks.filter(([start, duration]) => start + duration > from && start < to).map(([, duration]) => duration)),
    wasmBytes: () => memory?.buffer.byteLength ?? 0,
  };
})();
