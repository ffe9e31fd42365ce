/* What stands around a board: search, count, fold all, tight rows, move, legend. */

class Tools {
  /* `on` says what to do: search(query), foldAll(), tighten(), move(). */
  constructor(on) {
    this.element = make("div", "tools");
    this.box = make("label", "search");
    this.search = make("input");
    this.search.type = "search";
    this.search.autocomplete = "off";
    this.search.spellcheck = false;
    this.clear = button("clear");
    this.clear.append(icon("close"));
    this.box.append(icon("search"), this.search, this.clear);
    this.found = make("span", "found");
    this.found.setAttribute("role", "status");
    this.foldAll = button("link fold-all");
    this.tight = button("link tighten");
    this.move = button("link start-move");
    this.moveWords = make("span");
    this.move.append(icon("move"), this.moveWords);
    this.move.setAttribute("aria-keyshortcuts", "m");
    this.legend = make("div", "legend");
    this.legend.setAttribute("role", "group");
    this.element.append(this.box, this.found, this.foldAll, this.tight, this.move);

    const clear = () => {
      this.search.value = "";
      on.search("");
      this.focus();
    };
    this.search.addEventListener("input", () => on.search(this.search.value));
    this.search.addEventListener("keydown", (event) => event.key === "Escape" && clear());
    this.clear.addEventListener("click", clear);
    this.foldAll.addEventListener("click", on.foldAll);
    this.tight.addEventListener("click", on.tighten);
    this.move.addEventListener("click", on.move);
    for (const kind of ["keydown", "keypress", "keyup"]) {
      /* Streamlit sees a key from in here as typed nowhere, and takes "c" and "r" for its own shortcuts. */
      this.element.addEventListener(kind, (event) => event.stopPropagation());
    }
  }

  focus() {
    this.search.focus();
  }

  /* `found` is null when nothing is searched. */
  update(memory, words, { total, found, canFold, allFolded, canMove }) {
    this.search.placeholder = words.search_hint;
    this.search.setAttribute("aria-label", words.search);
    if (this.search.value !== memory.query) this.search.value = memory.query;
    this.clear.setAttribute("aria-label", words.clear);
    this.clear.hidden = !memory.query;
    const all = total === 1 ? words.found_one : fill(words.found_many, { n: total });
    this.found.textContent = found === null ? all : fill(words.found_of, { n: found, total });
    this.foldAll.hidden = !canFold;
    this.foldAll.textContent = allFolded ? words.unfold_all : words.fold_all;
    this.tight.textContent = words.tight;
    this.tight.setAttribute("aria-pressed", String(memory.tight));
    this.move.hidden = !canMove;
    this.move.title = words.move_hint;
    this.moveWords.textContent = words.move;
    this.legend.setAttribute("aria-label", words.legend);
  }

  /* Only the marks that are in the picture: nobody learns a sign they do not see. */
  drawLegend(cards, words) {
    const entries = [];
    for (const [state, sign] of [["locked", "lock"], ["changed", "pencil"], ["stand_in", "swap"], ["draft", ""]]) {
      if (!cards.some((card) => card[state])) continue;
      const entry = make("span", `legend-${state}`);
      entry.append(sign ? icon(sign) : make("i", "swatch"), make("span", "", words[state]));
      entries.push(entry);
    }
    this.legend.replaceChildren(...entries);
  }
}

/* Whether a row answers what was asked. Cards that do not are dimmed, or put aside in the lane. */
function searchRow(view, asked, isLane) {
  const byName = asked.every((word) => view.text.includes(word));
  let hit = byName;
  for (const card of view.cards) {
    const fits = byName || asked.every((word) => view.text.includes(word) || card.text.includes(word));
    card.element.classList.toggle("dim", !fits && !isLane);
    card.element.hidden = !fits && isLane;
    hit ||= fits;
  }
  return hit;
}
