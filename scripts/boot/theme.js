// The theme that was chosen, before anything is painted.
try {
  (function (theme) {
    if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  })(localStorage.getItem("yishi.theme"));
} catch (error) {
  // Storage is refused: the system's theme it is.
}
