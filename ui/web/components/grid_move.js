/* Taking a card to another cell, by keys or by clicks; grid_drag.js does it with the pointer held down.

   Nothing moves here: the page is told, judges, and hands over the next picture. Until then the card waits. */

class Move {
  constructor(grid) {
    this.grid = grid;
    this.id = ""; /* the card under way */
    this.target = null; /* the cell it would land in */
    this.sent = null; /* { id, row_id, day_iso } told to the page, not answered yet */
    this.element = make("div", "moving");
    this.what = make("span", "moving-what");
    this.where = make("strong", "moving-where");
    this.how = make("span", "moving-how");
    const said = make("div", "moving-words");
    said.setAttribute("aria-live", "polite");
    said.setAttribute("aria-atomic", "true");
    said.append(this.what, " ", this.where);
    this.cancelling = button("link");
    this.cancelling.addEventListener("click", () => this.cancel());
    this.element.append(icon("move"), said, this.how, this.cancelling);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && this.cancel());
    this.hush();
    grid.body.addEventListener("pointerover", (event) => this.follow(event));
  }

  get words() {
    return this.grid.data.words;
  }

  /* Why a card stays where it is, in words; "" when it may go. */
  refusal(card) {
    if (this.sent?.id === card.id) return fill(this.words.move_checking, { place: this.inWords(this.sent) });
    if (card.locked) return this.words.move_locked;
    return card.movable ? "" : this.words.move_fixed;
  }

  start(id) {
    const card = this.grid.cards.get(id);
    const refused = card ? this.refusal(card) : this.words.move_choose;
    if (refused) return this.say(refused);
    const element = this.grid.stops.byKey(`card ${id}`);
    this.id = id;
    this.grid.bubble.hide();
    this.grid.root.classList.add("is-moving");
    element.classList.add("lifted");
    const day = this.grid.data.days.find((one) => one.date_iso === card.day_iso);
    const name = [card.title, day?.spoken || day?.label, timesOf(card)].filter(Boolean).join(", ");
    this.say(fill(this.words.moving, { card: name }), { how: this.manner(), stays: true });
    this.grid.bringOut(element);
    this.aim(element.closest(".cell"));
  }

  manner() {
    if (this.grid.drag.press) return this.words.moving_held;
    return this.grid.root.dataset.layout === "phone" ? this.words.moving_tap : this.words.moving_how;
  }

  /* Shows and says where the card would land; null is nowhere. */
  aim(cell) {
    if (cell && cell === this.target) return;
    this.target?.classList.remove("target");
    this.target = cell;
    cell?.classList.toggle("target", cell !== this.home());
    this.where.textContent = cell ? `→ ${this.landing(cell)}` : this.words.moving_nowhere;
  }

  landing(cell) {
    return cell === this.home() ? this.words.moving_home : this.inWords({ row_id: cell.dataset.row, day_iso: cell.dataset.day });
  }

  home() {
    return this.grid.stops.byKey(`card ${this.id}`)?.closest(".cell") ?? null;
  }

  inWords({ row_id, day_iso }) {
    const { data } = this.grid;
    const row = row_id === data.lane?.id ? data.lane : data.rows.find((one) => one.id === row_id);
    const day = data.days.find((one) => one.date_iso === day_iso);
    return [row?.name, day?.spoken || day?.label, row?.absences?.[day_iso]].filter(Boolean).join(", ");
  }

  drop() {
    const cell = this.target;
    if (!cell || cell === this.home()) return this.cancel();
    const { id } = this;
    const place = { row_id: cell.dataset.row, day_iso: cell.dataset.day };
    this.end();
    this.sent = { id, ...place };
    this.showSent();
    this.say(fill(this.words.move_checking, { place: this.inWords(place) }), { stays: true });
    this.grid.tell({ kind: "move", ...this.sent });
  }

  cancel() {
    if (!this.id) return;
    const element = this.grid.stops.byKey(`card ${this.id}`);
    this.end();
    this.say(this.words.move_cancelled);
    element?.focus({ preventScroll: true });
  }

  end() {
    this.grid.stops.byKey(`card ${this.id}`)?.classList.remove("lifted");
    this.grid.root.classList.remove("is-moving");
    this.aim(null);
    this.id = "";
  }

  showSent() {
    const element = this.grid.stops.byKey(`card ${this.sent.id}`);
    element?.classList.add("pending");
    element?.setAttribute("aria-busy", "true");
  }

  /* --- What people do while a card is under way ---------------------------------------------------------- */

  follow(event) {
    const cell = this.id && !this.grid.drag.held && event.target.closest(".cell");
    if (cell) this.aim(cell);
  }

  /* True when the click was for us: it says where to land. */
  takesClick(target) {
    this.pass();
    const cell = target.closest(".cell");
    if (!this.id || !cell || target.closest(".more")) return false;
    this.aim(cell);
    this.drop();
    return true;
  }

  takesKey(event) {
    this.pass();
    const taken = this.id ? this.steer(event) : this.shortcut(event);
    if (!taken) return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  steer(event) {
    const presses = event.key === "Enter" || event.key === " ";
    if (presses && event.target.matches(".fold, .more, .less")) return false;
    if (event.key === "Escape") this.cancel();
    else if (presses) this.drop();
    else {
      const from = this.target && isShown(this.target) ? this.target : this.nearest(event.target);
      const cell = from && nextCell(event, this.grid.body, from, (column) => this.grid.reveal(column));
      if (!cell) return false;
      this.aim(cell);
      this.grid.uncover(cell);
      cell.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    return true;
  }

  /* A cell to go on from, when a search or a fold hid the one aimed at. */
  nearest(stop) {
    const rows = [stop.closest(".row"), ...shownRows(this.grid.body)];
    return stop.closest(".cell") ?? rows.map((row) => row.querySelector(".cell")).find(Boolean);
  }

  shortcut(event) {
    const { grid } = this;
    const key = event.key.toLowerCase();
    if (event.ctrlKey || event.metaKey) {
      const kind = key === "y" || (key === "z" && event.shiftKey) ? "redo" : key === "z" ? "undo" : "";
      if (!kind || !grid.data.editable) return false;
      grid.tell({ kind });
      return true;
    }
    const card = !event.altKey && grid.cards.get(event.target.dataset.id);
    if (!card) return false;
    if (key === "m" && grid.data.movable) this.start(card.id);
    else if (key === "l" && grid.data.editable) grid.tell({ kind: "lock", id: card.id });
    else return false;
    return true;
  }

  /* The next picture is there: the page has judged. A card still under way goes on, if it is still there. */
  renew() {
    const { grid } = this;
    this.cancelling.textContent = this.words.move_cancel;
    for (const element of grid.body.querySelectorAll(".pending")) {
      element.classList.remove("pending");
      element.removeAttribute("aria-busy");
    }
    if (this.sent) {
      const moved = grid.cellOf(this.sent.row_id, this.sent.day_iso)?.querySelector(".card");
      this.sent = null;
      this.hush();
      if (moved && !grid.stops.byKey(grid.memory.stop)) grid.stops.keep(moved);
    }
    if (!this.id) return;
    const element = grid.stops.byKey(`card ${this.id}`);
    if (!element) return this.end();
    element.classList.add("lifted");
    const { row, day } = this.target?.dataset ?? {};
    this.aim(row === undefined ? null : grid.cellOf(row, day));
  }

  /* Words under the grid. Those that stay go with what they speak of; others with the next thing done. */
  say(words, { how = "", stays = false } = {}) {
    this.what.textContent = words;
    this.where.textContent = "";
    this.how.textContent = how;
    this.cancelling.hidden = !how;
    this.element.classList.toggle("passing", !stays);
    delete this.element.dataset.quiet;
  }

  pass() {
    if (this.element.classList.contains("passing")) this.hush();
  }

  hush() {
    this.element.classList.remove("passing");
    this.element.dataset.quiet = "";
    this.what.textContent = this.where.textContent = this.how.textContent = "";
    this.cancelling.hidden = true;
  }
}
