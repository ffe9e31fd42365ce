/* What the week and the day have in common: tools, rows in sectors, search, folds, the bubble, what was picked.

   A picture of its own says how its head and its rows are drawn, and how keys lead from one stop to the next. */

const MEMORY = new Map(); /* Python's key → what was folded, searched, shown; lives as long as the page */

class Board {
  constructor(root) {
    this.root = root;
    this.views = new Map(); /* row id → { signature, element, text, cards, group } */
    this.groups = new Map(); /* sector → { signature, element } */
    this.cards = new Map(); /* card id → its data */
    this.layOut();
    this.listen();
  }

  /* Things that stay: tools, the frame, the bubble. */
  layOut() {
    this.tools = new Tools({
      search: (query) => this.remember({ query }),
      foldAll: () => this.toggleAll(),
      tighten: () => this.remember({ tight: !this.memory.tight }),
      move: () => this.startMove(),
    });
    this.empty = make("p", "empty");
    this.scroll = make("div", "scroll");
    this.body = make("div", "grid");
    this.body.setAttribute("role", "grid");
    this.scroll.append(this.body);
    this.nobody = make("p", "nobody");
    this.root.append(this.tools.element, this.tools.legend, this.empty, this.scroll, this.nobody);
    this.stops = new Stops(this.body);
    this.bubble = makeBubble(this.root);
  }

  update(component) {
    this.component = component;
    this.data = component.data;
    const { key } = this.data;
    if (!MEMORY.has(key)) MEMORY.set(key, { query: "", folded: new Set(), day: "", laneOpen: false, tight: false, stop: "" });
    this.memory = this.stops.memory = MEMORY.get(key);
    this.bubble.hide();
    this.root.dataset.theme = isDark(this.root) ? "dark" : "light";
    this.root.style.setProperty("--most-height", `${this.data.height}px`);
    this.say(this.data.words);
    const focused = this.stops.focusedKey();
    this.draw();
    this.arrange();
    this.refresh();
    if (focused) (this.stops.byKey(focused) ?? this.stops.current)?.focus({ preventScroll: true });
  }

  say(words) {
    this.body.setAttribute("aria-label", words.grid);
    this.nobody.textContent = words.no_match;
    this.empty.textContent = words.empty;
    this.empty.hidden = this.data.cards > 0;
    this.scroll.hidden = !this.data.rows.length && !this.data.cards;
    this.tools.element.hidden = !this.data.rows.length;
  }

  /* Rows whose data did not change keep their elements, so that a change of one card costs one row. */
  draw() {
    const { data } = this;
    const frame = JSON.stringify(this.frameOf(data));
    if (frame !== this.frame) {
      this.frame = frame;
      this.views.clear();
      this.groups.clear();
      this.head = this.drawHead();
    }
    this.cards.clear();
    const wanted = [this.head];
    const views = new Map();
    let group = "";
    for (const row of [...(data.lane ? [data.lane] : []), ...data.rows]) {
      if (row !== data.lane && (row.group ?? "") !== group) {
        group = row.group ?? "";
        if (group) wanted.push(this.groupElement(group));
      }
      const signature = JSON.stringify(row);
      const old = this.views.get(row.id);
      const view = old?.signature === signature ? old : { signature, ...this.drawRow(row, row === data.lane) };
      views.set(row.id, view);
      wanted.push(view.element);
      for (const card of this.cardsOf(row)) this.cards.set(card.id, card);
    }
    this.views = views;
    keepInOrder(this.body, wanted);
    this.tools.drawLegend([...this.cards.values()], data.words);
    for (const card of this.body.querySelectorAll(".card.selected")) card.classList.remove("selected");
    if (data.selected) this.stops.byKey(`card ${data.selected}`)?.classList.add("selected");
  }

  groupElement(name) {
    const rows = this.data.rows.filter((row) => row.group === name);
    const signature = JSON.stringify(rows.map((row) => row.level));
    const old = this.groups.get(name);
    if (old?.signature === signature) return old.element;
    const element = drawGroup(name, rows, this.data.words, this.head.childElementCount);
    this.groups.set(name, { signature, element });
    return element;
  }

