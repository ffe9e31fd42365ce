/* What stands around the grid: search, count, fold all, tight rows, legend; and the seven days of a phone. */

class Tools {
  /* `on` says what to do: search(query), foldAll(), tighten(). */
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
    this.legend = make("div", "legend");
    this.legend.setAttribute("role", "group");
    this.element.append(this.box, this.found, this.foldAll, this.tight);

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
    for (const kind of ["keydown", "keypress", "keyup"]) {
      /* Streamlit sees a key from in here as typed nowhere, and takes "c" and "r" for its own shortcuts. */
      this.element.addEventListener(kind, (event) => event.stopPropagation());
    }
  }

  focus() {
    this.search.focus();
  }

  /* `found` is null when nothing is searched. */
  update(memory, words, { total, found, canFold, allFolded }) {
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

class Chooser {
  constructor(onChoose) {
    this.element = make("div", "chooser");
    this.element.setAttribute("role", "tablist");
    this.element.addEventListener("click", (event) => {
      const tab = event.target.closest(".tab");
      if (tab) onChoose(tab.dataset.day);
    });
    this.element.addEventListener("keydown", (event) => {
      const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      const tabs = [...this.element.children];
      const next = step && tabs[tabs.indexOf(event.target) + step];
      if (!next) return;
      onChoose(next.dataset.day);
      next.focus();
      event.preventDefault();
    });
  }

  update(data) {
    this.element.setAttribute("aria-label", data.words.days);
    this.element.replaceChildren(...data.days.map((day) => this.drawTab(day, data)));
  }

  /* Under the date: how much of the lane waits that day, else the star of a public holiday. */
  drawTab(day, { lane, words }) {
    const tab = button("tab");
    tab.setAttribute("role", "tab");
    tab.dataset.day = day.date_iso;
    markDay(tab, day);
    const [name, ...rest] = day.short.split(" ");
    const note = make("span", "tab-note");
    const open = lane?.cells[day.date_iso]?.length;
    if (open) note.append(make("span", "tab-open", String(open)));
    else if (day.holiday) note.append(icon("star"));
    tab.append(make("span", "tab-name", name), make("span", "tab-number", rest.join(" ")), note);
    const said = dayInWords(day, words);
    tab.setAttribute("aria-label", open ? `${said}, ${open} ${words.unserved}` : said);
    return tab;
  }

  choose(iso) {
    for (const tab of this.element.children) {
      const chosen = tab.dataset.day === iso;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
  }
}
