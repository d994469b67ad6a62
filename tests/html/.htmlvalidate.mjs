// What html-validate asks of every page: its recommended rules, but for those below.
export default {
  root: true,
  extends: ["html-validate:recommended"],
  rules: {
    // HTML allows both; ours is the shorter to read.
    "doctype-style": ["error", { style: "lowercase" }],
    // A list may have a name, by ARIA.
    "aria-label-misuse": ["error", { allowAnyNamable: true }],
    // An id needs no more than to be without spaces, by HTML: ours are the names of tasks and the
    // anchors of headings, in any script.
    "valid-id": ["error", { relaxed: true }],
    // The name of a practice or of a task is its owner's, however long.
    "long-title": "off",
    // Numbers stand as they were written: a no-break space would be copied along with them.
    "tel-non-breaking": "off",
    // The search answers while one types, and to Enter; a button would say the same once more.
    "wcag/h32": "off",
  },
};