  /* What is searched, folded and opened, put on the picture. */
  refresh() {
    const { words } = this.data;
    const asked = plain(this.memory.query).split(/\s+/).filter(Boolean);
    const found = this.filter(asked);
    this.body.classList.toggle("searching", asked.length > 0);
    this.body.classList.toggle("lane-open", this.memory.laneOpen);
    this.root.classList.toggle("tight", this.memory.tight);
    this.nobody.hidden = !asked.length || found > 0;
    const names = this.groupNames();
    this.tools.update(this.memory, words, {
      total: this.data.rows.length,
      found: asked.length ? found : null,
      canFold: names.length > 1,
      allFolded: names.every((name) => this.memory.folded.has(name)),
      canMove: this.data.movable,
    });
    this.stops.keepOne();
  }

  /* Shows the rows that answer, in sectors that are open. Answers how many people were found. */
  filter(asked) {
    const shown = new Set();
    let found = 0;
    for (const [id, view] of this.views) {
      const isLane = id === this.data.lane?.id;
      const hit = searchRow(view, asked, isLane);
      const folded = !asked.length && this.memory.folded.has(view.group);
      view.element.hidden = !isLane && (!hit || folded);
      if (hit && !isLane) {
        found += 1;
        shown.add(view.group);
      }
    }
    for (const [name, { element }] of this.groups) {
      element.hidden = asked.length > 0 && !shown.has(name);
      const open = asked.length > 0 || !this.memory.folded.has(name);
      element.querySelector(".fold").setAttribute("aria-expanded", String(open));
    }
    return found;
  }

  remember(change) {
    Object.assign(this.memory, change);
    this.refresh();
  }

  groupNames() {
    return [...new Set(this.data.rows.map((row) => row.group ?? ""))].filter(Boolean);
  }

  toggleAll() {
    const names = this.groupNames();
    const { folded } = this.memory;
    const unfold = names.every((name) => folded.has(name));
    folded.clear();
    if (!unfold) names.forEach((name) => folded.add(name));
    this.refresh();
  }

  /* --- What people do ---------------------------------------------------------------------------------- */

  listen() {
    this.body.addEventListener("click", (event) => this.act(event.target));
    this.body.addEventListener("keydown", (event) => this.goByKey(event));
    this.body.addEventListener("focusin", (event) => this.enter(event.target));
    this.body.addEventListener("focusout", () => this.bubble.hide());
    this.body.addEventListener("pointerover", (event) => this.hover(event));
    this.body.addEventListener("pointerleave", () => this.bubble.hide());
    this.scroll.addEventListener("scroll", () => this.bubble.follow(), { passive: true });
  }

  tell(event) {
    this.component.setTriggerValue("event", event);
  }

  /* Answers the stop that was pressed when it asks for more than a pick or a fold. */
  act(target) {
    const stop = target.closest(STOPS);
    if (!stop) return null;
    const { folded } = this.memory;
    const { id, rowId, fold } = stop.dataset;
    this.bubble.hide();
    if (id !== undefined) this.tell({ kind: "pick", id });
    else if (rowId !== undefined) this.tell({ kind: "row", id: rowId });
    else if (fold !== undefined) {
      if (!folded.delete(fold)) folded.add(fold);
      this.refresh();
    } else return stop;
    return null;
  }

  enter(stop) {
    if (!stop.matches(STOPS)) return;
    this.stops.keep(stop);
    const card = this.cards.get(stop.dataset.id);
    if (card && stop.matches(":focus-visible")) this.bubble.show(stop, card, this.data.words);
  }

  hover(event) {
    if (event.pointerType === "touch") return;
    const element = event.target.closest(".card");
    const card = element && this.cards.get(element.dataset.id);
    if (card) this.bubble.showSoon(element, card, this.data.words);
    else this.bubble.hide();
  }

  goByKey(event) {
    if (!event.target.matches(STOPS) || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      if (this.bubble.isOpen()) this.bubble.hide();
      this.tools.focus();
    } else {
      const stop = this.nextStop(event);
      if (!stop) return;
      this.bringOut(stop);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /* Focus, and out from under what covers the edges of the frame. */
  bringOut(stop) {
    this.uncover(stop);
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  uncover(element) {
    const lane = this.body.querySelector(".lane");
    const sticky = lane && getComputedStyle(lane).position === "sticky";
    const covered = this.head.offsetHeight + (sticky ? lane.offsetHeight : 0);
    this.scroll.style.scrollPaddingTop = sticky && lane.contains(element) ? "0" : `${covered + 6}px`;
  }

  leave() {
    this.bubble.hide();
  }
}
