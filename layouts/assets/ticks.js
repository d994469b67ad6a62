// Keeps the ticks of a checklist on this device, under names that tell nothing.
// Without storage (private windows, files opened from a disk) boxes still tick, for this visit.
(() => {
  "use strict";

  let store = null;
  try {
    store = window.localStorage;
    store.getItem("vagen");
  } catch {
    store = null;
  }
  if (!store) return;

  const seen = new Map();
  const nameOf = (box) => {
    const key = box.dataset.key;
    const nth = seen.get(key) ?? 0; // two lines may read the same
    seen.set(key, nth + 1);
    return nth ? `${key}-${nth}` : key;
  };
  const keep = (name, ticked, first) => {
    try {
      if (ticked === first) store.removeItem(name);
      else store.setItem(name, ticked ? "1" : "0");
    } catch {
      // The store is full: the tick holds for this visit.
    }
  };

  const boxes = [...document.querySelectorAll("input[data-key]")];
  const named = boxes.map((box) => [box, nameOf(box)]);
  for (const [box, name] of named) {
    const kept = store.getItem(name);
    if (kept !== null) box.checked = kept === "1";
    box.addEventListener("change", () => keep(name, box.checked, box.defaultChecked));
  }

  const panel = document.getElementById("ticks");
  if (!panel || !boxes.length) return;
  panel.hidden = false;
  panel.querySelector("[data-clear]").addEventListener("click", () => {
    for (const [box, name] of named) {
      box.checked = box.defaultChecked;
      keep(name, box.checked, box.defaultChecked);
    }
  });
})();
