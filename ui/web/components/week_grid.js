/* The week grid itself: holds the picture, keeps what people did to it, answers the page. Last part. */

const PHONE = 640; /* px of width the grid is given, not of the window: a side bar counts */
const GRIDS = new WeakMap(); /* root element → grid */
const MEMORY = new Map(); /* Python's key → what was folded, searched, shown; lives as long as the page */

class Grid {
  constructor(root) {
    this.root = root;
    this.views = new Map(); /* row id → { signature, element, text, cards, group } */
    this.groups = new Map(); /* sector → { signature, element } */
    this.cards = new Map(); /* card id → its data */
    this.layOut();
    this.listen();
  }

  /* Things that stay: tools, day chooser, the grid's frame, the bubble. */
  layOut() {
    this.tools = new Tools({
      search: (query) => this.remember({ query }),
      foldAll: () => this.toggleAll(),
      tighten: () => this.remember({ tight: !this.memory.tight }),
    });
    this.chooser = new Chooser((iso) => this.showDay(iso));
    this.empty = make("p", "empty");
    this.scroll = make("div", "scroll");
    this.body = make("div", "grid");
    this.body.setAttribute("role", "grid");
    this.scroll.append(this.body);
    this.nobody = make("p", "nobody");
    this.root.append(this.tools.element, this.tools.legend, this.chooser.element, this.empty, this.scroll, this.nobody);
    this.bubble = makeBubble(this.root);
  }

  update(component) {
    this.component = component;
    this.data = component.data;
    const { key, words, days } = this.data;
    if (!MEMORY.has(key)) MEMORY.set(key, { query: "", folded: new Set(), day: "", laneOpen: false, tight: false, stop: "" });
    this.memory = MEMORY.get(key);
    if (!days.some((day) => day.date_iso === this.memory.day)) {
      this.memory.day = (days.find((day) => day.today) ?? days[0])?.date_iso ?? "";
    }
    this.bubble.hide();
    this.root.dataset.theme = isDark(this.root) ? "dark" : "light";
    this.root.style.setProperty("--most-height", `${this.data.height}px`);
    this.root.style.setProperty("--days", String(days.length));
    this.root.style.setProperty("--nothing", JSON.stringify(words.nothing_today));
    this.say(words);
    const focused = this.focusedKey();
    this.draw();
    this.chooser.update(this.data);
    this.showDay(this.memory.day);
    this.fit();
    this.refresh();
    if (focused) this.stopByKey(focused)?.focus({ preventScroll: true });
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
    const frame = JSON.stringify([data.days, data.words, data.cards > 0]);
    if (frame !== this.frame) {
      this.frame = frame;
      this.views.clear();
      this.groups.clear();
      this.head = drawHead(data);
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
      const view = old?.signature === signature ? old : { signature, ...drawRow(row, data, row === data.lane) };
      views.set(row.id, view);
      wanted.push(view.element);
      for (const cards of Object.values(row.cells)) for (const card of cards) this.cards.set(card.id, card);
    }
    this.views = views;
    keepInOrder(this.body, wanted);
    this.tools.drawLegend([...this.cards.values()], data.words);
    for (const card of this.body.querySelectorAll(".card.selected")) card.classList.remove("selected");
    if (data.selected) this.stopByKey(`card ${data.selected}`)?.classList.add("selected");
  }

  groupElement(name) {
    const rows = this.data.rows.filter((row) => row.group === name);
    const signature = JSON.stringify(rows.map((row) => row.level));
    const old = this.groups.get(name);
    if (old?.signature === signature) return old.element;
    const element = drawGroup(name, rows, this.data.words);
    this.groups.set(name, { signature, element });
    return element;
  }

  showDay(iso) {
    this.memory.day = iso;
    this.root.dataset.dayIndex = String(this.data.days.findIndex((day) => day.date_iso === iso));
    this.chooser.choose(iso);
  }

  /* Wide: seven days side by side. Narrow: one at a time. */
  fit() {
    this.root.dataset.layout = this.root.clientWidth <= PHONE ? "phone" : "week";
    /* The lane sticks under the head, whose height follows its words. */
    if (this.head.offsetHeight) this.root.style.setProperty("--head-height", `${this.head.offsetHeight}px`);
  }

