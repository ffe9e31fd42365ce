/* The week grid itself: people × days, one day at a time where it is narrow, cards that move. Last part. */

const PHONE = 640; /* px of width the grid is given, not of the window: a side bar counts */

class WeekGrid extends Board {
  layOut() {
    super.layOut();
    this.chooser = new Chooser((iso) => this.showDay(iso));
    this.empty.before(this.chooser.element);
    this.move = new Move(this);
    this.drag = new Drag(this);
    this.root.append(this.move.element);
  }

  frameOf(data) {
    return [data.days, data.words, data.cards > 0];
  }

  drawHead() {
    return drawHead(this.data);
  }

  drawRow(row, isLane) {
    return drawRow(row, this.data, isLane);
  }

  cardsOf(row) {
    return Object.values(row.cells).flat();
  }

  arrange() {
    const { days, words, editable } = this.data;
    if (!days.some((day) => day.date_iso === this.memory.day)) {
      this.memory.day = (days.find((day) => day.today) ?? days[0])?.date_iso ?? "";
    }
    this.root.style.setProperty("--days", String(days.length));
    this.root.style.setProperty("--nothing", JSON.stringify(words.nothing_today));
    if (editable) this.body.setAttribute("aria-description", words.keys);
    else this.body.removeAttribute("aria-description");
    this.chooser.update(this.data);
    this.showDay(this.memory.day);
    this.fit();
    this.move.renew();
  }

  showDay(iso) {
    this.memory.day = iso;
    this.root.dataset.dayIndex = String(this.data.days.findIndex((day) => day.date_iso === iso));
    this.chooser.choose(iso);
  }

  /* Where days are shown one at a time: the one of that column. */
  reveal(column) {
    if (this.root.dataset.layout === "phone" && column > 0) this.showDay(this.data.days[column - 1].date_iso);
  }

  /* Wide: seven days side by side. Narrow: one at a time. */
  fit() {
    this.root.dataset.layout = this.root.clientWidth <= PHONE ? "phone" : "week";
    /* The lane sticks under the head, whose height follows its words. */
    if (this.head.offsetHeight) this.root.style.setProperty("--head-height", `${this.head.offsetHeight}px`);
  }

  cellOf(rowId, day) {
    return this.body.querySelector(`.cell[data-row="${CSS.escape(rowId)}"][data-day="${CSS.escape(day)}"]`);
  }

  listen() {
    super.listen();
    this.watch = new ResizeObserver(() => this.data && this.fit());
    this.watch.observe(this.root);
  }

  startMove() {
    const focused = this.cards.has(this.stops.current?.dataset.id) ? this.stops.current.dataset.id : "";
    this.move.start(focused || this.data.selected);
  }

  act(target) {
    if (this.move.takesClick(target)) return;
    const stop = super.act(target);
    if (!stop) return;
    const cell = stop.closest(".cell");
    this.memory.laneOpen = stop.matches(".more");
    this.refresh();
    /* The button that was pressed is gone: go on from the first card it uncovered. */
    (cell?.querySelector(".card.extra") ?? this.body.querySelector(".lane .name")).focus();
  }

  goByKey(event) {
    if (!this.move.takesKey(event)) super.goByKey(event);
  }

  hover(event) {
    if (!this.move.id) super.hover(event);
  }

  nextStop(event) {
    return nextStop(event, this.body, event.target, (column) => this.reveal(column));
  }

  leave() {
    super.leave();
    this.drag.leave();
    this.watch.disconnect();
  }
}

export default mountOf(WeekGrid);
