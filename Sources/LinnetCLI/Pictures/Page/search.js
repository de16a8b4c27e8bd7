// Finds concepts by a part of their names, as one types.

const search = (() => {
  const input = document.getElementById("search");
  const list = document.getElementById("results");
  const most = 12;
  let found = [];
  let active = -1;

  // Case and accents do not count.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const names = ranked.map((node) => ({ node, name: folded(node.title) }));

  function matches(text) {
    const wanted = folded(text).trim();
    if (wanted === "") return [];
    const rank = (name) => name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3;
    const all = [[], [], []];
    for (const { node, name } of names) all[rank(name)]?.push(node);
    return all.flat();
  }

  function update() {
    const all = matches(input.value);
    found = all.slice(0, most);
    active = found.length > 0 ? 0 : -1;
    list.replaceChildren(...found.map((node, place) => {
      const item = panel.element("li", shortened(node.title, 80));
      item.id = `result-${place}`;
      item.setAttribute("role", "option");
      item.addEventListener("mousedown", (event) => event.preventDefault());
      item.addEventListener("click", () => take(node));
      return item;
    }));
    mark();
    if (input.value.trim() !== "") {
      const more = all.length > most ? `, the first ${most} are listed` : "";
      say(all.length === 0 ? "No concept has this in its name." : `${counted(all.length, "concept")} found${more}.`);
    }
  }

  function mark() {
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active >= 0) {
      input.setAttribute("aria-activedescendant", `result-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function close() {
    found = [];
    active = -1;
    list.replaceChildren();
    mark();
  }

  function take(node) {
    close();
    input.value = "";
    choose(node);
  }

  input.addEventListener("input", update);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (found.length === 0) return update();
      active = (active + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark();
    } else if (event.key === "Enter") {
      if (active >= 0) take(found[active]);
    } else if (event.key === "Escape") {
      // The second Escape is for the page.
      if (input.value === "") return;
      input.value = "";
      close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });

  return { focus: () => input.focus() };
})();
