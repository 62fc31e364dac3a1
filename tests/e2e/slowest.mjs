// A reporter that ends with the ten slowest tests, so that one sees what to shorten.

/** @implements {import("@playwright/test/reporter").Reporter} */
export default class Slowest {
  #all = [];

  onTestEnd(test, { duration }) {
    this.#all.push([duration, `${test.parent.project()?.name ?? ""} ${test.location.file.replace(/^.*\//, "")}: ${test.title}`.trim()]);
  }

  onEnd() {
    console.log("\nThe ten slowest tests:");
    for (const [ms, title] of this.#all.sort(([a], [b]) => b - a).slice(0, 10)) console.log(`${(ms / 1000).toFixed(1).padStart(7)} s  ${title}`);
  }
}
