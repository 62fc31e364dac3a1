// Every kind of page, for what has to hold on all of them.

import { archived } from "./material.mjs";

const SAMPLE = archived("sample-1-5");
const BODY = `?body=${encodeURIComponent(SAMPLE.assembly.name)}`;

/** Every kind of page: its place, and what of it comes last. */
export const PAGES = {
  "the front page": ["", ".newest .sessions li >> nth=2"],
  "the list": ["?list=all", ".sessions li >> nth=9"],
  "an overview": ["?s=sample-1-5", ".chips.subjects li >> nth=0"],
  "an overview with texts only": ["?s=huacao-6-6", ".chips.subjects li >> nth=0"],
  "the budgets": ["?s=sample-1-5&p=budget", ".rows .badge >> nth=2"],
  "a budget": ["?s=daxing-19-10&p=budget/final-2024", "section.audit h2"],
  "a budget of half a year": ["?s=huangpu-2024-half&p=budget/half-2024", "section.audit h2"],
  "a large budget": ["?s=sample-1-5&p=budget/budget-2024", "section.audit h2"],
  "a picture": ["?s=sample-1-5&p=budget/budget-2024&pic=share", "svg.scene"],
  "a line": ["?s=sample-1-5&p=budget/budget-2024/g-213", ".line-card"],
  "no budget": ["?s=huacao-6-6&p=budget", ".say"],
  "the suggestions": ["?s=sample-1-5&p=suggestions", ".rows li >> nth=0"],
  "a suggestion": ["?s=sample-1-5&p=suggestions/sg-2023-04", ".decided li >> nth=0"],
  "the projects": ["?s=sample-1-5&p=projects", ".rows li >> nth=0"],
  "a project": ["?s=sample-1-6&p=projects/pj-2024-drinking-water", ".decided li >> nth=0"],
  "the reports": ["?s=huacao-6-6&p=speeches", ".content h1"],
  "a report": ["?s=huacao-6-6&p=speeches/work-report", ".para >> nth=3"],
  "a paragraph": ["?s=huacao-6-6&p=speeches/closing&at=closing-p10", ".hit .tools"],
  "the votes": ["?s=sample-1-5&p=decisions", ".card >> nth=0"],
  "a vote": ["?s=sample-1-4&p=votes/v-budget", ".card.hit"],
  "the agenda": ["?s=huacao-6-6&p=agenda", ".agenda li >> nth=0"],
  "an item": ["?s=huacao-6-6&p=agenda/a-work-report", ".agenda li >> nth=0"],
  "the people": ["?s=huacao-6-6&p=people", ".people li >> nth=0"],
  "the terms": ["?s=huacao-6-6&p=glossary", ".terms dt >> nth=0"],
  "the sources": ["?s=huacao-6-6&p=documents", ".content h1"],
  "a subject": ["?s=sample-1-5&t=roads", ".found li >> nth=0"],
  "a subject over sessions": ["?t=roads", ".over h2 >> nth=0"],
  "a search": ["?s=huacao-6-6&q=华漕", "[data-hit] >> nth=0"],
  "a search everywhere": ["?q=报告", ".answers h2 >> nth=0"],
  "two sessions": ["?compare=sample-1-4,sample-1-5", "#people table >> nth=0"],
  "a body": [BODY, ".names li >> nth=0"],
  "a person over sessions": [`${BODY}&person=${SAMPLE.people[0].id}`, "section h2 >> nth=0"],
};