  /* What is searched, folded and opened, put on the picture. */
  refresh() {
    const { words } = this.data;
    const asked = plain(this.memory.query).split(/\s+/).filter(Boolean);
    const shown = new Map();
    let found = 0;
    for (const [id, view] of this.views) {
      const isLane = id === this.data.lane?.id;
      const hit = searchRow(view, asked, isLane);
      const folded = !asked.length && this.memory.folded.has(view.group);
      view.element.hidden = !isLane && (!hit || folded);
      if (hit && !isLane) {
        found += 1;
        shown.set(view.group, (shown.get(view.group) ?? 0) + 1);
      }
    }
    for (const [name, { element }] of this.groups) {
      element.hidden = asked.length > 0 && !shown.has(name);
      const open = asked.length > 0 || !this.memory.folded.has(name);
      element.querySelector(".fold").setAttribute("aria-expanded", String(open));
    }
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
    });
    this.keepOneStop();
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

  /* --- The one stop that Tab reaches ------------------------------------------------------------------ */

  keyOf(stop) {
    if (stop.dataset.id !== undefined) return `card ${stop.dataset.id}`;
    if (stop.dataset.rowId !== undefined) return `row ${stop.dataset.rowId}`;
    if (stop.dataset.fold !== undefined) return `fold ${stop.dataset.fold}`;
    return "";
  }

  stopByKey(key) {
    const space = key.indexOf(" ");
    const name = { card: "data-id", row: "data-row-id", fold: "data-fold" }[key.slice(0, space)];
    return name ? this.body.querySelector(`[${name}="${CSS.escape(key.slice(space + 1))}"]`) : null;
  }

  focusedKey() {
    const active = this.root.getRootNode().activeElement;
    return active && this.body.contains(active) ? this.keyOf(active) : "";
  }

  keepOneStop() {
    const kept = this.stopByKey(this.memory.stop);
    const first = kept && isShown(kept) ? kept : shownRows(this.body)[0]?.querySelector(STOPS);
    if (first) this.stopAt(first);
  }

  stopAt(stop) {
    if (this.stop) this.stop.tabIndex = -1;
    this.stop = stop;
    stop.tabIndex = 0;
    this.memory.stop = this.keyOf(stop);
  }

  /* --- What people do ---------------------------------------------------------------------------------- */

  listen() {
    this.body.addEventListener("click", (event) => this.act(event.target));
    this.body.addEventListener("keydown", (event) => this.moveByKey(event));
    this.body.addEventListener("focusin", (event) => this.enter(event.target));
    this.body.addEventListener("focusout", () => this.bubble.hide());
    this.body.addEventListener("pointerover", (event) => this.hover(event));
    this.body.addEventListener("pointerleave", () => this.bubble.hide());
    this.scroll.addEventListener("scroll", () => this.bubble.follow(), { passive: true });
    this.watch = new ResizeObserver(() => this.data && this.fit());
    this.watch.observe(this.root);
  }

  act(target) {
    const stop = target.closest(STOPS);
    if (!stop) return;
    const { folded } = this.memory;
    const { id, rowId, fold } = stop.dataset;
    this.bubble.hide();
    if (id !== undefined) this.component.setTriggerValue("pick", id);
    else if (rowId !== undefined) this.component.setTriggerValue("row", rowId);
    else if (fold !== undefined) {
      if (!folded.delete(fold)) folded.add(fold);
      this.refresh();
    } else {
      const cell = stop.closest(".cell");
      this.memory.laneOpen = stop.matches(".more");
      this.refresh();
      /* The button that was pressed is gone: go on from the first card it uncovered. */
      (cell?.querySelector(".card.extra") ?? this.body.querySelector(".lane .name")).focus();
    }
  }

  enter(stop) {
    if (!stop.matches(STOPS)) return;
    this.stopAt(stop);
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

  moveByKey(event) {
    if (!event.target.matches(STOPS) || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      if (this.bubble.isOpen()) this.bubble.hide();
      this.tools.focus();
    } else {
      const reveal = (column) => {
        if (this.root.dataset.layout === "phone" && column > 0) this.showDay(this.data.days[column - 1].date_iso);
      };
      const stop = nextStop(event, this.body, event.target, reveal);
      if (!stop) return;
      this.bringOut(stop);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /* Focus, and out from under the head and the lane, which cover the top of what scrolls. */
  bringOut(stop) {
    const lane = this.body.querySelector(".lane");
    const covered = this.head.offsetHeight + (lane && !this.memory.laneOpen ? lane.offsetHeight : 0);
    this.scroll.style.scrollPaddingTop = lane?.contains(stop) && !this.memory.laneOpen ? "0" : `${covered + 6}px`;
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  leave() {
    this.watch.disconnect();
    this.bubble.hide();
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

/* Makes the children of `parent` exactly `wanted`, moving none that is in place (a moved element loses focus). */
function keepInOrder(parent, wanted) {
  const kept = new Set(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let at = parent.firstElementChild;
  for (const element of wanted) {
    if (element === at) at = at.nextElementSibling;
    else parent.insertBefore(element, at);
  }
}

export default function (component) {
  const root = component.parentElement.querySelector(".wg");
  let grid = GRIDS.get(root);
  if (!grid) GRIDS.set(root, (grid = new Grid(root)));
  grid.update(component);
  return () => grid.leave();
}
