// Where the reader stood in each step of the history. Back and forward lead there again, with the focus, however late what stands there comes:
// browsers try to do this once, when a place of ours may still have to be fetched, and leave the focus to us.
//
// A step is known by its number, which is its state in the history. A place is kept by what is seen there: what is off screen has a guessed height.
(function () {
  "use strict";
  const NAME = "yishi.stood", FRAMES = 600, CALM = 20;
  let all = [], here = history.state, wanted, pressed, turn = 0;
  try {
    history.scrollRestoration = "manual";
    all = JSON.parse(sessionStorage.getItem(NAME)) || [];
  } catch (error) {
    // Storage is refused: a reload begins at the top.
  }
  if (!Number.isInteger(here)) history.replaceState(here = all.length, "");

  const links = (href) => [...document.querySelectorAll(`a[href="${CSS.escape(href)}"]`)];
  const top = (element) => element.getBoundingClientRect().top;
  // An element as it is found again, by its id or as one of the links to a place, and how far down it is.
  function named(element) {
    element = element?.closest("main [id], a[href]");
    if (!element) return null;
    const href = element.id ? null : element.getAttribute("href");
    return { id: element.id, href, at: href === null ? 0 : links(href).indexOf(element), top: top(element) };
  }
  const find = (name) => name && (name.id ? document.getElementById(name.id) : links(name.href)[name.at]);

  // What stands below the upper third of the screen; between two paragraphs there is nothing to find.
  function inSight() {
    let found = null;
    for (let y = innerHeight / 3; !found && y < innerHeight; y += 16) found = named(document.elementFromPoint(innerWidth / 2, y));
    return found;
  }
  function note() {
    // What was pressed says more than what has the focus: not every browser gives it to a link.
    const focus = named(pressed || document.activeElement);
    // What sticks to the screen says nothing of how far one has read.
    const isSeen = pressed?.closest("main") && !pressed.closest(".tabs") && focus.top >= 0 && focus.top < innerHeight;
    all[here] = { y: scrollY, seen: isSeen ? focus : inSight(), focus };
    pressed = null;
  }
  // Goes to where the reader stood as soon as it is there, and holds it until nothing moves any more. Whatever the reader does ends it.
  function hold({ y, seen }) {
    const mine = ++turn;
    let frames = 0, calm = 0, last;
    (function look() {
      if (mine !== turn || frames++ > FRAMES) return;
      const element = find(seen);
      // What was unfolded is unfolded again.
      const fold = element?.closest("details:not([open])");
      if (fold) fold.open = true;
      // What had the focus came after the page.
      if (element && document.activeElement?.matches("body, main h1")) yishi.refocus();
      const off = element ? top(element) - seen.top : y - scrollY;
      // The list was longer when it was left.
      if (seen && !element && off > 1 && frames % CALM === 0) document.querySelector("main [data-key=more]")?.click();
      if (Math.abs(off) < 1) calm += element ? 1 : 0.1;
      else if (calm && last !== scrollY) return;
      else {
        scrollBy(0, off);
        // The page ends before, and nothing more is to come.
        if (last === scrollY && !document.querySelector("#boot, main [aria-busy=true]")) calm += 0.2;
      }
      last = scrollY;
      if (calm < CALM) requestAnimationFrame(look);
    })();
  }

  for (const kind of ["wheel", "touchmove", "pointerdown", "keydown"]) addEventListener(kind, () => turn++, { capture: true, passive: true });
  addEventListener("click", ({ target }) => {
    pressed = target.closest?.("a[href]");
  }, true);
  addEventListener("popstate", ({ state }) => {
    // A fragment of the browser's own is a step of its own.
    if (!Number.isInteger(state)) return history.replaceState(yishi.leave(), "");
    note();
    wanted = all[here = state];
    turn++;
    // The program puts the other page in its place first.
    if (wanted) requestAnimationFrame(() => wanted && hold(wanted));
  });
  for (const kind of ["pagehide", "visibilitychange"]) addEventListener(kind, () => {
    note();
    try {
      sessionStorage.setItem(NAME, JSON.stringify(all));
    } catch (error) {
      // As above.
    }
  });
  wanted = all[here];
  if (wanted) hold(wanted);

  // The number of the step that comes behind this one, which is left; `isOther` where it shows another page, from its top.
  yishi.leave = (isOther) => {
    note();
    wanted = null;
    turn++;
    all.length = ++here;
    const mine = here;
    if (isOther) requestAnimationFrame(() => requestAnimationFrame(() => mine === here && scrollTo(0, 0)));
    return here;
  };
  // Whether the reader comes back to where they stood before.
  yishi.returns = () => Boolean(wanted);
  // Gives the focus back to what had it; whether it was there.
  yishi.refocus = () => {
    const element = wanted && find(wanted.focus);
    element?.focus({ preventScroll: true });
    return Boolean(element) && element === document.activeElement;
  };
})();
