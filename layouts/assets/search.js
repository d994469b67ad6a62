// Search without a server. An index file of the audience calls vagenSearch.load(…) once the reader
// turns to the field; its rules (letters, prefixes) come with it, so they stand in one place.
// vagen/rules/search.py does the same in Python, and tests compare the two.
(() => {
  "use strict";

  const TEXT_PLACES = 3; // a posting is 3 × entry + where: 0 title, 1 text, 2 the page's name
  const PLACE = 2;
  const MARK = '"';
  const BEGUN = 20;
  const DOUBTFUL = 50;
  const GONE = /[\p{Mn}\p{Cf}]/u;

  let rules = null;
  let index = null;

  const load = (data) => {
    const { marks, double, letters, chain, dear, short, frozen } = data.rules;
    const other = "(?:(?![א-ת])[\\p{L}\\p{Nl}\\p{No}])";
    rules = {
      letters: new Map(Object.entries(letters)),
      word: new RegExp(
        `(?<hebrew>[א-ת]+(?:[${marks}]+[א-ת]+)*)` +
          "|(?<number>\\p{Nd}{1,3}(?:,\\p{Nd}{3})+(?!\\p{Nd})|\\p{Nd}+)" +
          `|(?<other>${other}+(?:[${marks}]+${other}+)*)`,
        "gu",
      ),
      inside: new RegExp(`[${marks}]+`, "gu"),
      possessive: new RegExp(`[${marks}]+s$`, "u"),
      abbreviated: new RegExp(`(?:[${double}]|[${marks}]{2})[א-ת]$`, "u"),
      chain: new RegExp(chain, "u"),
      dear: [...dear],
      short,
      frozen: new Set(frozen.split(" ")),
    };
    index = { entries: data.entries, forms: data.forms ? data.forms.split("\n") : [], found: data.found };
  };

  // ---------------------------------------------------------------- words

  // The words of a text, folded, each with its place in the text as it was written.
  const tokens = (text) => {
    let folded = "";
    const places = [];
    let at = 0;
    for (const letter of text) {
      for (const part of letter.normalize("NFKD").toLowerCase()) {
        if (GONE.test(part)) continue;
        const plain = rules.letters.get(part) ?? part;
        folded += plain;
        for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
      }
      at += letter.length;
    }
    places.push(text.length);
    return [...folded.matchAll(rules.word)].map((found) => ({
      word: unmarked(found),
      start: places[found.index],
      end: places[found.index + found[0].length],
    }));
  };

  const unmarked = ({ 0: word, groups }) => {
    if (groups.number) return word.replaceAll(",", "");
    if (groups.other) return word.replace(rules.possessive, "").replace(rules.inside, "");
    const letters = word.replace(rules.inside, "");
    return rules.abbreviated.test(word) ? letters.slice(0, -1) + MARK + letters.slice(-1) : letters;
  };

  const words = (text) => tokens(text).map((token) => token.word);

  const isHebrew = (word) => word[0] >= "א" && word[0] <= "ת";

  // ---------------------------------------------------------------- prefixes

  const isChain = (letters) => rules.chain.test(letters);
  const isDear = (letter) => rules.dear.includes(letter);
  const weight = (chain) => chain.length + (isDear(chain.at(-1)) ? 3 : 0);
  const endsOf = (chain) => [...chain].map((_, cut) => chain.slice(cut));

  const isRisky = (chain, word) =>
    word.length <= rules.short && isDear(chain[0] === "ו" ? chain.slice(1) : chain);

  // Other forms show that a letter of the chain is the word's own: where there is השאלה, the ש of
  // שאלה is no prefix.
  const isOwn = (chain, word) =>
    endsOf(chain).some((own) =>
      index.forms.some((form) => {
        if (!form.endsWith(own + word) || form.length === own.length + word.length) return false;
        const before = form.slice(0, -(own.length + word.length));
        return isChain(before) && !isChain(before + own);
      }),
    );

  const prefixed = (letters, word) => {
    const doubled = letters.length > 1 && letters.endsWith("ו") && /^ו(?!ו)/u.test(word);
    const chain = doubled ? letters.slice(0, -1) : letters;
    if (!isChain(chain) || endsOf(chain).some((end) => rules.frozen.has(end + word))) return null;
    return weight(chain) + (isRisky(chain, word) || isOwn(chain, word) ? DOUBTFUL : 0);
  };

  const beginning = (form, word) => {
    const at = form.indexOf(word);
    if (at < 0 || (at && !isHebrew(word))) return null;
    const chain = form.slice(0, at);
    return isChain(chain) && weight(chain) === at ? BEGUN + weight(chain) : null;
  };

  // ---------------------------------------------------------------- search

  // How far a form is from a word: 0 where it is the word, null where it can't be.
  const costOf = (form, word, begun) => {
    const bare = form.replace(MARK, "");
    if (bare === word) return 0;
    if (isHebrew(word) && word.length > 1) {
      if (word.startsWith("וו") && bare === word.slice(1)) return 1;
      if (bare.endsWith(word)) return prefixed(bare.slice(0, -word.length), word);
    }
    return begun && [...word].length > 1 ? beginning(bare, word) : null;
  };

  // The forms that are the word, by number, each with its cost.
  const formsOf = (word, begun) => {
    const bare = word.replace(MARK, "");
    const found = [];
    index.forms.forEach((form, number) => {
      const cost = costOf(form, bare, begun);
      const alike = form.includes(MARK) === word.includes(MARK);
      if (cost !== null) found.push({ number, cost, alike });
    });
    const toldApart = found.some((one) => one.alike && one.cost < BEGUN);
    const unlike = toldApart ? DOUBTFUL : 1;
    return new Map(found.map(({ number, cost, alike }) => [number, alike ? cost : cost + unlike]));
  };

  const lessThan = (one, other) => one[0] - other[0] || one[1] - other[1];

  const entriesOf = (forms) => {
    const best = new Map();
    for (const [number, cost] of forms) {
      for (const posting of index.found[number]) {
        const entry = Math.floor(posting / TEXT_PLACES);
        const rank = [cost, posting % TEXT_PLACES];
        if (!best.has(entry) || lessThan(rank, best.get(entry)) < 0) best.set(entry, rank);
      }
    }
    return best;
  };

  // The entries that hold all words, the best first, and the forms by which they do.
  const search = (query, typing = false) => {
    const asked = [...new Set(words(query))];
    const begun = typing && !/\s$/u.test(query) ? asked.at(-1) : null;
    const forms = asked.map((word) => formsOf(word, word === begun));
    const [first = new Map(), ...rest] = forms.map(entriesOf);
    const hits = [];
    for (const entry of first.keys()) {
      if (!rest.every((one) => one.has(entry))) continue;
      const ranks = [first, ...rest].map((one) => one.get(entry));
      if (ranks.every((rank) => rank[1] === PLACE)) continue;
      const rank = ranks.reduce((worst, one) => (lessThan(one, worst) > 0 ? one : worst));
      hits.push({ entry, rank, doubtful: rank[0] >= DOUBTFUL });
    }
    hits.sort((one, other) => lessThan(one.rank, other.rank) || one.entry - other.entry);
    const matched = new Set(forms.flatMap((some) => [...some.keys()].map((n) => index.forms[n])));
    return { hits, matched };
  };

  globalThis.vagenSearch = { load, words, search };

  // ---------------------------------------------------------------- the page

  const form = document.querySelector("form[data-index]");
  const main = document.getElementById("main");
  if (!form || !main) return;
  const field = form.querySelector("input");
  const status = form.querySelector("[role=status]");
  const say = form.dataset;
  const root = new URL(say.index, location.href);
  const results = document.createElement("div");
  results.className = "found";
  let scrolled = null; // where the page stood when the results took its place
  let asked = false;

  const element = (name, content = [], className = "") => {
    const made = document.createElement(name);
    made.append(...[content].flat());
    if (className) made.className = className;
    return made;
  };

  const marked = (text, matched, from = 0, until = text.length) => {
    const parts = [];
    let at = from;
    for (const { word, start, end } of tokens(text)) {
      if (!matched.has(word) || start < from || end > until) continue;
      parts.push(text.slice(at, start), element("mark", text.slice(start, end)));
      at = end;
    }
    return [...parts, text.slice(at, until)];
  };

  // About two lines around the first word that was asked for.
  const excerpt = (text, matched) => {
    const all = tokens(text);
    const first = Math.max(0, all.findIndex((token) => matched.has(token.word)));
    const from = first > 8 ? all[first - 6].start : 0;
    const last = all.filter((token) => token.end - from <= 170).at(-1);
    const until = text.length - from <= 190 ? text.length : (last?.end ?? text.length);
    const line = element("p", marked(text, matched, from, until));
    if (from) line.prepend("… ");
    if (until < text.length) line.append(" …");
    line.dir = "auto";
    return line;
  };

  const item = ({ entry }, matched) => {
    const [title, place, path, text] = index.entries[entry];
    const link = element("a", element("bdi", marked(title, matched)));
    link.href = new URL(path, root).href;
    const made = element("li", link);
    if (place) made.append(element("span", element("bdi", place), "note"));
    if (text) made.append(excerpt(text, matched));
    return made;
  };

  const list = (hits, matched) =>
    element("ul", hits.map((hit) => item(hit, matched)), "docs");

  const close = () => {
    if (scrolled === null) return;
    results.remove();
    main.classList.remove("seeking");
    scrollTo(0, scrolled);
    scrolled = null;
  };

  const open = (heading, ...parts) => {
    results.replaceChildren(element("h1", heading), ...parts);
    status.textContent = heading;
    if (scrolled !== null) return;
    scrolled = scrollY;
    main.prepend(results);
    main.classList.add("seeking");
    scrollTo(0, 0);
  };

  const show = () => {
    if (!index) return;
    if (!words(field.value).length) {
      status.textContent = "";
      close();
      return;
    }
    const { hits, matched } = search(field.value, true);
    const sure = hits.filter((hit) => !hit.doubtful);
    const [shown, maybe] = sure.length ? [sure, hits.filter((hit) => hit.doubtful)] : [hits, []];
    if (!shown.length) {
      open(say.none, element("p", say.hint));
      return;
    }
    const heading = shown.length === 1 ? say.one : say.many.replace("{n}", shown.length);
    const also = maybe.length ? [element("h2", say.maybe), list(maybe, matched)] : [];
    open(heading, list(shown, matched), ...also);
  };

  const fetchIndex = () => {
    if (asked || index) return;
    asked = true;
    const script = document.createElement("script");
    script.src = root.href;
    script.addEventListener("load", show);
    script.addEventListener("error", () => {
      asked = false;
      status.textContent = say.failed;
    });
    document.head.append(script);
  };

  const step = (by) => {
    const stops = [field, ...results.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + by];
    if (next) next.focus();
  };

  const onKey = (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape" && scrolled !== null) {
      field.value = "";
      status.textContent = "";
      close();
      field.focus({ preventScroll: true });
    } else if (by && scrolled !== null) {
      step(by);
    } else {
      return;
    }
    event.preventDefault();
  };

  form.hidden = false;
  field.addEventListener("focus", fetchIndex);
  field.addEventListener("input", () => {
    fetchIndex();
    show();
  });
  form.addEventListener("keydown", onKey);
  results.addEventListener("keydown", onKey);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    results.querySelector("a")?.focus();
  });
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (link && link.pathname === location.pathname) close();
  });
})();
