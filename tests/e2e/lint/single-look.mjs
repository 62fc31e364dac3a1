// A rule of ESLint: what is looked at in a page is waited for.
//
// `expect(await names(page)).toEqual(…)` looks once, and fails by chance when the page is a moment late. Refused is whatever gives `expect` a value
// that an `await` has brought: in its argument, or by a variable. To be used instead: a matcher that waits (`await expect(locator).toHaveText(…)`,
// `toHaveCount`, `toHaveAttribute`, `toHaveURL`), or `await expect.poll(() => names(page)).toEqual(…)`.
//
// Exempt are calls that wait for what they bring by themselves, or that do not look at a page: their names are the rule's option.

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    schema: [{ type: "object", properties: { waiting: { type: "array", items: { type: "string" } } }, additionalProperties: false }],
    messages: {
      once: "This looks at the page once. Wait for it: a matcher of a locator, or expect.poll(() => …).",
    },
  },
  create(context) {
    const waiting = new Set(context.options[0]?.waiting ?? []);
    /** The name by which a call is known: `f(…)` and `x.f(…)` are `f`. */
    const called = (node) => (node?.type === "CallExpression" ? node.callee.property?.name ?? node.callee.name : null);
    /** Whether an awaited expression waits for what it brings; `page.evaluate(async …)` does what its own function says. */
    const waits = ({ argument }) => {
      const name = called(argument);
      return waiting.has(name) || (/^evaluate(Handle)?$/.test(name ?? "") && argument.arguments[0]?.async === true);
    };
    const looksOnce = (node) => node?.type === "AwaitExpression" && !waits(node);

    /** Every node of an argument, but none of the functions in it: those run when they are called. */
    function* within(node) {
      if (!node || typeof node.type !== "string" || /Function/.test(node.type)) return;
      yield node;
      for (const key of context.sourceCode.visitorKeys[node.type] ?? []) {
        for (const child of [node[key]].flat()) yield* within(child);
      }
    }
    /** What a variable was set to, where it is set once, when it is declared. */
    function valueOf(identifier) {
      for (let scope = context.sourceCode.getScope(identifier); scope; scope = scope.upper) {
        const variable = scope.set.get(identifier.name);
        if (variable) return variable.defs[0]?.type === "Variable" ? variable.defs[0].node.init : null;
      }
      return null;
    }
    return {
      'CallExpression[callee.name="expect"]'(node) {
        for (const part of within(node.arguments[0])) {
          const isLook = looksOnce(part) || (part.type === "Identifier" && [...within(valueOf(part))].some(looksOnce));
          if (isLook) context.report({ node: part, messageId: "once" });
        }
      },
    };
  },
};
