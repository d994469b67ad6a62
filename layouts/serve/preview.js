// Keeps a page of the preview fresh: reloads it where it was, and shows what is wrong over it.
(() => {
  "use strict";

  const host = document.querySelector("vagen-preview");
  const root = host?.shadowRoot;
  const mine = (host ?? document.documentElement).dataset;
  const place = `vagen-preview:${location.pathname}`;
  const dismissed = "vagen-preview:dismissed";

  // What a reload would lose: where one was, what was open. A private window may keep nothing.
  const store = {
    get: (name) => { try { return sessionStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* for this visit */ } },
  };
  const opened = () => {
    try { return document.querySelector("[popover]:popover-open")?.id ?? ""; } catch { return ""; }
  };
  const reload = () => {
    const details = [...document.querySelectorAll("details")].map((one) => one.open);
    const focus = document.activeElement?.id ?? "";
    store.set(place, JSON.stringify({ x: scrollX, y: scrollY, details, popover: opened(), focus }));
    history.scrollRestoration = "manual";
    location.reload();
  };
  const restore = () => {
    const kept = JSON.parse(store.get(place) || "null");
    if (!kept) return;
    store.set(place, "");
    const all = [...document.querySelectorAll("details")];
    if (all.length === kept.details.length) all.forEach((one, nth) => { one.open = kept.details[nth]; });
    if (kept.popover) document.getElementById(kept.popover)?.showPopover?.();
    if (kept.focus) document.getElementById(kept.focus)?.focus({ preventScroll: true });
    const back = () => scrollTo({ left: kept.x, top: kept.y, behavior: "instant" });
    back();
    document.fonts?.ready.then(back); // with the fonts comes the page's full height
    addEventListener("load", () => {
      back();
      history.scrollRestoration = "auto";
    }, { once: true });
  };
  restore();

  // The panel: its words come from the server, in the practice's language.
  const panel = root?.getElementById("panel");
  const pill = root?.getElementById("pill");
  let shown = ""; // the mark of the problems that the panel holds
  const fill = async (state) => {
    const answer = await fetch("/_vagen/problems", { cache: "no-store" });
    const words = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (now.mark !== state.mark) return; // something newer was told meanwhile
    const inside = words.getElementById("problems");
    inside.querySelector("h1").id = "heading";
    root.getElementById("inside").replaceChildren(...inside.childNodes);
    panel.classList.toggle("calm", !state.failed);
    shown = state.mark;
  };
  const open = async (state) => {
    try {
      if (shown !== state.mark) await fill(state);
    } catch { return; } // the server has ended; the bar says so
    if (now.mark === state.mark && !panel.open) panel.showModal();
  };
  const tell = (state) => {
    pill.hidden = !state.mark;
    pill.classList.toggle("late", state.failed);
    if (state.label) root.getElementById("label").textContent = state.label;
    const mended = now.failed && !state.failed;
    mine.mark = state.mark;
    now = state;
    if (!state.failed) store.set(dismissed, ""); // the same mistake, made again, is news
    if (!state.mark || mended) panel.close();
    else if (panel.open || (state.failed && store.get(dismissed) !== state.mark)) open(state);
  };
  let now = { mark: mine.mark, failed: "failed" in mine, label: "" };
  if (root) {
    const dismiss = () => store.set(dismissed, now.mark);
    panel.addEventListener("cancel", dismiss);
    panel.querySelector("form").addEventListener("submit", dismiss);
    panel.addEventListener("click", (event) => { if (event.target === panel) { dismiss(); panel.close(); } });
    pill.querySelector("a").addEventListener("click", (event) => {
      event.preventDefault();
      open(now);
    });
    if (now.failed) tell(now);
  }

  // One line to the server while the page is looked at: a browser has only six for all its tabs.
  let line = null;
  const rest = () => { line?.close(); line = null; };
  const away = (gone) => { const note = root?.getElementById("away"); if (note) note.hidden = !gone; };
  const heard = (event) => {
    const state = JSON.parse(event.data);
    away(false);
    if (state.run !== mine.run || state.print !== mine.print) reload();
    else if (root) tell(state);
    else if (state.mark !== mine.mark) reload();
  };
  const listen = () => {
    if (line || document.visibilityState === "hidden") return;
    line = new EventSource(`/_vagen/events?at=${encodeURIComponent(location.pathname)}`);
    line.addEventListener("state", heard);
    line.addEventListener("error", () => {
      away(true);
      if (line?.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
      rest();
      setTimeout(listen, 2000);
    });
    line.addEventListener("open", () => away(false));
  };
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
